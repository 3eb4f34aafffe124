package dk.rettidig.law.calendar;

import dk.rettidig.law.Deadline;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/**
 * Danish deadlines a second time, deliberately simple: a loop over days, Easter by the anonymous Gregorian algorithm
 * (Meeus, Jones, Butcher), the statutory holidays and the rule of summer time written by hand. Shares nothing with the
 * engine but the words.
 */
final class SimpleDenmark {

    private SimpleDenmark() {}

    /** Easter Sunday. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31;
        int day = (h + l - 7 * m + 114) % 31 + 1;
        return LocalDate.of(year, month, day);
    }

    /** The statutory public holidays of a year. */
    static Set<LocalDate> holidays(int year) {
        Set<LocalDate> days = new HashSet<>();
        days.add(LocalDate.of(year, 1, 1));
        days.add(LocalDate.of(year, 12, 25));
        days.add(LocalDate.of(year, 12, 26));
        LocalDate easter = easter(year);
        for (int after : new int[] {-3, -2, 0, 1, 39, 49, 50}) {
            days.add(easter.plusDays(after));
        }
        if (year <= 2023) {
            days.add(easter.plusDays(26));
        }
        return days;
    }

    /** The last day of a deadline that is not in hours; {@code lenient} leaves Saturdays out of hverdage. */
    static LocalDate last(Deadline.Unit unit, int amount, LocalDate from, boolean lenient) {
        return switch (unit) {
            case DAYS -> walk(amount, from, false, false, false);
            case WEEKS -> walk(7 * amount, from, false, false, false);
            case WEEKDAYS -> walk(amount, from, true, true, lenient);
            case WORKING_DAYS -> walk(amount, from, true, true, true);
            case MONTHS -> months(amount, from);
            default -> throw new IllegalArgumentException("no days: " + unit);
        };
    }

    /** The Danish wall clock: two hours before UTC's from the last Sunday of March to that of October, 01:00 UTC. */
    static LocalDateTime wallClock(Instant moment) {
        LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        LocalDateTime summer = lastSunday(utc.getYear(), 3).atTime(1, 0);
        LocalDateTime winter = lastSunday(utc.getYear(), 10).atTime(1, 0);
        boolean isSummer = !utc.isBefore(summer) && utc.isBefore(winter);
        return utc.plusHours(isSummer ? 2 : 1);
    }

    private static LocalDate walk(
            int days, LocalDate from, boolean notHolidays, boolean notSundays, boolean notSaturdays) {
        LocalDate day = from;
        int counted = 0;
        while (counted < days) {
            day = LocalDate.ofEpochDay(day.toEpochDay() + 1);
            boolean skipped = (notHolidays && holidays(day.getYear()).contains(day))
                    || (notSundays && day.getDayOfWeek() == DayOfWeek.SUNDAY)
                    || (notSaturdays && day.getDayOfWeek() == DayOfWeek.SATURDAY);
            counted += skipped ? 0 : 1;
        }
        return day;
    }

    private static LocalDate months(int months, LocalDate from) {
        int month = from.getMonthValue() + months;
        int year = from.getYear();
        while (month > 12) {
            month -= 12;
            year++;
        }
        int[] lengths = {31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return LocalDate.of(year, month, Math.min(from.getDayOfMonth(), lengths[month - 1]));
    }

    private static boolean leap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static LocalDate lastSunday(int year, int month) {
        LocalDate day = LocalDate.of(year, month, 31);
        while (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day;
    }
}
