package dk.rettidig.notification.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people wrote about figures is erased when its time is over, and not while something is left to do. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DiscussionRetentionIT {

    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("demo-leder"), HERE);
    private static final String SEEN = "Skolerne underretter sjældnere end før.";

    @Inject
    Clock clock;

    @Inject
    DiscussionDesk desk;

    @Inject
    DiscussionRetention retention;

    @Inject
    RetentionRules rules;

    @BeforeEach
    void published() throws SQLException {
        DiscussionRows.clear();
        DiscussionRows.published(2024, 100);
    }

    @AfterEach
    void none() throws SQLException {
        DiscussionRows.clear();
    }

    private UUID opened() {
        return desk.open(LEADER, HERE, new DiscussionDesk.Opening("2024", "notifier", "N01", "notifications", SEEN))
                .id();
    }

    private UUID planned(UUID discussion) {
        String today = Due.dayOf(clock.instant()).toString();
        return desk.plan(
                        LEADER,
                        HERE,
                        discussion,
                        new DiscussionDesk.Plan("duty", "N01", "Opdigtet Skole ved Åen", "", "Leder", today))
                .id();
    }

    private void ended(UUID discussion, UUID action) {
        String today = Due.dayOf(clock.instant()).toString();
        desk.end(LEADER, HERE, discussion, action, new DiscussionDesk.Ending("done", today, ""));
    }

    /** When the time of what was written until now is over. */
    private Instant over() {
        return clock.instant().plus(rules.keep(retention.retentionClass())).plus(Duration.ofMinutes(1));
    }

    private List<UUID> left() {
        return desk.all(HERE).stream().map(Discussion::id).toList();
    }

    @Test
    void whatIsEndedGoesWithAllThatWasWrittenAndTheEntrySaysWhich() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        UUID silent = opened();
        UUID done = opened();
        ended(done, planned(done));

        assertThat(retention.eraseDue(over().minus(Duration.ofDays(2)))).isZero();
        assertThat(left()).containsExactlyInAnyOrder(silent, done);
        assertThat(retention.eraseDue(over())).isEqualTo(2);

        assertThat(left()).isEmpty();
        for (String table : List.of("figure_discussion", "figure_action", "figure_action_end")) {
            assertThat(VaultSender.number("select count(*) from " + table))
                    .as(table)
                    .isZero();
        }
        assertThat(VaultSender.number("select count(*) from notification_figure"))
                .as("figures are no discussions")
                .isPositive();
        assertThat(spy.entries("notification.figure_discussions_erased"))
                .singleElement()
                .asString()
                .contains(silent.toString(), done.toString());
        assertThat(retention.eraseDue(over())).isZero();
    }

    @Test
    void whatHasAnOpenActionStaysAndSoDoesWhatWasWrittenLately() throws SQLException {
        UUID open = opened();
        ended(open, planned(open));
        planned(open);
        UUID late = opened();
        UUID action = planned(late);
        DiscussionRows.change("update figure_discussion set opened_at = opened_at - interval '10 years'");
        ended(late, action);

        assertThat(retention.eraseDue(clock.instant())).isZero();
        assertThat(retention.eraseDue(over())).isEqualTo(1);

        assertThat(left()).containsExactly(open);
    }

    @Test
    void oneIsReadWithItsOwnActionsAlone() {
        UUID one = opened();
        UUID other = opened();
        UUID mine = planned(one);
        planned(other);

        assertThat(desk.read(HERE, one).discussion().actions())
                .extracting(Discussion.Planned::id)
                .containsExactly(mine);
    }
}
