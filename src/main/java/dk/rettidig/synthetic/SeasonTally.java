package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticChild.NotificationHistory;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;

/**
 * When the latest notifications came, those of school and day care against all others: few in July, and half as many in
 * the last quarter with {@link Defect#DRIFT}.
 */
final class SeasonTally {

    private static final int OTHERS = 0;
    private static final int SCHOOL_AND_DAY_CARE = 1;

    private final LocalDate day;
    /** By group of notifiers: in the last quarter and not in July, before it and not in July, in July, stayed away. */
    private final long[][] counts = new long[2][4];

    SeasonTally(LocalDate day) {
        this.day = day;
    }

    void add(NotificationHistory history) {
        if (history.silenced()) {
            counts[SCHOOL_AND_DAY_CARE][3]++;
        }
        if (!history.notified()) {
            return;
        }
        int group = Notifier.withCode(history.notifier()).closedInJuly() ? SCHOOL_AND_DAY_CARE : OTHERS;
        if (day.minusDays(history.daysSince()).getMonth() == Month.JULY) {
            counts[group][2]++;
        } else {
            counts[group][history.daysSince() <= NotificationYear.QUARTER ? 0 : 1]++;
        }
    }

    void merge(SeasonTally other) {
        for (int group = 0; group < counts.length; group++) {
            long[] sums = counts[group];
            long[] more = other.counts[group];
            Arrays.setAll(sums, i -> sums[i] + more[i]);
        }
    }

    /** Of the last quarter's notifications from school and day care, the share that stayed away. */
    double silencedShare() {
        long away = counts[SCHOOL_AND_DAY_CARE][3];
        return away / (double) (away + counts[SCHOOL_AND_DAY_CARE][0]);
    }

    /** Last quarter's against earlier notifications from school and day care, in proportion to those of all others. */
    double quarterRatio() {
        return ratio(counts[SCHOOL_AND_DAY_CARE][0], counts[SCHOOL_AND_DAY_CARE][1])
                / ratio(counts[OTHERS][0], counts[OTHERS][1]);
    }

    /** July's against other earlier notifications from school and day care, in proportion to those of all others. */
    double julyRatio() {
        return ratio(counts[SCHOOL_AND_DAY_CARE][2], counts[SCHOOL_AND_DAY_CARE][1])
                / ratio(counts[OTHERS][2], counts[OTHERS][1]);
    }

    private static double ratio(long upper, long lower) {
        return upper / (double) lower;
    }
}
