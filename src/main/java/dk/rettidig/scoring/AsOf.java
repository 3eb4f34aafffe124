package dk.rettidig.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The moment whose knowledge a calculation may use: what the source knew at or before it. Periods are dates in Danish
 * local time.
 *
 * @param moment the last moment that counts
 */
public record AsOf(Instant moment) {

    /** Denmark's; the calendar of reference periods. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    /** The end of a day in Denmark: everything known that day counts. */
    public static AsOf endOf(LocalDate day) {
        return new AsOf(day.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1));
    }

    /** The day in Denmark. */
    public LocalDate day() {
        return moment.atZone(ZONE).toLocalDate();
    }

    /** Whether something known at this moment counts. */
    public boolean knows(Instant knownAt) {
        return !knownAt.isAfter(moment);
    }
}
