package dk.rettidig.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.law.calendar.DeadlineEngine;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.RosterDesk.Draft;
import dk.rettidig.notification.RosterDesk.Gap;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.web.FieldError;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is on duty, whom escalations go to, and what nobody covers. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RosterIT {

    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("demo-leader"), HERE);

    @Inject
    RosterDesk desk;

    @Inject
    RosterRetention retention;

    @Inject
    Escalations escalations;

    @Inject
    DutyRoster roster;

    @Inject
    DeadlineEngine calendar;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    private Instant start = Instant.EPOCH;

    @BeforeEach
    void begin() {
        start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        Sender.sendBytesAsTheyAre();
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("duty_period", "duty_fallback", "notification", "follow_up")) {
                statement.executeUpdate("delete from " + table);
            }
        }
    }

    private Instant in(int hours) {
        return start.plus(Duration.ofHours(hours));
    }

    private void set(String onDuty, String told, int from, int to) {
        desk.set(LEADER, new Draft(onDuty, told, in(from).toString(), in(to).toString()));
    }

    private static List<String> told() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select level || ' ' || coalesce(told, 'leaders')"
                        + " from notification_escalation where duty = 'assess' order by level desc")) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private void deliver(int hoursAgo) throws SQLException {
        byte[] child = new byte[32];
        new SecureRandom().nextBytes(child);
        String pseudonym = Base64.getUrlEncoder().withoutPadding().encodeToString(child);
        assertThat(Sender.intake()
                        .send(Sender.notification("R-1", pseudonym, in(-hoursAgo), ""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEscalationGoesToWhoeverTheRosterNamesAtThatMoment() throws SQLException {
        set("vagt-et", "leder-et", -1, 2);
        set("vagt-to", "leder-to", 2, 10);
        deliver(20);
        assertThat(told()).containsExactly("warning vagt-et");

        escalations.tell(in(5));

        assertThat(told()).containsExactly("warning vagt-et", "overdue leder-to");
    }

    @Test
    void whereNobodyIsOnTheRosterItGoesToThePersonNamedForThat() throws SQLException {
        deliver(30);
        assertThat(told()).containsExactly("warning leaders", "overdue leaders");
        none();
        desk.nameFallback(LEADER, "centralenheden");

        deliver(30);

        assertThat(told()).containsExactly("warning centralenheden", "overdue centralenheden");
    }

    @Test
    void whatNobodyCoversIsSaidAndTwoPeriodsDoNotOverlap() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        set("vagt-et", "", -1, 5);
        set("vagt-to", "leder", 9, 20);

        RosterDesk.Plan plan = desk.plan(HERE);
        assertThat(plan.gaps()).containsExactly(new Gap(in(5), in(9)));
        assertThat(plan.current().orElseThrow().told()).isEqualTo(new ActorName("vagt-et"));
        assertThatThrownBy(() -> set("vagt-tre", "", 4, 9))
                .isInstanceOfSatisfying(
                        NotificationFault.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(NotificationErrorCode.ROSTER_OVERLAPS));
        set("vagt-tre", "", 5, 9);
        assertThat(desk.plan(HERE).gaps()).isEmpty();
        desk.remove(LEADER, plan.periods().getFirst().id().toString());
        assertThat(desk.plan(HERE).gaps()).hasSize(1);
        assertThatThrownBy(
                        () -> desk.remove(LEADER, plan.periods().getFirst().id().toString()))
                .isInstanceOf(NotificationFault.class);

        assertThat(spy.entries("roster.period_set"))
                .hasSize(3)
                .noneMatch(entry -> entry.toString().contains("vagt-"));
        assertThat(spy.entries("roster.period_removed")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 1, 2, on_duty",
        "310290-1234, '', 1, 2, on_duty",
        "vagt, 310290-1234, 1, 2, told",
        "vagt, '', 2, 2, to",
        "vagt, '', 3, 2, to",
        "vagt, '', -5, -1, to",
    })
    void aPeriodThatCannotBeIsRefusedAtTheFieldThatIsWrong(String onDuty, String told, int from, int to, String field) {
        assertThatThrownBy(() -> set(onDuty, told, from, to))
                .isInstanceOfSatisfying(
                        NotificationFault.class,
                        fault -> assertThat(fault.problems())
                                .extracting(FieldError::field)
                                .containsExactly(field));
        assertThat(desk.plan(HERE).periods()).isEmpty();
    }

    @Test
    void aPeriodIsErasedAYearAfterItEnded() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        set("vagt", "", 1, 2);
        retention.eraseDue(in(2).plus(Duration.ofDays(360)));
        assertThat(desk.plan(HERE).periods()).hasSize(1);

        retention.eraseDue(in(2).plus(Duration.ofDays(370)));

        assertThat(desk.plan(HERE).periods()).isEmpty();
        assertThat(spy.entries("roster.erased")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // Monday at night; Friday afternoon; Maundy Thursday; before eight.
        "2026-11-23T22:00:00Z, 2026-11-24T07:00:00Z",
        "2026-11-27T15:00:00Z, 2026-11-30T07:00:00Z",
        "2026-04-02T10:00:00Z, 2026-04-07T06:00:00Z",
        "2026-11-24T06:59:00Z, 2026-11-24T07:00:00Z",
        "2026-11-24T07:00:00Z, 2026-11-25T07:00:00Z",
        // The night in which clocks change.
        "2026-10-24T10:00:00Z, 2026-10-26T07:00:00Z"
    })
    void theNextWorkingMorningIsDanish(Instant now, Instant morning) {
        RosterDesk then = new RosterDesk(roster, calendar, ledger, Clock.fixed(now, ZoneOffset.UTC));
        assertThat(then.nextMorning()).isEqualTo(morning);
    }
}
