package dk.rettidig.feed.body;

import dk.rettidig.feed.RowCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a row, by the names of the wire. */
enum Field {
    PSEUDONYM("pseudonym", 1),
    INDICATOR("indicator", 2),
    PERIOD_FROM("period_from", 4),
    PERIOD_TO("period_to", 8),
    VALUE("value", 16),
    KNOWN_AT("known_at", 32),
    OP("op", 64);

    private static final Map<String, Field> BY_NAME = Map.of(
            "pseudonym", PSEUDONYM,
            "indicator", INDICATOR,
            "period_from", PERIOD_FROM,
            "period_to", PERIOD_TO,
            "value", VALUE,
            "known_at", KNOWN_AT,
            "op", OP);

    private final String wireName;
    private final int bit;

    Field(String wireName, int bit) {
        this.wireName = wireName;
        this.bit = bit;
    }

    String wireName() {
        return wireName;
    }

    /** The field's own bit in a set of fields. */
    int bit() {
        return bit;
    }

    static @Nullable Field find(String name) {
        return BY_NAME.get(name);
    }

    /** What is wrong with a row in which this field holds another kind of JSON value than it should. */
    RowCode wrongType() {
        return switch (this) {
            case PSEUDONYM -> RowCode.PSEUDONYM_LENGTH;
            case INDICATOR -> RowCode.INDICATOR_UNKNOWN;
            case PERIOD_FROM, PERIOD_TO -> RowCode.PERIOD_MALFORMED;
            case VALUE -> RowCode.VALUE_NOT_A_NUMBER;
            case KNOWN_AT -> RowCode.KNOWN_AT_MALFORMED;
            case OP -> RowCode.OP_UNKNOWN;
        };
    }
}
