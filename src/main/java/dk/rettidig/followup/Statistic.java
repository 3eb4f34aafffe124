package dk.rettidig.followup;

import dk.rettidig.law.FollowUpDefinition;
import dk.rettidig.statistics.ConfidenceLevel;
import dk.rettidig.statistics.Shares;
import java.util.Optional;

/**
 * What one definition counts in one year. Of different definitions nothing may be added, subtracted or compared.
 *
 * @param complete whether the years in which a measure counts are over
 * @param children of whom the definition counts the notifications; empty when they are too few to show
 * @param shown empty when a group is too small to show
 */
public record Statistic(
        FollowUpDefinition definition, int year, boolean complete, Optional<Integer> children, Optional<Shown> shown) {

    /** Fewer children than this are not shown, nor what would give them away by subtraction. */
    public static final int SMALLEST = 5;

    /**
     * Of the children.
     *
     * @param withoutMeasure of whom no measure is registered: that is not the absence of help
     * @param unclear of whom a measure is registered and not which
     * @param share of those without a measure, from 0 to 1
     * @param interval exact, 95 per cent (Clopper and Pearson)
     */
    public record Shown(int withoutMeasure, int unclear, double share, Shares interval) {}

    /** Whether a group is too small to show. */
    public boolean hidden() {
        return shown.isEmpty() && children.filter(count -> count == 0).isEmpty();
    }

    static Statistic of(
            FollowUpDefinition definition, int year, boolean complete, int children, int without, int unclear) {
        boolean few = small(children) || children == 0;
        boolean groups = small(without) || small(unclear) || small(children - without - unclear);
        Optional<Shown> shown = few || groups
                ? Optional.empty()
                : Optional.of(new Shown(
                        without,
                        unclear,
                        (double) without / children,
                        Shares.clopperPearson(children, without, ConfidenceLevel.NINETY_FIVE)));
        return new Statistic(
                definition, year, complete, small(children) ? Optional.empty() : Optional.of(children), shown);
    }

    private static boolean small(int children) {
        return children > 0 && children < SMALLEST;
    }
}
