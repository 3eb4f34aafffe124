package dk.rettidig.indicator;

import java.util.Objects;

/**
 * The id of an indicator in {@code policies/indicators.yaml}, for instance {@code SCH_ABS_UNL}. Never six digits in a row:
 * ids that people send are recorded, and none may be taken for a CPR number.
 */
public record IndicatorId(String value) implements Comparable<IndicatorId> {

    public IndicatorId {
        Objects.requireNonNull(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException("an indicator id is capital letters, digits and '_'");
        }
    }

    /** Whether a text from outside can be an indicator's id. */
    public static boolean isValid(String text) {
        return text.matches("(?!.*[0-9]{6})[A-Z][A-Z0-9_]{1,39}");
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
