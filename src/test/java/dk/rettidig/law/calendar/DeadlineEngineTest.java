package dk.rettidig.law.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.law.Confidence;
import dk.rettidig.law.Deadline;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.HolidayCorrection;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boundaries, worked out by hand. */
class DeadlineEngineTest {

    private final DeadlineEngine engine = new DeadlineEngine(new DanishHolidays(List.of()));

    @ParameterizedTest(name = "received {0}, assessed {1}: {2}")
    @CsvSource({
        "2026-11-22T10:00:00+01:00, 2026-11-23T10:00:00+01:00, true", // 24 h 00 min
        "2026-11-22T10:00:00+01:00, 2026-11-23T10:00:00.001+01:00, false",
        "2026-11-22T10:00:00+01:00, 2026-11-23T10:01:00+01:00, false", // 24 h 01 min
        "2026-03-28T12:00:00+01:00, 2026-03-29T13:00:00+02:00, true", // the clock goes forward: 13:00 next day
        "2026-03-28T12:00:00+01:00, 2026-03-29T13:01:00+02:00, false",
        "2026-10-24T12:00:00+02:00, 2026-10-25T11:00:00+01:00, true", // and back: 11:00 next day
        "2026-10-24T12:00:00+02:00, 2026-10-25T11:01:00+01:00, false",
        "2026-10-25T02:30:00+02:00, 2026-10-26T01:30:00+01:00, true", // the hour that comes twice, first time
        "2026-10-25T02:30:00+02:00, 2026-10-26T02:30:00+01:00, false",
        "2026-10-25T02:30:00+01:00, 2026-10-26T02:30:00+01:00, true", // and second time
        "2026-12-24T23:00:00+01:00, 2026-12-25T23:00:00+01:00, true", // no holiday stops hours
        "2026-12-24T23:00:00+01:00, 2026-12-25T23:01:00+01:00, false",
        "2028-02-28T23:59:00+01:00, 2028-02-29T23:59:00+01:00, true",
    })
    void assessedWithinTwentyFourHours(String received, String assessed, boolean inTime) {
        Due due = due("notif.assess", instant(received));

        assertThat(due.inTime(instant(assessed))).isEqualTo(inTime);
        assertThat(due.inTimeLeniently(instant(assessed))).isEqualTo(inTime);
    }

    @Test
    void whenOnlyTheDayOfReceiptIsKnownHoursCountFromItsStart() {
        Due due = engine.due(shipped("notif.assess"), LocalDate.parse("2026-11-22"))
                .orElseThrow();

        assertThat(due.inTime(instant("2026-11-23T00:00:00+01:00"))).isTrue();
        assertThat(due.inTime(instant("2026-11-23T00:01:00+01:00"))).isFalse();
        assertThat(due.inTimeLeniently(instant("2026-11-24T00:00:00+01:00"))).isTrue();
        assertThat(due.inTimeLeniently(instant("2026-11-24T00:01:00+01:00"))).isFalse();
    }

    @ParameterizedTest(name = "received {0}: acknowledged by {1}, without Saturdays {2}")
    @CsvSource({
        "2026-11-23, 2026-11-30, 2026-12-01", // a Monday: Tue to Sat, then Mon
        "2026-11-22, 2026-11-28, 2026-11-30", // a Sunday: Mon to Sat
        "2026-11-21, 2026-11-28, 2026-11-30", // a Saturday: the day itself is not counted
        "2026-04-01, 2026-04-11, 2026-04-14", // the day before Maundy Thursday: Sat 4, Tue 7, 8, 9, 10, 11
        "2026-12-23, 2027-01-02, 2027-01-04", // Thu 24, Mon 28 to Thu 31, Sat 2: 24 and 31 December count
        "2026-12-24, 2027-01-04, 2027-01-05", // Mon 28 to Thu 31, Sat 2, Mon 4
        "2026-05-13, 2026-05-21, 2026-05-22", // Ascension Day on the 14th
        "2026-05-22, 2026-05-30, 2026-06-02", // Whitsun
        "2026-06-04, 2026-06-11, 2026-06-12", // 5 June counts
        "2023-05-04, 2023-05-12, 2023-05-15", // Great Prayer Day, the last
        "2024-04-25, 2024-05-02, 2024-05-03", // abolished: the 26th counts; 1 May counts
    })
    void acknowledgedWithinSixHverdageTheStricterDayFirst(String received, String strict, String lenient) {
        assertThat(due(
                        "notif.acknowledge",
                        instant(received + "T23:59:59+00:00").minusSeconds(7200)))
                .isEqualTo(new Due.OnDay(LocalDate.parse(strict), LocalDate.parse(lenient)));
    }

    @ParameterizedTest(name = "aware {0}: the assessment ends by {1}")
    @CsvSource({
        "2026-01-15, 2026-05-15",
        "2026-01-31, 2026-05-31",
        "2026-05-31, 2026-09-30",
        "2026-10-31, 2027-02-28",
        "2027-10-31, 2028-02-29", // leap year
        "2027-10-30, 2028-02-29",
        "2027-10-29, 2028-02-29",
        "2027-10-28, 2028-02-28",
        "2028-02-29, 2028-06-29",
        "2026-02-28, 2026-06-28", // the number of the day counts, not that it is the month's last
        "2026-08-25, 2026-12-25", // ends on a holiday and is not moved
        "2026-12-10, 2027-04-10", // 121 days
        "2026-11-01, 2027-03-01", // 120 days
    })
    void fourMonths(String aware, String last) {
        Due due = engine.due(shipped("bfu.finish"), LocalDate.parse(aware)).orElseThrow();

        assertThat(due).isEqualTo(new Due.OnDay(LocalDate.parse(last), LocalDate.parse(last)));
        Due.OnDay day = (Due.OnDay) due;
        assertThat(day.inTime(LocalDate.parse(last))).isTrue();
        assertThat(day.inTime(LocalDate.parse(last).plusDays(1))).isFalse();
    }

