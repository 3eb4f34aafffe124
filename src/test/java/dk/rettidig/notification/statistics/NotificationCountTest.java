package dk.rettidig.notification.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.notification.AgeBand;
import dk.rettidig.notification.ChildSex;
import dk.rettidig.notification.Duty;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.Notifications.Filed;
import dk.rettidig.notification.ShippedDuties;
import dk.rettidig.notification.Step;
import dk.rettidig.notification.StepKind;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is counted of notifications, before it is protected. */
class NotificationCountTest {

    private static final ActorName ONE = new ActorName("rådgiver-1");
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private final NotificationCount count =
            new NotificationCount(NotificationCountTest::demands, MONDAY.plus(Duration.ofDays(60)));

    /** Assessed within a day, acknowledged by those who have a name: what the shipped table demands of everybody. */
    private static List<Duty> demands(Filed filed) {
        return ShippedDuties.of(filed.notification(), filed.steps());
    }

    private static Filed filed(int child, String notifier, String cause, Step... steps) {
        NotificationId id = NotificationId.random();
        byte[] pseudonym = new byte[32];
        pseudonym[0] = (byte) child;
        Notification notification = new Notification(
                id,
                MunicipalityCode.SYNTHETIC,
                Pseudonym.of(pseudonym),
                AgeBand.YEARS_3_6,
                notifier,
                notifier.equals(Notification.ANONYMOUS),
                Set.of(cause.split(" ")),
                Set.<NotificationMark>of(),
                Optional.empty(),
                id,
                MONDAY,
                MONDAY,
                ONE,
                Optional.of(ONE));
        return new Filed(notification, List.of(steps), List.of(), 0);
    }

    private static Step step(StepKind kind, String result, Duration after) {
        return new Step(kind, result, Optional.empty(), ONE, MONDAY.plus(after), MONDAY.plus(after));
    }

    private long of(Measure measure, Dimension dimension, String category) {
        return count.count(new Cell(measure, dimension, category));
    }

    @Test
    void countsByWhoNotifiesCauseAndAge() {
        count.add(filed(1, "N01", "R03 R14"), Optional.empty());
        count.add(filed(2, "N01", "R03"), Optional.empty());
        count.add(filed(3, "N07", "R14"), Optional.empty());
        assertThat(of(Measure.NOTIFICATIONS, Dimension.TOTAL, "all")).isEqualTo(3);
        assertThat(of(Measure.NOTIFICATIONS, Dimension.NOTIFIER, "N01")).isEqualTo(2);
        assertThat(of(Measure.NOTIFICATIONS, Dimension.CAUSE, "R03")).isEqualTo(2);
        assertThat(of(Measure.NOTIFICATIONS, Dimension.CAUSE, "R14")).isEqualTo(2);
        assertThat(of(Measure.NOTIFICATIONS, Dimension.AGE, "3-6")).isEqualTo(3);
        assertThat(of(Measure.NOTIFICATIONS, Dimension.AGE, "0-2")).isZero();
    }

    @Test
    void countsNotificationsByWhatEachStatesAndAChildOnceByWhatAllOfItsOwnDo() {
        count.add(filed(1, "N01", "R03"), Optional.of(ChildSex.FEMALE));
        count.add(filed(1, "N02", "R03"), Optional.empty());
        count.add(filed(2, "N01", "R03"), Optional.of(ChildSex.MALE));
        count.add(filed(3, "N01", "R03"), Optional.empty());
        count.add(filed(4, "N01", "R03"), Optional.of(ChildSex.MALE));
        count.add(filed(4, "N01", "R03"), Optional.of(ChildSex.FEMALE));
        assertThat(bySex(Measure.NOTIFICATIONS)).containsExactly(2L, 2L, 2L);
        assertThat(bySex(Measure.CHILDREN)).as("girl, boy, unknown or both").containsExactly(1L, 1L, 2L);
    }

    private List<Long> bySex(Measure measure) {
        return List.of(
                of(measure, Dimension.SEX, "female"),
                of(measure, Dimension.SEX, "male"),
                of(measure, Dimension.SEX, "unknown"));
    }

    @Test
    void countsAChildOnceAmongChildrenAndFourTimesAtMostAmongNotifications() {
        for (int i = 0; i < 11; i++) {
            count.add(filed(1, "N01", "R03"), Optional.empty());
        }
        count.add(filed(2, "N01", "R03"), Optional.empty());
        assertThat(of(Measure.CHILDREN, Dimension.TOTAL, "all")).isEqualTo(2);
        assertThat(of(Measure.NOTIFICATIONS, Dimension.TOTAL, "all")).isEqualTo(5);
        assertThat(of(Measure.NOTIFICATIONS, Dimension.NOTIFIER, "N01")).isEqualTo(5);
    }

    @Test
    void countsWhatWasInTimeAndNotWhatWasLateOrNeverDone() {
        count.add(filed(1, "N01", "R03", step(StepKind.ASSESSED, "not_acute", Duration.ofHours(23))), Optional.empty());
        count.add(filed(2, "N01", "R03", step(StepKind.ASSESSED, "not_acute", Duration.ofHours(25))), Optional.empty());
        count.add(filed(3, "N01", "R03"), Optional.empty());
        assertThat(of(Measure.ASSESSED_IN_TIME, Dimension.NOTIFIER, "N01")).isEqualTo(1);
    }

    @Test
    void nobodyHasToAcknowledgeWhatIsAnonymous() {
        count.add(filed(1, "N01", "R03", step(StepKind.ACKNOWLEDGED, "", Duration.ofDays(2))), Optional.empty());
        count.add(filed(2, "N01", "R03", step(StepKind.ACKNOWLEDGED, "", Duration.ofDays(20))), Optional.empty());
        count.add(filed(3, "N07", "R03"), Optional.empty());
        assertThat(of(Measure.TO_ACKNOWLEDGE, Dimension.TOTAL, "all")).isEqualTo(2);
        assertThat(of(Measure.ACKNOWLEDGED_IN_TIME, Dimension.TOTAL, "all")).isEqualTo(1);
        assertThat(of(Measure.TO_ACKNOWLEDGE, Dimension.NOTIFIER, "N07")).isZero();
    }

    @Test
    void countsWhatTheScreeningLedTo() {
        count.add(filed(1, "N01", "R03", step(StepKind.SCREENED, "assessment", Duration.ofDays(3))), Optional.empty());
        count.add(
                filed(2, "N01", "R03", step(StepKind.SCREENED, "clarification", Duration.ofDays(3))), Optional.empty());
        count.add(filed(3, "N01", "R03", step(StepKind.SCREENED, "no_further", Duration.ofDays(3))), Optional.empty());
        count.add(filed(4, "N01", "R03"), Optional.empty());
        List<Long> led = new ArrayList<>();
        for (Measure measure : List.of(Measure.TO_ASSESSMENT, Measure.TO_CLARIFICATION)) {
            led.add(of(measure, Dimension.NOTIFIER, "N01"));
        }
        assertThat(led).containsExactly(1L, 1L);
    }
}
