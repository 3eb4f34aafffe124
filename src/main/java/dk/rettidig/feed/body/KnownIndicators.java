package dk.rettidig.feed.body;

import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue's indicators as the rows of one delivery see them, found by characters without making a text. */
final class KnownIndicators {

    /** A power of two well above the catalogue's size, so that look-ups seldom collide. */
    private static final int SLOTS = 512;

    private final @Nullable Known[] slots = new Known[SLOTS];

    KnownIndicators(RowRules rules) {
        List<Indicator> all = new ArrayList<>(rules.catalogue().all());
        if (all.size() > SLOTS / 2) {
            throw new IllegalArgumentException("a catalogue has at most " + SLOTS / 2 + " indicators");
        }
        for (Indicator indicator : all) {
            IndicatorId id = indicator.id();
            put(new Known(
                    id.value().toCharArray(),
                    indicator.code(),
                    indicator.minimum(),
                    indicator.maximum(),
                    indicator.isMarker(),
                    rules.indicators().contains(id),
                    rules.openEnded().contains(id)));
        }
    }

    /** The indicator with this id, or null when the catalogue has none. */
    @Nullable
    Known find(char[] text, int from, int length) {
        int slot = hash(text, from, length);
        for (Known known = slots[slot]; known != null; known = slots[slot]) {
            if (Arrays.equals(known.id, 0, known.id.length, text, from, from + length)) {
                return known;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return null;
    }

    private void put(Known known) {
        int slot = hash(known.id, 0, known.id.length);
        while (slots[slot] != null) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        slots[slot] = known;
    }

    private static int hash(char[] text, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + text[i];
        }
        return (hash ^ hash >>> 9) & (SLOTS - 1);
    }

    /** One indicator: its range, whether it is one of whole numbers, whether the note names it, and whether its periods may end in the future. */
    static final class Known {
        private final char[] id;
        final short code;
        final double minimum;
        final double maximum;
        final boolean whole;
        final boolean inNote;
        final boolean openEnded;

        private Known(
                char[] id,
                short code,
                double minimum,
                double maximum,
                boolean whole,
                boolean inNote,
                boolean openEnded) {
            this.id = id;
            this.code = code;
            this.minimum = minimum;
            this.maximum = maximum;
            this.whole = whole;
            this.inNote = inNote;
            this.openEnded = openEnded;
        }
    }
}
