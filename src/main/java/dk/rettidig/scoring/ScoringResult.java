package dk.rettidig.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What a model says of one child: a calibrated value with its exact reasons, or nothing and why. */
public sealed interface ScoringResult {

    /** What went in, in the order of the model's features. */
    List<Contribution> contributions();

    /** Features of which nothing was delivered. */
    default List<Contribution> missing() {
        return contributions().stream()
                .filter(each -> each.value() instanceof FeatureValue.Missing)
                .toList();
    }

    /** Features whose latest period the source has taken back. */
    default List<Contribution> retracted() {
        return contributions().stream()
                .filter(each -> each.value() instanceof FeatureValue.Retracted)
                .toList();
    }

    /** Features whose latest period ended too long ago. */
    default List<Contribution> stale() {
        return contributions().stream()
                .filter(each -> each.value() instanceof FeatureValue.Stale)
                .toList();
    }

    /**
     * A calculated value.
     *
     * @param probability calibrated, 0 to 1
     * @param logOdds before calibration: bias plus all weights, and average plus all effects
     * @param bias the model's intercept
     * @param average mean log-odds of the training children
     * @param frequency what became of children with a value like this
     */
    record Scored(
            double probability,
            double logOdds,
            double bias,
            double average,
            List<Contribution> contributions,
            Frequency frequency)
            implements ScoringResult {

        public Scored {
            contributions = List.copyOf(contributions);
        }

        /** Features that raise the value, greatest effect first. */
        public List<Contribution> raising() {
            return contributions.stream()
                    .filter(each -> each.effect() > 0)
                    .sorted(Comparator.comparingDouble(Contribution::effect).reversed())
                    .toList();
        }

        /** Known features that lower the value, greatest effect first. */
        public List<Contribution> protective() {
            return contributions.stream()
                    .filter(Contribution::isProtective)
                    .sorted(Comparator.comparingDouble(Contribution::effect))
                    .toList();
        }

        @Override
        public String toString() {
            return "Scored[hidden]";
        }
    }

    /**
     * No value: "ingen beregning – læs sagen".
     *
     * @param reasons at least one
     */
    record Abstained(Set<AbstentionReason> reasons, List<Contribution> contributions) implements ScoringResult {

        public Abstained {
            reasons = java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(reasons));
            contributions = List.copyOf(contributions);
        }

        @Override
        public String toString() {
            return "Abstained" + reasons;
        }
    }
}
