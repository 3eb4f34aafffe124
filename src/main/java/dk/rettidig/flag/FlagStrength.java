package dk.rettidig.flag;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.Frequency;
import java.util.List;

/**
 * What the model said of one child: read only after the reader's own view is sealed. The weights and the bias add up to
 * the log-odds exactly, and so do the effects and the average; calibrated they are the probability.
 *
 * @param probability calibrated, 0 to 1
 * @param threshold the probability above which the run flagged; policy, equal for all
 * @param logOdds before calibration
 * @param bias the model's intercept
 * @param average mean log-odds of the training children
 * @param contributions one for each feature, in the model's order
 * @param frequency what became of children with a value like this
 */
public record FlagStrength(
        double probability,
        double threshold,
        double logOdds,
        double bias,
        double average,
        List<Contribution> contributions,
        Frequency frequency) {

    public FlagStrength {
        contributions = List.copyOf(contributions);
    }

    /** The contributions that lowered the value and rest on something known. */
    public List<Contribution> protective() {
        return contributions.stream()
                .filter(each -> each.effect() < 0 && each.bin() >= 0)
                .toList();
    }

    /** The contributions that raised the value. */
    public List<Contribution> raising() {
        return contributions.stream().filter(each -> each.effect() > 0).toList();
    }

    /**
     * What one feature did, in log-odds.
     *
     * @param bin index of the value's bin in the model's manifest; -1 when nothing current was known
     * @param weight what it adds to the bias
     * @param effect the weight less its mean over the training children: above 0 raises, below 0 protects
     */
    public record Contribution(IndicatorId indicator, int bin, double weight, double effect) {

        @Override
        public String toString() {
            return "Contribution[" + indicator + "]";
        }
    }

    @Override
    public String toString() {
        return "FlagStrength[hidden]";
    }
}