    @ParameterizedTest(name = "an event at {0} UTC, three months: the first late moment is {1} UTC")
    @CsvSource({
        "2026-01-01T22:59:59Z, 2026-04-01T22:00:00Z", // still 1 January in Denmark; April ends at 22:00 UTC
        "2026-01-01T23:00:00Z, 2026-04-02T22:00:00Z", // 2 January
        "2026-07-25T12:00:00Z, 2026-10-25T23:00:00Z", // ends with the day of 25 hours
        "2025-12-29T12:00:00Z, 2026-03-29T22:00:00Z", // ends with the day of 23 hours
    })
    void daysAreDanish(String from, String firstLate) {
        Due due = due("followup.first", Instant.parse(from));

        assertThat(due.end()).isEqualTo(firstLate);
        assertThat(due.inTime(Instant.parse(firstLate).minusNanos(1))).isTrue();
        assertThat(due.inTime(Instant.parse(firstLate))).isFalse();
    }

    @Test
    void aDateIsItselfWhateverHappenedWhen() {
        assertThat(due("aia.annex3.start", Instant.EPOCH))
                .isEqualTo(new Due.OnDay(LocalDate.parse("2027-12-02"), LocalDate.parse("2027-12-02")));
    }

    @Test
    void aRuleHasNoEnd() {
        assertThat(engine.due(shipped("notif.reassess"), Instant.EPOCH)).isEmpty();
    }

    @Test
    void aYearWithoutACheckedCalendarIsRefusedAndNotGuessed() {
        Deadline weekdays = shipped("notif.acknowledge");

        assertThatThrownBy(() -> engine.due(weekdays, LocalDate.parse("1999-12-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1999");
        assertThatThrownBy(() -> engine.due(weekdays, LocalDate.parse("2099-12-28")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2100");
        assertThat(engine.due(weekdays, LocalDate.parse("2000-01-03"))).isPresent();
    }

    @Test
    void aCorrectionOfThePoliciesOutweighsTheLibrary() {
        LocalDate abolished = LocalDate.parse("2027-05-17");
        LocalDate introduced = LocalDate.parse("2027-05-19");
        DanishHolidays corrected = new DanishHolidays(List.of(
                new HolidayCorrection(abolished, false, "test", Confidence.PROPOSAL),
                new HolidayCorrection(introduced, true, "test", Confidence.PROPOSAL)));

        assertThat(new DanishHolidays(List.of()).isHoliday(abolished)).isTrue();
        assertThat(corrected.isHoliday(abolished)).isFalse();
        assertThat(corrected.isHoliday(introduced)).isTrue();
        assertThat(corrected.isHoliday(introduced.plusYears(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{date: 2027-05-17, holiday: false, ref: r, confidence: proposal} | true",
                "{date: 2027-02-30, holiday: false, ref: r, confidence: proposal} | false",
                "{date: 2027-05-17, holiday: maybe, ref: r, confidence: proposal} | false",
                "{date: 2027-05-17, holiday: false, confidence: proposal} | false",
                "{date: 2027-05-17, holiday: false, ref: r, confidence: sure} | false",
                "{date: 2027-05-17, holiday: false, ref: r, confidence: proposal, note: n} | false",
            })
    void correctionsAreReadWholeOrNotAtAll(String correction, boolean good) {
        List<PolicyProblem> problems = new ArrayList<>();
        PolicySet set = withCorrections("\n    - " + correction);

        DeadlineRegister register = DeadlineRegister.read(set, problems);

        assertThat(problems.isEmpty()).isEqualTo(good);
        if (good) {
            assertThat(register.holidayCorrections())
                    .containsExactly(
                            new HolidayCorrection(LocalDate.parse("2027-05-17"), false, "r", Confidence.PROPOSAL));
        }
    }

    @Test
    void aDayCorrectedTwiceIsAProblem() {
        List<PolicyProblem> problems = new ArrayList<>();
        String one = "\n    - {date: 2027-05-17, holiday: false, ref: r, confidence: proposal}";

        DeadlineRegister.read(withCorrections(one + one), problems);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).contains("2027-05-17 stands there already"));
    }

    private static PolicySet withCorrections(String corrections) {
        PolicySet shipped = PolicySetReader.shipped();
        String text = shipped.file(PolicySet.DEADLINES)
                .flatMap(PolicyFile::text)
                .orElseThrow()
                .replace("corrections: []", "corrections:" + corrections);
        return shipped.with(PolicyFile.of(PolicySet.DEADLINES, text.getBytes(StandardCharsets.UTF_8)));
    }

    private Due due(String id, Instant from) {
        return engine.due(shipped(id), from).orElseThrow();
    }

    private static Deadline shipped(String id) {
        return DeadlineRegister.read(PolicySetReader.shipped(), new ArrayList<>())
                .find(id)
                .orElseThrow();
    }

    private static Instant instant(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
