package dk.rettidig.law.calendar;

import java.time.LocalDate;

/** The public holidays of a country: the days that the law says are none for work. */
@FunctionalInterface
public interface Holidays {

    /**
     * Whether the day is a public holiday. A Sunday is one only when it has a name of its own (Easter, Whitsun).
     *
     * @throws IllegalArgumentException for a year that the calendar was not checked for
     */
    boolean isHoliday(LocalDate day);
}
