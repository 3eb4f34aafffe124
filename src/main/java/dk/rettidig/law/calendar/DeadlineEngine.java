package dk.rettidig.law.calendar;

import dk.rettidig.law.Deadline;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Counts deadlines of the law in Denmark. Hours are absolute: a night of summer time makes them neither more nor fewer. For
 * all other units the day of the event is not counted and the deadline ends with its last Danish day; months end on the day
 * of the same number or, where the month has none, on its last. No deadline is moved because it ends on a holiday: these are
 * duties of authorities, and the earlier day is the safe one (ADR 126). Holds no clock.
 */
public final class DeadlineEngine {

    private final Holidays holidays;

    /** An engine with this calendar. */
    public DeadlineEngine(Holidays holidays) {
        this.holidays = holidays;
    }

    /**
     * When a deadline ends that an event at this moment started.
     *
     * @return empty when the deadline is a rule without a length of time
     * @throws IllegalArgumentException when holidays must be known in a year of which they are not
     */
    public Optional<Due> due(Deadline deadline, Instant from) {
        if (deadline.unit() == Deadline.Unit.HOURS) {
            Instant end = from.plus(Duration.ofHours(deadline.amount()));
            return Optional.of(new Due.AtMoment(end, end));
        }
        return due(deadline, Due.dayOf(from));
    }

    /**
     * When a deadline ends that an event on this Danish day started. Hours count from the start of the day (the lenient end:
     * from its end).
     *
     * @return empty when the deadline is a rule without a length of time
     * @throws IllegalArgumentException when holidays must be known in a year of which they are not
     */
    public Optional<Due> due(Deadline deadline, LocalDate from) {
        int amount = deadline.amount();
        return switch (deadline.unit()) {
            case HOURS -> {
                Duration hours = Duration.ofHours(amount);
                yield Optional.of(new Due.AtMoment(
                        Due.startOf(from).plus(hours),
                        Due.startOf(from.plusDays(1)).plus(hours)));
            }
            case DAYS -> onDay(from.plusDays(amount));
            case WEEKS -> onDay(from.plusWeeks(amount));
            case MONTHS -> onDay(from.plusMonths(amount));
            case WORKING_DAYS -> onDay(count(amount, from, this::isWorkingDay));
            case WEEKDAYS ->
                Optional.of(
                        new Due.OnDay(count(amount, from, this::isWeekday), count(amount, from, this::isWorkingDay)));
            case DATE -> onDay(LocalDate.parse(deadline.text()));
            case RULE -> Optional.empty();
        };
    }

    /** Whether the day is a hverdag, read strictly: Monday to Saturday, no public holiday. */
    public boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.isHoliday(day);
    }

    /** Whether the day is a working day: Monday to Friday, no public holiday. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && isWeekday(day);
    }

    private static Optional<Due> onDay(LocalDate day) {
        return Optional.of(new Due.OnDay(day, day));
    }

    private static LocalDate count(int days, LocalDate from, Predicate<LocalDate> counted) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (counted.test(day)) {
                left--;
            }
        }
        return day;
    }
}
