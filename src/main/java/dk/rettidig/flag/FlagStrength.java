package dk.rettidig.flag;

import dk.rettidig.indicator.IndicatorId;
import java.util.List;

/**
 * What the model said: read only after the reader's own view is sealed. The contributions and the base add up to the score
 * exactly, and the score's calibration is the probability.
 *
 * @param probability calibrated, 0 to 1: of 100 children with such facts about this many were found to need support
 * @param threshold the probability above which the run flagged; policy, equal for all
 * @param base the score of a child at the reference of every feature, log-odds
 * @param contributions what moved the score, log-odds, greatest absolute value first; those below zero are protective
 */
public record FlagStrength(double probability, double threshold, double base, List<Contribution> contributions) {

    public FlagStrength {
        contributions = List.copyOf(contributions);
    }

    /** The contributions that lowered the score. */
    public List<Contribution> protective() {
        return contributions.stream().filter(each -> each.logOdds() < 0).toList();
    }

    /**
     * What one feature added to the score.
     *
     * @param danish the feature and its bin in words
     * @param logOdds above zero raised the score, below zero lowered it
     */
    public record Contribution(IndicatorId indicator, String feature, String danish, String english, double logOdds) {

        @Override
        public String toString() {
            return "Contribution[" + feature + "]";
        }
    }

    @Override
    public String toString() {
        return "FlagStrength[hidden]";
    }
}
