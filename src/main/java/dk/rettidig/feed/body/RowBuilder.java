package dk.rettidig.feed.body;

import dk.rettidig.feed.RowCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of one row in any order, checks each as it comes and the whole at the end. What is reported is the
 * first code in the order of {@link RowCode}, whatever the order of the fields. Reused for all rows of a body.
 */
final class RowBuilder {

    private static final int REQUIRED =
            Field.PSEUDONYM.bit() | Field.INDICATOR.bit() | Field.PERIOD_FROM.bit() | Field.PERIOD_TO.bit();

    private final Row row = new Row();
    private final KnownIndicators indicators;
    private final char decimalMark;
    private final long periodFrom;
    private final long periodTo;
    private final long today;
    private final long latestKnownAt;
    private final long defaultKnownAt;

    private KnownIndicators.@Nullable Known indicator;
    private long from;
    private long to;
    private long knownAt;
    private double value;
    private int present;
    private @Nullable RowCode wrong;

    RowBuilder(RowRules rules) {
        this.indicators = new KnownIndicators(rules);
        this.decimalMark = rules.csv().decimalMark();
        this.periodFrom = rules.period().from().toEpochDay();
        this.periodTo = rules.period().to().toEpochDay();
        this.today = rules.today().toEpochDay();
        this.latestKnownAt = micros(rules.latestKnownAt());
        this.defaultKnownAt = micros(rules.defaultKnownAt());
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** Forgets the row before. */
    void start() {
        indicator = null;
        present = 0;
        wrong = null;
        value = 0;
        knownAt = defaultKnownAt;
        row.retracted = false;
    }

    void fail(RowCode code) {
        if (wrong == null || code.compareTo(wrong) < 0) {
            wrong = code;
        }
    }

    /** Whether the field came already; from now on it has. */
    boolean repeated(Field field) {
        int bit = field.bit();
        boolean before = (present & bit) != 0;
        present |= bit;
        return before;
    }

    /** Takes back that the field came: it was null or empty, which is the same as absent. */
    void absent(Field field) {
        present &= ~field.bit();
    }

    void text(Field field, char[] text, int at, int length) {
        switch (field) {
            case PSEUDONYM -> pseudonym(text, at, length);
            case INDICATOR -> indicator(text, at, length);
            case PERIOD_FROM -> from = date(text, at, length);
            case PERIOD_TO -> to = date(text, at, length);
            case KNOWN_AT -> knownAt(text, at, length);
            case OP -> op(text, at, length);
            case VALUE -> valueText(new String(text, at, length));
        }
    }

    /** A number of JSON. */
    void number(double number) {
        value = number;
        if (!Double.isFinite(number)) {
            fail(RowCode.VALUE_NOT_FINITE);
        }
    }

    private void pseudonym(char[] text, int at, int length) {
        if (length != Pseudonym.TEXT_LENGTH) {
            fail(RowCode.PSEUDONYM_LENGTH);
        } else if (!PseudonymText.decode(text, at, row.pseudonym())) {
            fail(RowCode.PSEUDONYM_ALPHABET);
        }
    }

    private void indicator(char[] text, int at, int length) {
        indicator = indicators.find(text, at, length);
        if (indicator == null) {
            fail(RowCode.INDICATOR_UNKNOWN);
        } else if (!indicator.inNote) {
            fail(RowCode.INDICATOR_NOT_IN_NOTE);
        }
    }

    private long date(char[] text, int at, int length) {
        long day = Text.epochDay(text, at, length);
        if (day == Text.WRONG) {
            fail(RowCode.PERIOD_MALFORMED);
        }
        return day;
    }

    private void knownAt(char[] text, int at, int length) {
        knownAt = Text.epochMicros(text, at, length);
        if (knownAt == Text.WRONG) {
            fail(RowCode.KNOWN_AT_MALFORMED);
        } else if (knownAt > latestKnownAt) {
            fail(RowCode.KNOWN_AT_IN_FUTURE);
        }
    }

    private void op(char[] text, int at, int length) {
        if (same("retract", text, at, length)) {
            row.retracted = true;
        } else if (!same("assert", text, at, length)) {
            fail(RowCode.OP_UNKNOWN);
        }
    }

    private void valueText(String text) {
        if (Text.isDecimal(text, decimalMark)) {
            number(Double.parseDouble(decimalMark == ',' ? text.replace(',', '.') : text));
        } else {
            fail(isNotFinite(text) ? RowCode.VALUE_NOT_FINITE : RowCode.VALUE_NOT_A_NUMBER);
        }
    }

    /** Whether the text is how some program writes "not a number" or an infinity. */
    static boolean isNotFinite(String text) {
        return text.strip().matches("(?i)[+-]?(nan|inf|infinity)");
    }

    /** Checks the whole row: the row when it is good, null when {@link #wrong()} says why not. */
    @Nullable
    Row finish() {
        int required = row.retracted ? REQUIRED : REQUIRED | Field.VALUE.bit();
        if ((present & required) != required) {
            fail(RowCode.FIELD_MISSING);
        }
        KnownIndicators.Known known = indicator;
        if (wrong != null || known == null) {
            return null;
        }
        checkPeriod(known);
        checkValue(known);
        if (wrong != null) {
            return null;
        }
        row.indicator = known.code;
        row.from = (int) from;
        row.to = (int) to;
        row.value = row.retracted ? 0 : value;
        row.knownAt = knownAt;
        return row;
    }

    private void checkPeriod(KnownIndicators.Known known) {
        if (to < from) {
            fail(RowCode.PERIOD_REVERSED);
        }
        if ((known.openEnded ? from : to) > today) {
            fail(RowCode.PERIOD_IN_FUTURE);
        }
        if (from < periodFrom || from > periodTo || (!known.openEnded && to > periodTo)) {
            fail(RowCode.PERIOD_OUTSIDE_NOTE);
        }
    }

    private void checkValue(KnownIndicators.Known known) {
        // Negative zero and zero are one value; the database and the model must not see two.
        value = value == 0 ? 0 : value;
        boolean inside =
                value >= known.minimum && value <= known.maximum && (!known.whole || value == Math.rint(value));
        if (!row.retracted && !inside) {
            fail(RowCode.VALUE_OUT_OF_RANGE);
        }
    }

    /** Why the row is not good. */
    RowCode wrong() {
        return wrong == null ? RowCode.MALFORMED : wrong;
    }

    private static boolean same(String word, char[] text, int at, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != text[at + i]) {
                return false;
            }
        }
        return true;
    }
}
