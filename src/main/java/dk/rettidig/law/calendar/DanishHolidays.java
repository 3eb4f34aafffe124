package dk.rettidig.law.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dk.rettidig.law.HolidayCorrection;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Denmark's statutory public holidays by jollyday, corrected by {@code deadlines.yaml}. Great Prayer Day is one until 2023;
 * 1 May, 5 June, 24 and 31 December are customary closing days and none (ADR 126). The library reads its calendar at the
 * first question, which takes about a second, and never at start-up; each year is then read once.
 */
public final class DanishHolidays implements Holidays {

    /** First year that the calendar was compared with the statutory list for. */
    public static final int FIRST_YEAR = 2000;

    /** Last year that the calendar was compared with the statutory list for. */
    public static final int LAST_YEAR = 2099;

    private final List<HolidayCorrection> corrections;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    /** The calendar with these corrections. */
    public DanishHolidays(List<HolidayCorrection> corrections) {
        this.corrections = List.copyOf(corrections);
    }

    @Override
    public boolean isHoliday(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("public holidays are known from " + FIRST_YEAR + " to " + LAST_YEAR
                    + ", not for " + day.getYear() + "; correct the date");
        }
        return years.computeIfAbsent(day.getYear(), this::holidays).contains(day);
    }

    private Set<LocalDate> holidays(int year) {
        Set<LocalDate> days = new HashSet<>();
        for (Holiday holiday : Library.DENMARK.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)) {
            days.add(holiday.getDate());
        }
        for (HolidayCorrection correction : corrections) {
            if (correction.holiday() && correction.date().getYear() == year) {
                days.add(correction.date());
            } else {
                days.remove(correction.date());
            }
        }
        return Set.copyOf(days);
    }

    /** Read at the first use. */
    private static final class Library {
        static final HolidayManager DENMARK =
                HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.DENMARK));
    }
}
