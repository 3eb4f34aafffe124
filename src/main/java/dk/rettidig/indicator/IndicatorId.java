package dk.rettidig.indicator;

import java.util.Objects;

/** The id of an indicator in {@code policies/indicators.yaml}, for instance {@code SCH_ABS_UNL}. */
public record IndicatorId(String value) implements Comparable<IndicatorId> {

    public IndicatorId {
        Objects.requireNonNull(value);
        if (!value.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw new IllegalArgumentException("an indicator id is capital letters, digits and '_'");
        }
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
