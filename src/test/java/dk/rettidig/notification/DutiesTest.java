package dk.rettidig.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.ShippedPolicies;
import dk.rettidig.law.DutyKind;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.notification.Notifications.Filed;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a notification demands, by when, and who may do it: the shipped tables with the shipped calendar. */
class DutiesTest {

    private static final ActorName ONE = new ActorName("rådgiver-1");
    private static final ActorName TWO = new ActorName("rådgiver-2");
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private final Duties duties =
            new Duties(ShippedPolicies.get().triage(), ShippedPolicies.get().deadlines(), ShippedPolicies.engine());

    private Notification notification(String notifier, Instant received, String causes, NotificationMark... set) {
        Set<String> codes = Set.of(causes.split(" "));
        Set<NotificationMark> marks =
                new java.util.HashSet<>(ShippedPolicies.get().triage().marksOf(codes));
        marks.addAll(Arrays.asList(set));
        NotificationId id = NotificationId.random();
        return new Notification(
                id,
                MunicipalityCode.SYNTHETIC,
                Pseudonym.of(new byte[32]),
                AgeBand.YEARS_7_12,
                notifier,
                notifier.equals(Notification.ANONYMOUS),
                codes,
                marks,
                Optional.empty(),
                id,
                received,
                received,
                ONE,
                Optional.of(ONE));
    }

    private static Step step(StepKind kind, String result, ActorName by, Instant at) {
        return new Step(kind, result, Optional.empty(), by, at, at);
    }

