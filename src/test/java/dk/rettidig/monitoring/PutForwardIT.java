package dk.rettidig.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.law.Phase;
import dk.rettidig.ledger.DemoClock;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days that pass on a demonstration's clock: what is due in them is done, the ledger says so and so does the page. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@TestProfile(PutForwardIT.Behind.class)
class PutForwardIT {

    /** A clock three days behind. */
    public static final class Behind implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rettidig.demo.clock-behind", "P3D", "quarkus.scheduler.enabled", "false");
        }
    }

    @Inject
    DemoClock demoClock;

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void anEmptyMunicipality() throws SQLException {
        ConcludedRows.clear();
    }

    @Test
    void whatHasStoodForADayOnTheClockIsCountedAndTheClockIsOnRecord() throws SQLException {
        // Given
        LedgerSpy spy = LedgerSpy.now();
        ConcludedRows rows = new ConcludedRows(clock.instant());
        Pseudonym child = ConcludedRows.child();
        rows.inScope(child, 10);
        rows.run(10, Phase.DEMO, 0.42, Map.of(child, MemberStatus.FLAGGED));
        rows.concluded(child, true, false, 1);
        assertThat(clock.instant()).isBefore(Instant.now().minus(Duration.ofHours(71)));

        // When
        demoClock.putForward(Duration.ofHours(12));
        long early = ConcludedRows.sum("monitoring_conclusion");
        demoClock.putForward(Duration.ofHours(60));

        // Then
        assertThat(early).isZero();
        assertThat(ConcludedRows.sum("monitoring_conclusion where need")).isEqualTo(1);
        assertThat(clock.instant()).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
        assertThat(spy.entries("ledger.clock_set"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"seconds_behind\":216000"),
                        last -> assertThat(last).contains("\"seconds_behind\":0"));
        assertThat(Session.of(DemoPerson.TEAM_LEADER)
                        .accept("text/html")
                        .get("/monitoring")
                        .asString())
                .contains("Tjenestens ur gik tre døgn efter");
        assertThatThrownBy(() -> demoClock.putForward(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
