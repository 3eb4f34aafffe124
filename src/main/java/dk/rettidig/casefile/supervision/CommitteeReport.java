package dk.rettidig.casefile.supervision;

import dk.rettidig.law.ReviewRule;
import dk.rettidig.statistics.Agreement;
import java.util.List;

/**
 * What a round shows, for the committee and others outside: guarded counts, no case, no reviewer (ADR 0135).
 *
 * @param reviewed cases that two have reviewed; the report is preliminary until it is all
 * @param any cases with at least one fault
 * @param rules each rule, with every round of the kind up to this one
 * @param retests what came of the plans of these rounds
 * @param agreement over all answers
 * @param trainingShare above which training is needed
 */
public record CommitteeReport(
        Round round,
        int reviewed,
        GuardedResult any,
        List<Series.Training> rules,
        List<Retest> retests,
        Agreement agreement,
        double trainingShare) {

    /** The report of a round within its series. */
    static CommitteeReport of(RoundReport report, Series series, List<ReviewRule> form, double share) {
        Series until = series.upTo(report.round());
        return new CommitteeReport(
                report.round(),
                report.reviewed(),
                GuardedResult.of(report.any()),
                until.training(form, share),
                until.retests().stream()
                        .filter(retest -> until.rounds().stream()
                                .anyMatch(each -> each.round().id().equals(retest.round())))
                        .toList(),
                report.any().agreement(),
                share);
    }

    /** Whether two have reviewed every drawn case. */
    public boolean isWhole() {
        return reviewed == round.sample();
    }
}
