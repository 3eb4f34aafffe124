package dk.rettidig.feed.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scope.Scopes;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RetentionIT {

    @Inject
    ObservationRetention retention;

    @Inject
    Leases leases;

    @Inject
    Scopes scopes;

    @Inject
    Clock clock;

    @BeforeEach
    void startEmpty() throws SQLException {
        run("delete from observation; delete from scope; delete from delivery_scope_band; delete from quarantined_row;"
                + " delete from delivery_progress; delete from delivery; delete from feed;"
                + " insert into feed (id, municipality, registry, source_kind, indicators, basis, phase, scope_kind,"
                + " synthetic, delimiter, decimal_mark, maximum_age_days, state, proposed_by, proposed_at, approved_by,"
                + " approved_at) values ('ret', 999, 'reg', 'school', '{SCH_ABS_UNL}', 'lb.demo.notified', 'demo',"
                + " 'notified', true, ',', '.', 400, 'approved', 'a', now(), 'b', now());"
                + " insert into delivery (id, municipality, registry, feed, jti, sha256, mode, period_from, period_to,"
                + " state, attempt, lease_until, started_at) values (gen_random_uuid(), 999, 'reg', 'ret', 'r1',"
                + " decode(repeat('00', 32), 'hex'), 'delta', '2026-01-01', '2026-02-01', 'running', 1,"
                + " now() - interval '1 second', now());"
                + " insert into observation select 999, decode(repeat('01', 32), 'hex'), 201, '2026-01-01',"
                + " '2026-01-31', '2026-02-01', 0.1, false, number from delivery");
    }

    @ParameterizedTest
    @CsvSource({"80,1", "73,1", "60,0", "0,0"})
    void erasesObservationsOfWhoLeftScopeWithinThreeDays(int hoursSince, int erased) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        run("insert into scope values (999, decode(repeat('01', 32), 'hex'), 'lb.demo.notified', '2026-01-01',"
                + " '2099-01-01', '2026-01-01', false, 1), (999, decode(repeat('01', 32), 'hex'), 'lb.demo.notified',"
                + " '2026-01-01', '2099-01-01', '" + now.minus(hoursSince, ChronoUnit.HOURS) + "', true, 1)");

        int rows = retention.eraseDue(now);

        assertThat(rows).isEqualTo(erased);
        assertThat(count("select count(*) from observation")).isEqualTo(1 - erased);
    }

    @Test
    void leavesObservationsOfWhoIsInScope() throws SQLException {
        run("insert into scope values (999, decode(repeat('01', 32), 'hex'), 'lb.demo.notified', '2026-01-01',"
                + " '2099-01-01', '2026-01-01', false, 1)");

        assertThat(retention.eraseDue(clock.instant())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2, false", "20, false", "-20, true"})
    void anIntervalThatWasShortenedDoesNotComeBackWhenItsEndIsErased(int daysAgo, boolean inScope) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = now.atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
        String interval = "(999, decode(repeat('01', 32), 'hex'), 'lb.demo.notified', '2026-01-01', '";
        run("insert into scope values " + interval + "2099-01-01', '2026-01-01', false, 1), " + interval
                + today.minusDays(daysAgo) + "', '2026-02-01', false, 1)");

        retention.eraseDue(now);

        assertThat(scopes.at(MunicipalityCode.SYNTHETIC, new BasisId("lb.demo.notified"), ScopeKind.NOTIFIED, now)
                        .size())
                .hasValue(inScope ? 1 : 0);
    }

    @Test
    void abortsADeliveryWhoseServiceDied() throws SQLException {
        leases.abortExpired();

        assertThat(count("select count(*) from delivery where state = 'aborted' and rejection = 'lease'"))
                .isEqualTo(1);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser()) {
            connection.createStatement().execute(sql);
        }
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
