package dk.rettidig.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The reference period of each indicator and when its source knew it. A period ends so early that its source knows it
 * before the as-of day even when it is late; the notification register speaks of the day before.
 */
final class FeedCalendar {

    private static final LocalTime PUBLISHED = LocalTime.of(4, 0);
    private static final LocalTime REGISTER_CLOSES = LocalTime.of(22, 0);
    private static final int QUARTER_MONTHS = 3;
    private static final int YEAR_DAYS = 365;
    /** Room for late rows of monthly sources; with it a period's end is at most 44 days old, and 45 are fresh. */
    private static final int MONTHLY_ROOM = 8;

    private final LocalDate asOf;
    private final Map<SyntheticIndicator, Period> periods = new EnumMap<>(SyntheticIndicator.class);

    /** A reference period, both days included, and when it was known. */
    record Period(LocalDate from, LocalDate to, Instant knownAt) {}

    FeedCalendar(LocalDate asOf) {
        this.asOf = asOf;
        for (SyntheticIndicator indicator : SyntheticIndicator.values()) {
            periods.put(indicator, period(indicator));
        }
    }

    Period of(SyntheticIndicator indicator) {
        return Objects.requireNonNull(periods.get(indicator));
    }

    /** The moment before which everything in the feeds was known: a minute before the as-of day begins. */
    Instant limit() {
        return asOf.atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(60);
    }

    LocalDate asOf() {
        return asOf;
    }

    private Period period(SyntheticIndicator indicator) {
        if (indicator.window() == SyntheticIndicator.YESTERDAY) {
            LocalDate to = asOf.minusDays(1);
            return new Period(
                    asOf.minusDays(YEAR_DAYS), to, to.atTime(REGISTER_CLOSES).toInstant(ZoneOffset.UTC));
        }
        boolean quarter = indicator.window() == SyntheticIndicator.QUARTER;
        int publication = indicator.feed().publicationDays();
        LocalDate last = asOf.minusDays(1L + publication + (quarter ? Defect.LATE_DAYS : MONTHLY_ROOM));
        LocalDate afterEnd = last.plusDays(1).withDayOfMonth(1);
        if (quarter) {
            afterEnd = afterEnd.minusMonths((afterEnd.getMonthValue() - 1) % QUARTER_MONTHS);
        }
        LocalDate from = afterEnd.minusMonths(quarter ? QUARTER_MONTHS : indicator.window());
        LocalDate to = afterEnd.minusDays(1);
        return new Period(from, to, to.plusDays(publication).atTime(PUBLISHED).toInstant(ZoneOffset.UTC));
    }
}
