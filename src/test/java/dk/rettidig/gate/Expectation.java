package dk.rettidig.gate;

/**
 * A question and what the rules must answer.
 *
 * @param refusedBy the rule that must be among those that refuse; empty when any will do, or when it is permitted
 */
record Expectation(Ask asked, boolean permitted, String refusedBy) {

    static Expectation permitted(Ask asked) {
        return new Expectation(asked, true, "");
    }

    static Expectation refused(Ask asked) {
        return new Expectation(asked, false, "");
    }

    static Expectation refused(String rule, Ask asked) {
        return new Expectation(asked, false, rule);
    }

    /** Whether these rules answer so. */
    boolean metBy(PolicyEngine engine) {
        return switch (asked.of(engine)) {
            case Evaluation.Permitted _ -> permitted;
            case Evaluation.Refused refused ->
                !permitted && (refusedBy.isEmpty() || refused.rules().contains(refusedBy));
            case Evaluation.Undecidable _ -> false;
        };
    }
}
