package dk.rettidig.law.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.law.Confidence;
import dk.rettidig.law.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine against a simple reference over forty years, 2007 to 2046. A failure names its seed. */
class DeadlinePropertyTest {

    private static final int FIRST = 2007;
    private static final int LAST = 2046;
    private static final List<Integer> AMOUNTS = List.of(1, 2, 3, 4, 6, 7, 13, 30, 120);

    private final DanishHolidays holidays = new DanishHolidays(List.of());
    private final DeadlineEngine engine = new DeadlineEngine(holidays);
    private final long seed =
            Optional.ofNullable(Long.getLong("rettidig.test.seed")).orElseGet(() -> new SplittableRandom().nextLong());

    @Test
    void theLibraryHasTheStatutoryHolidaysOfEveryYearItMayBeAskedFor() {
        for (int year = DanishHolidays.FIRST_YEAR; year <= DanishHolidays.LAST_YEAR; year++) {
            Set<LocalDate> found = new HashSet<>();
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                if (holidays.isHoliday(day)) {
                    found.add(day);
                }
            }
            assertThat(found).as("year %d", year).isEqualTo(SimpleDenmark.holidays(year));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DAYS", "WORKING_DAYS", "WEEKDAYS", "WEEKS", "MONTHS"})
    void everyDayOfFortyYearsHasTheEndThatTheReferenceCounts(Deadline.Unit unit) {
        for (int amount : AMOUNTS) {
            Deadline deadline = deadline(unit, amount);
            // Long counts of a few days are told by the others; every day is walked with those the law has.
            int step = amount > 7 ? 11 : 1;
            for (LocalDate day = LocalDate.of(FIRST, 1, 1); day.getYear() <= LAST; day = day.plusDays(step)) {
                assertThat(engine.due(deadline, day))
                        .as("%d %s from %s", amount, unit, day)
                        .contains(new Due.OnDay(
                                SimpleDenmark.last(unit, amount, day, false),
                                SimpleDenmark.last(unit, amount, day, true)));
            }
        }
    }

    @Test
    void momentsDrawnOverFortyYearsEndAsTheReferenceCounts() {
        SplittableRandom random = new SplittableRandom(seed);
        Instant start = Instant.parse(FIRST + "-01-01T00:00:00Z");
        long seconds = Instant.parse((LAST + 1) + "-01-01T00:00:00Z").getEpochSecond() - start.getEpochSecond();
        List<Deadline.Unit> units = List.of(
                Deadline.Unit.DAYS,
                Deadline.Unit.WORKING_DAYS,
                Deadline.Unit.WEEKDAYS,
                Deadline.Unit.WEEKS,
                Deadline.Unit.MONTHS);
        for (int i = 0; i < 50_000; i++) {
            Instant from = start.plusSeconds(random.nextLong(seconds)).plusMillis(random.nextInt(1000));
            Deadline.Unit unit = units.get(random.nextInt(units.size()));
            int amount = 1 + random.nextInt(12);
            LocalDate day = SimpleDenmark.wallClock(from).toLocalDate();
            String what = "seed %d: %d %s from %s".formatted(seed, amount, unit, from);

            Due due = engine.due(deadline(unit, amount), from).orElseThrow();

            LocalDate last = SimpleDenmark.last(unit, amount, day, false);
            assertThat(due).as(what).isEqualTo(new Due.OnDay(last, SimpleDenmark.last(unit, amount, day, true)));
            // The midnight that ends the last day, on the reference's clock
            LocalDateTime midnight = last.plusDays(1).atStartOfDay();
            assertThat(SimpleDenmark.wallClock(due.end())).as(what).isEqualTo(midnight);
            assertThat(SimpleDenmark.wallClock(due.end().minusMillis(1)))
                    .as(what)
                    .isEqualTo(midnight.minusNanos(1_000_000));
            assertThat(due.inTime(due.end().minusMillis(1))).as(what).isTrue();
            assertThat(due.inTime(due.end())).as(what).isFalse();
        }
    }

    @Test
    void hoursDrawnOverFortyYearsAreHoursAndNotWallClock() {
        SplittableRandom random = new SplittableRandom(seed);
        long start = Instant.parse(FIRST + "-01-01T00:00:00Z").getEpochSecond();
        long seconds = Instant.parse((LAST + 1) + "-01-01T00:00:00Z").getEpochSecond() - start;
        for (int i = 0; i < 50_000; i++) {
            Instant from = Instant.ofEpochSecond(start + random.nextLong(seconds));
            int hours = 1 + random.nextInt(100);
            String what = "seed %d: %d hours from %s".formatted(seed, hours, from);

            Due due = engine.due(deadline(Deadline.Unit.HOURS, hours), from).orElseThrow();

            Instant end = Instant.ofEpochSecond(from.getEpochSecond() + 3600L * hours);
            assertThat(due).as(what).isEqualTo(new Due.AtMoment(end, end));
            assertThat(due.inTime(end)).as(what).isTrue();
            assertThat(due.inTime(end.plusMillis(1))).as(what).isFalse();
        }
    }

    private static Deadline deadline(Deadline.Unit unit, int amount) {
        return new Deadline("test", "test", unit, amount, "", "event", Optional.empty(), Confidence.PROPOSAL);
    }
}
