package dk.rettidig.notification.statistics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is counted and published at once: a month or a year of Danish days, by the day of receipt.
 *
 * @param name {@code 2026-10} or {@code 2026}
 * @param first its first day
 * @param last its last day
 */
public record Edition(String name, LocalDate first, LocalDate last) implements Comparable<Edition> {

    /** Days after its end on which a month is counted: deadlines of hours and working days have passed by then. */
    private static final int MONTH_SETTLES = 30;

    /** Days after its end on which a year is counted: most screenings have been concluded by then. */
    private static final int YEAR_SETTLES = 60;

    /** Months before today that are still counted: notifications are kept 24 months after nothing is left to do. */
    private static final int STILL_THERE = 22;

    /** Whether it is a month or a year. */
    public enum Period {
        MONTH,
        YEAR;

        /** The word in addresses and JSON. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Parses the word. */
        public static Optional<Period> parse(String id) {
            return java.util.Arrays.stream(values())
                    .filter(each -> each.id().equals(id))
                    .findFirst();
        }
    }

    /** A month. */
    public static Edition of(YearMonth month) {
        return new Edition(month.toString(), month.atDay(1), month.atEndOfMonth());
    }

    /** A year. */
    public static Edition of(Year year) {
        return new Edition(year.toString(), year.atDay(1), year.atDay(year.length()));
    }

    /** Parses the name; empty for anything else. */
    public static Optional<Edition> parse(String name) {
        try {
            if (name.matches("[0-9]{4}-[0-9]{2}")) {
                return Optional.of(of(YearMonth.parse(name)));
            }
            return name.matches("[0-9]{4}") ? Optional.of(of(Year.parse(name))) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Whether it is a month or a year. */
    public Period period() {
        return first.getMonth() == last.getMonth() ? Period.MONTH : Period.YEAR;
    }

    /** The first day on which it may be counted. */
    public LocalDate countedFrom() {
        return last.plusDays(period() == Period.MONTH ? MONTH_SETTLES : YEAR_SETTLES);
    }

    /** The months it consists of. */
    public List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth each = YearMonth.from(first); !each.atDay(1).isAfter(last); each = each.plusMonths(1)) {
            months.add(each);
        }
        return months;
    }

    /**
     * Everything that may be counted on a day and of which no notification can have been erased, oldest first.
     *
     * @param since the day on which the municipality's first notification arrived
     */
    public static List<Edition> due(LocalDate since, LocalDate today) {
        YearMonth oldest = YearMonth.from(today.minusMonths(STILL_THERE));
        YearMonth first = YearMonth.from(since).isBefore(oldest) ? oldest : YearMonth.from(since);
        List<Edition> due = new ArrayList<>();
        for (YearMonth month = first; !month.atDay(1).isAfter(today); month = month.plusMonths(1)) {
            due.add(of(month));
        }
        for (int year = first.getYear(); year <= today.getYear(); year++) {
            if (!Year.of(year).atMonth(1).isBefore(oldest)) {
                due.add(of(Year.of(year)));
            }
        }
        return due.stream()
                .filter(each -> !each.countedFrom().isAfter(today))
                .sorted()
                .toList();
    }

    @Override
    public int compareTo(Edition other) {
        int byEnd = last.compareTo(other.last);
        return byEnd != 0 ? byEnd : name.compareTo(other.name);
    }
}
