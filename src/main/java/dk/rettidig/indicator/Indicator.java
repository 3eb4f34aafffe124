package dk.rettidig.indicator;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One defined, measured fact from a registry: an entry of {@code policies/indicators.yaml}.
 *
 * @param code the number under which observations store it; never reused
 * @param danish what the fact is, as a caseworker would say it
 * @param unit {@code yes/no}, {@code count}, {@code share} and so on
 * @param minimum least value that can be true, in the unit
 * @param maximum greatest value that can be true, in the unit
 * @param category what kind of data it is in law
 * @param availability whether it may be used at all
 * @param freshness how old an observation's end of period may be before it counts as stale
 * @param sourceKinds kinds of registry that may deliver it
 * @param codeNames what each code means, for the unit {@code code} where a person reads it; empty otherwise
 * @param citation why its category and availability are what they are
 */
public record Indicator(
        IndicatorId id,
        short code,
        String danish,
        String english,
        String unit,
        double minimum,
        double maximum,
        DataCategory category,
        Availability availability,
        Duration freshness,
        Set<String> sourceKinds,
        List<CodeName> codeNames,
        String citation,
        String confidence) {

    public Indicator {
        Objects.requireNonNull(id);
        if (code <= 0) {
            throw new IllegalArgumentException("an indicator's code is a positive number");
        }
        if (!(minimum <= maximum)) {
            throw new IllegalArgumentException("an indicator's minimum is at most its maximum");
        }
        sourceKinds = Set.copyOf(sourceKinds);
        codeNames = List.copyOf(codeNames);
    }

    /** What one code of an indicator means. */
    public record CodeName(int code, String danish, String english) {}

    /** What the value means when it is a code with a name. */
    public Optional<CodeName> codeName(double value) {
        return codeNames.stream().filter(each -> each.code() == value).findFirst();
    }

    /** Whether it marks something the service itself goes by, and may never be an input of a model. */
    public boolean isMarker() {
        return unit.equals("marker");
    }

    /** Whether a model may take it as an input: neither a marker nor an event of a case record, and open. */
    public boolean mayBeInput() {
        return availability == Availability.OPEN && !isMarker() && !unit.equals("event");
    }

    /** Whether the value can be true of anybody. */
    public boolean inRange(double value) {
        return Double.isFinite(value) && value >= minimum && value <= maximum;
    }
}
