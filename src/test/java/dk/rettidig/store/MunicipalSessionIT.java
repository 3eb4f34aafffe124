package dk.rettidig.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What the database shows to Hibernate and to plain JDBC, and that both stand in one transaction on one connection. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class MunicipalSessionIT {

    private static final Instant DEADLINE = Instant.parse("2036-12-20T06:00:00Z");
    private static final MunicipalityCode ELSEWHERE = new MunicipalityCode("101");
    private static final String WHO = "select pg_backend_pid() || ' ' || pg_current_xact_id()";
    private static final String SEEN = "select count(*) from flag where id = '%s'";

    @Inject
    MunicipalSession municipal;

    @Inject
    Session session;

    @Inject
    DataSource database;

    private final FlagId flag =
            RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3).getFirst();

    @Test
    void hibernateAndJdbcShareConnectionAndTransaction() {
        QuarkusTransaction.requiringNew().run(() -> assertThat(byHibernate(WHO)).isEqualTo(byJdbc(WHO)));
    }

    @Test
    void whoeverNamesNoMunicipalitySeesNothing() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(byHibernate(SEEN.formatted(flag))).isEqualTo("0");
            assertThat(byJdbc(SEEN.formatted(flag))).isEqualTo("0");
        });
    }

    @Test
    void whatIsNamedThroughOneHoldsForBothAndTheLastNameCounts() {
        QuarkusTransaction.requiringNew().run(() -> {
            municipal.see(MunicipalityCode.SYNTHETIC);
            assertThat(byHibernate(SEEN.formatted(flag))).isEqualTo("1");
            assertThat(byJdbc(SEEN.formatted(flag))).isEqualTo("1");

            seeByJdbc(ELSEWHERE);
            assertThat(byHibernate(SEEN.formatted(flag))).isEqualTo("0");
        });
    }

    @Test
    void theNameEndsWithTheTransaction() {
        String first = QuarkusTransaction.requiringNew().call(() -> {
            municipal.see(MunicipalityCode.SYNTHETIC);
            return byHibernate("select cast(pg_backend_pid() as text)");
        });

        // Jobs take connections too: the pool hands out the same one soon, not always at once.
        boolean same = false;
        for (int tries = 0; tries < 200 && !same; tries++) {
            same = QuarkusTransaction.requiringNew().call(() -> {
                assertThat(byHibernate(SEEN.formatted(flag))).isEqualTo("0");
                return byHibernate("select cast(pg_backend_pid() as text)").equals(first);
            });
        }
        assertThat(same).as("the pool hands out the same connection").isTrue();
    }

    @Test
    void namesNothingOutsideATransaction() {
        assertThatThrownBy(() -> municipal.see(MunicipalityCode.SYNTHETIC))
                .hasMessageContaining("Transaction is required");
    }

    private String byHibernate(String sql) {
        return String.valueOf(session.createNativeQuery(sql, Object.class).getSingleResult());
    }

    private String byJdbc(String sql) {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void seeByJdbc(MunicipalityCode municipality) {
        try (Connection connection = database.getConnection()) {
            MunicipalSession.see(connection, municipality);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
