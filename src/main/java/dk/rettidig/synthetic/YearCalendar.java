package dk.rettidig.synthetic;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who notifies on which day of a published year. Every group of notifiers has the share that was published; its days are uniform but
 * for July, when schools and day care notify a fifth as often (assumed; published: they fall then), and for the lock-down from 16 March
 * to 30 April 2020, when they notify a third as often and all others three quarters as often (assumed; published: April was low).
 */
final class YearCalendar {

    private static final LocalDate LOCKED_FROM = LocalDate.of(2020, Month.MARCH, 16);
    private static final LocalDate LOCKED_TO = LocalDate.of(2020, Month.APRIL, 30);
    private static final double LOCKED_SCHOOL = 1 / 3.0;
    private static final double LOCKED_OTHERS = .75;

    private static final int AGES = 18;

    private static final Map<Integer, YearCalendar> ALL = IntStream.rangeClosed(NationalYear.FIRST, NationalYear.LAST)
            .boxed()
            .collect(Collectors.toMap(
                    year -> year, year -> new YearCalendar(NationalYear.of(year).orElseThrow())));

    private final LocalDate first;
    private final int days;
    private final NotifierMix mix;
    private final double[] counts;

    private YearCalendar(NationalYear year) {
        first = year.first();
        days = first.lengthOfYear();
        mix = new NotifierMix(year.notifiers(), ages(year));
        counts = CountShares.of(year);
    }

    static YearCalendar of(NationalYear year) {
        YearCalendar calendar = ALL.get(year.year());
        if (calendar == null) {
            throw new IllegalArgumentException(year.year() + " was not published");
        }
        return calendar;
    }

    /** One notification before its hour is known. */
    record Dated(LocalDate day, Notifier notifier) {}

    /** Ages of the notified: those of the population, and the unborn with the newborn. Who has no age here is of any. */
    private static double[] ages(NationalYear year) {
        double[] ages = new double[AGES];
        for (int age = 0; age < AGES; age++) {
            double within = DanishPopulation.shareOfAge(age) * (1 + year.outside() - year.unborn());
            ages[age] = (within + (age == 0 ? year.unborn() : 0)) / (1 + year.outside());
        }
        return ages;
    }

    /** The shares of children with one notification, two ... */
    double[] counts() {
        return counts;
    }

    /** So many notifications about a child of this age, oldest first. */
    List<Dated> draw(int age, int times, Draws draws) {
        List<Dated> drawn = new ArrayList<>(times);
        for (int i = 0; i < times; i++) {
            Notifier notifier = mix.at(age, draws.uniform());
            LocalDate day = first.plusDays(draws.below(days));
            while (!draws.chance(open(day, notifier))) {
                day = first.plusDays(draws.below(days));
            }
            drawn.add(new Dated(day, notifier));
        }
        drawn.sort(Comparator.comparing(Dated::day));
        return drawn;
    }

    private static double open(LocalDate day, Notifier notifier) {
        boolean locked = !day.isBefore(LOCKED_FROM) && !day.isAfter(LOCKED_TO);
        if (!notifier.closedInJuly()) {
            return locked ? LOCKED_OTHERS : 1;
        }
        if (locked) {
            return LOCKED_SCHOOL;
        }
        return day.getMonth() == Month.JULY ? NotificationYear.JULY : 1;
    }
}
