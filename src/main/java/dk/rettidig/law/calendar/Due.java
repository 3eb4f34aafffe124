package dk.rettidig.law.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a deadline ends. Where the text of the law can be read in two ways, the stricter end counts and is shown first; the
 * lenient one stands beside it.
 */
public sealed interface Due {

    /** Where Danish deadlines are counted. */
    ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /** Whether something done at this moment was done in time, by the stricter reading. */
    boolean inTime(Instant done);

    /** Whether something done at this moment was done in time, by the more lenient reading. */
    boolean inTimeLeniently(Instant done);

    /** The moment for people and alarms: a moment's own, or the midnight that ends a day. Stricter reading. */
    Instant end();

    /**
     * A deadline in hours. What is done at the very moment is in time.
     *
     * @param moment the stricter end
     * @param lenient differs only when no more than the day of the event is known: counted from the end of that day
     */
    record AtMoment(Instant moment, Instant lenient) implements Due {

        @Override
        public boolean inTime(Instant done) {
            return !done.isAfter(moment);
        }

        @Override
        public boolean inTimeLeniently(Instant done) {
            return !done.isAfter(lenient);
        }

        @Override
        public Instant end() {
            return moment;
        }
    }

    /**
     * A deadline in days, weeks or months, or a date: ends when the Danish day does.
     *
     * @param last the last day in time, by the stricter reading
     * @param lenient the last day by the more lenient reading: hverdage without Saturdays
     */
    record OnDay(LocalDate last, LocalDate lenient) implements Due {

        @Override
        public boolean inTime(Instant done) {
            return inTime(dayOf(done));
        }

        @Override
        public boolean inTimeLeniently(Instant done) {
            return !dayOf(done).isAfter(lenient);
        }

        /** Whether something done on this day was done in time, by the stricter reading. */
        public boolean inTime(LocalDate done) {
            return !done.isAfter(last);
        }

        @Override
        public Instant end() {
            return startOf(last.plusDays(1));
        }
    }

    /** The Danish day of a moment. */
    static LocalDate dayOf(Instant moment) {
        return moment.atZone(DENMARK).toLocalDate();
    }

    /** The moment at which a Danish day begins. */
    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(DENMARK).toInstant();
    }
}
