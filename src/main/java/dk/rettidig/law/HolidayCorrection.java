package dk.rettidig.law;

import java.time.LocalDate;

/**
 * A day on which the calendar library is wrong about Denmark: an entry of {@code deadlines.yaml}.
 *
 * @param holiday whether the day is a public holiday, whatever the library says
 * @param ref the provision
 */
public record HolidayCorrection(LocalDate date, boolean holiday, String ref, Confidence confidence) {}
