package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.CprNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What people decided about numbers that are not in the population but near one that is. Nothing is decided here: a number is
 * another only when somebody said so.
 */
final class Decisions {

    /** What is done with rows that nobody decided about. */
    enum Undecided {
        /** They stay out until somebody decides. */
        HOLD,
        /** They pass as they are. */
        PASS
    }

    /** One decision. */
    sealed interface Decision permits Same, Other, Waiting {}

    /** The number that stands there is this one, written wrong or replaced. */
    record Same(CprNumber number) implements Decision {}

    /** It is somebody else's. */
    record Other() implements Decision {}

    /** Nobody decided yet. */
    record Waiting() implements Decision {}

    private final Map<Digits, Decision> decisions = new HashMap<>();
    private final Undecided undecided;
    private final String identity;

    /**
     * About the numbers of one check.
     *
     * @param identity tells these decisions, about these files, from others
     */
    Decisions(Undecided undecided, String identity) {
        this.undecided = undecided;
        this.identity = undecided + " " + identity;
    }

    void put(Digits digits, Decision decision) {
        decisions.put(digits, decision);
    }

    /** The row as decided. */
    Row applied(Row row) {
        return switch (row) {
            case Row.Kept kept -> kept;
            case Row.Good good -> applied(good);
            case Row.Bad bad ->
                bad.misread().map(misread -> applied(bad, misread)).orElse(bad);
        };
    }

    private Row applied(Row.Good row) {
        return switch (decisions.get(Digits.of(row.number()))) {
            case null -> row;
            case Other _ -> row;
            case Same same ->
                new Row.Good(row.line(), same.number(), Optional.of(row.number()), row.before(), row.after());
            case Waiting _ ->
                undecided == Undecided.PASS
                        ? row
                        : new Row.Bad(
                                row.line(), RowProblem.CPR_UNDECIDED, Optional.empty(), Optional.of(row.number()));
        };
    }

    /** What is no number at all stays out whatever waits; only a decision for a number brings it in. */
    private Row applied(Row.Bad row, Row.Misread misread) {
        return decisions.get(Digits.of(misread.digits())) instanceof Same same
                ? new Row.Good(row.line(), same.number(), Optional.empty(), misread.before(), misread.after())
                : row;
    }

    long same() {
        return count(Same.class);
    }

    long other() {
        return count(Other.class);
    }

    long undecided() {
        return count(Waiting.class);
    }

    private long count(Class<? extends Decision> kind) {
        return decisions.values().stream().filter(kind::isInstance).count();
    }

    String identity() {
        return identity;
    }

    @Override
    public String toString() {
        return "Decisions[" + decisions.size() + " hidden]";
    }
}