    private Set<DutyKind> demanded(Notification notification) {
        return duties.of(notification, List.of()).stream()
                .map(duty -> duty.demand().duty())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "N01, R03, '', 'assess screen acknowledge feedback'",
        "N07, R03, '', 'assess screen'",
        "N11, R03, '', 'assess screen acknowledge'",
        "N01, R07, '', 'assess child_talk screen acknowledge feedback'",
        "N01, R18, '', 'assess child_talk screen acknowledge feedback'",
        "N01, R19, '', 'assess risk_assessment screen acknowledge feedback'",
        "N01, R03, measure_running, 'assess reassess screen acknowledge feedback'",
        "N01, R03, honour_conflict, 'assess risk_assessment screen acknowledge feedback'"
    })
    void theTableSaysWhatANotificationDemands(String notifier, String cause, String mark, String expected) {
        NotificationMark[] marks = NotificationMark.parse(mark).stream().toArray(NotificationMark[]::new);

        assertThat(demanded(notification(notifier, MONDAY, cause, marks)))
                .extracting(DutyKind::id)
                .containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, 2026-11-24T09:00:00Z, done",
        "2026-11-23T09:00:00Z, 2026-11-24T09:01:00Z, done_late",
        "2026-12-24T20:00:00Z, 2026-12-25T20:00:00Z, done",
        "2026-12-24T20:00:00Z, 2026-12-25T20:01:00Z, done_late",
        "2027-03-27T12:00:00Z, 2027-03-28T12:00:00Z, done",
        "2027-03-27T12:00:00Z, 2027-03-28T12:01:00Z, done_late"
    })
    void twentyFourHoursAreAbsoluteAtNightOnHolidaysAndAtSummerTime(Instant received, Instant assessed, String status) {
        Notification notification = notification("N07", received, "R03");
        List<Duty> now = duties.of(notification, List.of(step(StepKind.ASSESSED, "not_acute", ONE, assessed)));

        assertThat(of(now, DutyKind.ASSESS).status(assessed).id()).isEqualTo(status);
    }

    private static Duty of(List<Duty> duties, DutyKind kind) {
        return duties.stream()
                .filter(duty -> duty.demand().duty() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void somebodyIsToldBeforeTheDeadlineAndAtItAndOnceOnly() {
        Notification notification = notification("N07", MONDAY, "R03");
        List<Duty> open = duties.of(notification, List.of());
        Instant warning = MONDAY.plusSeconds(18 * 3600);
        Instant end = MONDAY.plusSeconds(24 * 3600);

        assertThat(NotificationClock.due(open, List.of(), warning.minusSeconds(1)))
                .isEmpty();
        assertThat(NotificationClock.due(open, List.of(), warning))
                .extracting(NotificationClock.Alarm::level)
                .containsExactly(Escalation.Level.WARNING);
        Escalation told = new Escalation(DutyKind.ASSESS, Escalation.Level.WARNING, Optional.of(ONE), warning);
        assertThat(NotificationClock.due(open, List.of(told), end.minusSeconds(1)))
                .isEmpty();
        assertThat(NotificationClock.due(open, List.of(told), end))
                .extracting(NotificationClock.Alarm::level)
                .containsExactly(Escalation.Level.OVERDUE);
        assertThat(NotificationClock.next(open, List.of(told), end).tell()).contains(end);
        List<Duty> done = duties.of(notification, List.of(step(StepKind.ASSESSED, "acute", ONE, MONDAY)));
        assertThat(NotificationClock.next(done, List.of(), end).tell()).isEmpty();
    }

    private void demand(Notification notification, Step step, Step... before) {
        Filed filed = new Filed(notification, List.of(before), List.of(), 0);
        StepRules.demand(filed, List.of(filed), duties.of(notification, filed.steps()), step);
    }

    private static NotificationErrorCode refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        return (NotificationErrorCode) ((NotificationFault) thrown).errorCode();
    }

    @Test
    void parentsAreContactedAfterTheRiskAssessmentWhereHonourConflictIsPossible() {
        Notification honour = notification("N01", MONDAY, "R19");
        Step contacted = step(StepKind.PARENTS_CONTACTED, "", ONE, MONDAY);

        assertThat(refusal(() -> demand(honour, contacted))).isEqualTo(NotificationErrorCode.RISK_FIRST);
        demand(honour, contacted, step(StepKind.RISK_ASSESSED, "", ONE, MONDAY));
        demand(notification("N01", MONDAY, "R03"), contacted);
    }

    @Test
    void aTalkAboutAbuseByParentsIsHeldWithoutThem() {
        Step withParents = step(StepKind.CHILD_TALK_HELD, "with_parents", ONE, MONDAY);

        assertThat(refusal(() -> demand(notification("N01", MONDAY, "R18"), withParents)))
                .isEqualTo(NotificationErrorCode.TALK_ALONE);
        demand(notification("N01", MONDAY, "R18"), step(StepKind.CHILD_TALK_HELD, "alone", ONE, MONDAY));
        demand(notification("N01", MONDAY, "R07"), withParents);
    }

    @Test
    void whoeverHandledAnyNotificationOfTheChildCannotBeTheNewPerson() {
        Notification running = notification("N01", MONDAY, "R03", NotificationMark.MEASURE_RUNNING);
        Notification earlier = notification("N11", MONDAY.minusSeconds(1000), "R03");
        Filed filed = new Filed(running, List.of(), List.of(), 0);
        Filed before = new Filed(earlier, List.of(step(StepKind.ASSESSED, "acute", TWO, MONDAY)), List.of(), 0);
        List<Duty> open = duties.of(running, List.of());

        for (ActorName handler : List.of(ONE, TWO)) {
            Step reassessed = step(StepKind.REASSESSED, "", handler, MONDAY);
            assertThat(refusal(() -> StepRules.demand(filed, List.of(filed, before), open, reassessed)))
                    .isEqualTo(NotificationErrorCode.NEW_PERSON_DEMANDED);
        }
        StepRules.demand(
                filed,
                List.of(filed, before),
                open,
                step(StepKind.REASSESSED, "", new ActorName("rådgiver-3"), MONDAY));
    }

    @Test
    void nothingIsScreenedBeforeTheRestIsDoneAndNothingIsDoneTwice() {
        Notification abuse = notification("N07", MONDAY, "R07");
        Step screened = step(StepKind.SCREENED, "assessment", ONE, MONDAY);
        Step assessed = step(StepKind.ASSESSED, "acute", ONE, MONDAY);
        Step waived = new Step(
                StepKind.CHILD_TALK_WAIVED,
                "",
                Optional.of(new Justification("Barnet er fem måneder og kan ikke høres.")),
                ONE,
                MONDAY,
                MONDAY);

        assertThat(refusal(() -> demand(abuse, screened, assessed))).isEqualTo(NotificationErrorCode.DUTIES_OPEN);
        demand(abuse, screened, assessed, waived);
        assertThat(refusal(() -> demand(abuse, assessed, assessed))).isEqualTo(NotificationErrorCode.STEP_DONE);
        assertThat(refusal(() -> demand(abuse, step(StepKind.ACKNOWLEDGED, "", ONE, MONDAY))))
                .isEqualTo(NotificationErrorCode.STEP_NOT_DEMANDED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-23, 0-2",
        "2026-11-22, 2026-11-23, ''",
        "2026-11-22, 2023-11-23, 0-2",
        "2026-11-23, 2023-11-23, 3-6",
        "2026-11-22, 2008-11-23, 13-17",
        "2026-11-23, 2008-11-23, ''"
    })
    void theAgeBandChangesOnTheBirthday(java.time.LocalDate day, java.time.LocalDate born, String band) {
        assertThat(AgeBand.on(day, born).map(AgeBand::id).orElse("")).isEqualTo(band);
    }
}
