package dk.rettidig.casefile.supervision;

import dk.rettidig.law.ReviewRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The drawn rounds of one kind of frame beside each other: what came of plans, and where training is needed.
 *
 * @param rounds oldest first
 * @param retests every plan of these rounds
 */
public record Series(DrawnFrom from, List<RoundReport> rounds, List<Retest> retests) {

    /**
     * One rule across the rounds.
     *
     * @param need whether training is needed
     */
    public record Training(ReviewRule rule, Need need, List<GuardedResult> results) {}

    /** Whether training is needed for a rule. */
    public enum Need {
        /** The newest round does not show it. */
        NOT_SHOWN("not_shown"),
        /** The newest round shows it. */
        NEEDED("needed"),
        /** The two newest rounds both show it. */
        LASTING("lasting");

        private final String id;

        Need(String id) {
            this.id = id;
        }

        /** The word in JSON. */
        public String id() {
            return id;
        }
    }

    /** Up to a round, with what is known of plans today: what a report of that round is made from. */
    Series upTo(Round round) {
        return new Series(
                from,
                rounds.stream()
                        .filter(report -> !report.round().opensAt().isAfter(round.opensAt()))
                        .toList(),
                retests);
    }

    /** The report of a round in it. */
    Optional<RoundReport> report(Round round) {
        return rounds.stream()
                .filter(report -> report.round().id().equals(round.id()))
                .findFirst();
    }

    /**
     * Each rule of the form across the rounds.
     *
     * @param share above which training is needed
     */
    public List<Training> training(List<ReviewRule> form, double share) {
        return form.stream().map(rule -> training(rule, share)).toList();
    }

    private Training training(ReviewRule rule, double share) {
        List<GuardedResult> results = new ArrayList<>();
        for (RoundReport report : rounds) {
            Optional.ofNullable(report.rules().get(rule.id()))
                    .map(GuardedResult::of)
                    .ifPresent(results::add);
        }
        boolean now = !results.isEmpty() && results.getLast().surelyAbove(share);
        boolean before = results.size() > 1 && results.get(results.size() - 2).surelyAbove(share);
        Need need = now ? before ? Need.LASTING : Need.NEEDED : Need.NOT_SHOWN;
        return new Training(rule, need, List.copyOf(results));
    }
}
