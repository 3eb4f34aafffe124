package dk.rettidig.feed.body;

import dk.rettidig.feed.RowCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a row, by the names of the wire. */
enum Field {
    PSEUDONYM("pseudonym"),
    INDICATOR("indicator"),
    PERIOD_FROM("period_from"),
    PERIOD_TO("period_to"),
    VALUE("value"),
    KNOWN_AT("known_at"),
    OP("op");

    private static final Map<String, Field> BY_NAME = Map.of(
            "pseudonym", PSEUDONYM,
            "indicator", INDICATOR,
            "period_from", PERIOD_FROM,
            "period_to", PERIOD_TO,
            "value", VALUE,
            "known_at", KNOWN_AT,
            "op", OP);

    private final String wireName;

    Field(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
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
