package dk.rettidig.casefile.supervision;

import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A plan, and what a later round says of it. The test is the first round of the same kind that was drawn on the plan's day or
 * later: one drawn before cannot show what was not yet done.
 *
 * @param round the round whose fault the plan is about
 * @param by the round that tests it; empty while there is none
 */
public record Retest(UUID round, Improvement plan, State state, Optional<UUID> by) {

    /** Where the plan stands. */
    public enum State {
        /** Its day has not passed. */
        WAITING("waiting"),
        /** Its day has passed, and no round has tested it. */
        OVERDUE("overdue"),
        /** A round tests it that two have not yet reviewed to the end. */
        UNFINISHED("unfinished"),
        /** Fewer faults than chance alone can explain. */
        BETTER("better"),
        /** More faults than chance alone can explain. */
        WORSE("worse"),
        /** The samples show no difference: neither that it helped nor that it did not. */
        NOT_SHOWN("not_shown");

        private final String id;

        State(String id) {
            this.id = id;
        }

        /** The word in JSON. */
        public String id() {
            return id;
        }

        /** In words. */
        public String text(Language language) {
            return switch (this) {
                case WAITING -> language.choose("i gang", "under way");
                case OVERDUE ->
                    language.choose(
                            "over tiden: dagen er gået uden en ny runde",
                            "overdue: its day passed without a new round");
                case UNFINISHED ->
                    language.choose("den nye runde er ikke gennemgået færdigt", "the new round is not fully reviewed");
                case BETTER -> language.choose("bedre", "better");
                case WORSE -> language.choose("værre", "worse");
                case NOT_SHOWN ->
                    language.choose(
                            "ingen forskel, som stikprøverne kan vise", "no difference that the samples can show");
            };
        }
    }

    /**
     * Every plan of rounds of one kind.
     *
     * @param drawn those rounds, oldest first
     * @param today the Danish day
     */
    static List<Retest> of(List<RoundReport> drawn, LocalDate today) {
        List<Retest> retests = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            RoundReport from = drawn.get(i);
            List<RoundReport> later = drawn.subList(i + 1, drawn.size());
            from.plans().forEach(plan -> retests.add(of(from, plan, later, today)));
        }
        return List.copyOf(retests);
    }

    private static Retest of(RoundReport from, Improvement plan, List<RoundReport> later, LocalDate today) {
        Optional<RoundReport> test =
                later.stream().filter(report -> tests(report.round(), plan)).findFirst();
        State untested = plan.due().isBefore(today) ? State.OVERDUE : State.WAITING;
        return new Retest(
                from.round().id(),
                plan,
                test.map(report -> state(from, report, plan.rule())).orElse(untested),
                test.map(report -> report.round().id()));
    }

    /** Whether a round was drawn when the plan was to be done. */
    static boolean tests(Round round, Improvement plan) {
        return round.drawn()
                .filter(drawn -> !Words.day(drawn.at()).isBefore(plan.due()))
                .isPresent();
    }

    private static State state(RoundReport from, RoundReport test, String rule) {
        if (!test.isWhole()) {
            return State.UNFINISHED;
        }
        Optional<RuleResult> before = Optional.ofNullable(from.rules().get(rule));
        Optional<RuleResult> after = Optional.ofNullable(test.rules().get(rule));
        return before.flatMap(was -> after.map(is -> switch (is.since(was)) {
                    case FEWER -> State.BETTER;
                    case MORE -> State.WORSE;
                    case NOT_SHOWN -> State.NOT_SHOWN;
                }))
                .orElse(State.NOT_SHOWN);
    }
}
