package dk.rettidig.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.casefile.CaseRules.Disorder;
import dk.rettidig.casefile.Finding.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CaseRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void aFindingNamesTheDayOfTheDemandTheLastDayAndTheDayOnRecord() {
        Finding finding = only(
                "assessment.four_months",
                "2026-01-15 CASE_AWARE",
                "2026-02-01 CASE_SCREENING=3",
                "2026-05-16 CASE_ASSESSMENT_DONE");

        assertThat(finding.state()).isEqualTo(State.BREACHED);
        assertThat(finding.on()).contains(LocalDate.parse("2026-02-01"));
        assertThat(finding.due()).contains(LocalDate.parse("2026-05-15"));
        assertThat(finding.done()).contains(LocalDate.parse("2026-05-16"));
        assertThat(finding.missing()).isEmpty();
    }

    @Test
    void whatCannotBeToldNamesTheDateThatIsMissing() {
        assertThat(only("assessment.four_months", "2026-02-01 CASE_SCREENING=3").missing())
                .contains("CASE_AWARE");
        assertThat(only("assessment.four_months", "2026-02-01 CASE_ASSESSMENT_STARTED")
                        .missing())
                .contains("CASE_SCREENING");
        assertThat(only("party.at_ten", "2026-02-01 CASE_DECISION=1").missing()).contains("CASE_AGE");
        assertThat(only("talk.in_assessment", "2026-02-01 CASE_ASSESSMENT_DONE").missing())
                .contains("CASE_ASSESSMENT_STARTED");
    }

    @Test
    void anEmptyRecordBreaksNoRule() {
        assertThat(ShippedRules.RULES.findings(history(), TODAY))
                .hasSameSizeAs(ShippedRules.REGISTER.all())
                .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(State.NOT_APPLICABLE));
        assertThat(ShippedRules.RULES.disorders(history(), TODAY)).isEmpty();
    }

    @Test
    void everyDemandIsFoundOnItsOwn() {
        List<State> states = all(
                        "talk.before_decision",
                        "2026-01-01 CASE_TALK=1",
                        "2026-01-02 CASE_DECISION=1",
                        "2026-03-02 CASE_DECISION=1",
                        "2026-05-01 CASE_TALK=2",
                        "2026-05-02 CASE_DECISION=2")
                .stream()
                .map(Finding::state)
                .toList();

        assertThat(states).containsExactly(State.MET, State.BREACHED, State.MET);
    }

    @Test
    void anEndBeforeItsStartIsReportedAndNotGuessed() {
        CaseHistory history = history("2026-03-02 CASE_MEASURE_STARTED", "2026-03-01 CASE_MEASURE_ENDED");

        assertThat(ShippedRules.RULES.disorders(history, TODAY))
                .containsExactly(
                        new Disorder("CASE_MEASURE_STARTED", "CASE_MEASURE_ENDED", LocalDate.parse("2026-03-01")));
        assertThat(only("followup.first", "2026-03-02 CASE_MEASURE_STARTED", "2026-03-01 CASE_MEASURE_ENDED"))
                .satisfies(finding -> assertThat(finding.state()).isEqualTo(State.UNDECIDABLE))
                .satisfies(finding -> assertThat(finding.missing()).contains("CASE_MEASURE_STARTED"));
    }

    @Test
    void aMoveOnOneDayEndsOnePlacementAndBeginsAnother() {
        CaseHistory history =
                history("2026-01-01 CASE_PLACED=1", "2026-03-01 CASE_PLACEMENT_ENDED", "2026-03-01 CASE_PLACED=2");

        CaseHistory.Spans spans = history.spans("CASE_PLACED", Map.of("CASE_PLACED", "CASE_PLACEMENT_ENDED"));

        assertThat(spans.all())
                .containsExactly(
                        new CaseHistory.Span(LocalDate.parse("2026-01-01"), Optional.of(LocalDate.parse("2026-03-01"))),
                        new CaseHistory.Span(LocalDate.parse("2026-03-01"), Optional.empty()));
        assertThat(spans.loose()).isEmpty();
    }

    @Test
    void aPeriodOfOneDayIsInOrder() {
        CaseHistory history = history("2026-03-01 CASE_PLACEMENT_ENDED", "2026-03-01 CASE_PLACED=3");

        assertThat(ShippedRules.RULES.disorders(history, TODAY)).isEmpty();
        assertThat(only("followup.first", "2026-03-01 CASE_PLACEMENT_ENDED", "2026-03-01 CASE_PLACED=3")
                        .state())
                .isEqualTo(State.NOT_APPLICABLE);
    }

    @Test
    void whatIsOnRecordForALaterDayDoesNotCountYet() {
        CaseHistory history =
                history("2026-01-15 CASE_AWARE", "2026-02-01 CASE_SCREENING=3", "2026-05-15 CASE_ASSESSMENT_DONE");

        assertThat(state(history, "assessment.four_months", "2026-01-31")).isEqualTo(State.NOT_APPLICABLE);
        assertThat(state(history, "assessment.four_months", "2026-05-14")).isEqualTo(State.OPEN);
        assertThat(state(history, "assessment.four_months", "2026-05-15")).isEqualTo(State.MET);
    }

    /** Over random records: order of delivery changes nothing, repeats change nothing, and time only turns open to breached. */
    @Test
    void findingsDependOnTheRecordAloneAndAgeOneWay() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            List<CaseEvent> events = randomRecord(random);
            CaseHistory history = CaseHistory.of(events);
            List<CaseEvent> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(shuffled, new Random(seed + i));
            LocalDate end = LocalDate.parse("2026-12-31");

            List<Finding> now = ShippedRules.RULES.findings(history, end);

            assertThat(ShippedRules.RULES.findings(CaseHistory.of(shuffled), end))
                    .as("seed %d, record %s", seed, events)
                    .isEqualTo(now);
            assertThat(ShippedRules.RULES.disorders(CaseHistory.of(shuffled), end))
                    .isEqualTo(ShippedRules.RULES.disorders(history, end));
            List<Finding> later = ShippedRules.RULES.findings(history, end.plusYears(3));
            assertThat(later).hasSameSizeAs(now);
            for (int each = 0; each < now.size(); each++) {
                State before = now.get(each).state();
                State after = later.get(each).state();
                assertThat(after == before || (before == State.OPEN && after == State.BREACHED))
                        .as("seed %d: %s became %s, record %s", seed, now.get(each), after, events)
                        .isTrue();
            }
        }
    }

    private static List<CaseEvent> randomRecord(SplittableRandom random) {
        List<String> kinds = List.of(
                "CASE_AWARE",
                "CASE_SCREENING",
                "CASE_ASSESSMENT_STARTED",
                "CASE_ASSESSMENT_DONE",
                "CASE_DECISION",
                "CASE_MEASURE_STARTED",
                "CASE_MEASURE_ENDED",
                "CASE_PLACED",
                "CASE_PLACEMENT_ENDED",
                "CASE_PLAN",
                "CASE_FOLLOWUP",
                "CASE_TALK",
                "CASE_PARTY",
                "CASE_AGE");
        List<CaseEvent> events = new ArrayList<>();
        int size = 1 + random.nextInt(25);
        for (int i = 0; i < size; i++) {
            events.add(new CaseEvent(
                    LocalDate.parse("2024-01-01").plusDays(random.nextInt(1095)),
                    kinds.get(random.nextInt(kinds.size())),
                    1 + random.nextInt(3)));
        }
        return events;
    }

    private static State state(CaseHistory history, String rule, String asOf) {
        return ShippedRules.RULES.findings(history, LocalDate.parse(asOf)).stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static Finding only(String rule, String... events) {
        List<Finding> all = all(rule, events);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<Finding> all(String rule, String... events) {
        return ShippedRules.RULES.findings(history(events), TODAY).stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .toList();
    }

    private static CaseHistory history(String... events) {
        return CaseHistory.of(List.of(events).stream().map(CaseEvent::parse).toList());
    }
}
