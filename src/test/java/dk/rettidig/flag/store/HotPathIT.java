package dk.rettidig.flag.store;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.store.MunicipalSession;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Why a run reads its inputs by binary COPY and not by entities (ADR 0090): the same rows of {@code flag_fact} both ways,
 * alternated, medians. The figures depend on the machine; only which of them is the smaller is checked.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class HotPathIT {

    private static final Logger LOG = Logger.getLogger(HotPathIT.class);
    private static final int ROWS = 100_000;
    private static final int TIMES = 5;

    @Inject
    MunicipalSession municipal;

    @Inject
    Session session;

    @Inject
    DataSource database;

    @Test
    void entitiesCostMoreThanACopy() throws Exception {
        facts();
        List<Long> entities = new ArrayList<>();
        List<Long> copies = new ArrayList<>();

        for (int i = 0; i < TIMES; i++) {
            entities.add(nanos(this::byEntities));
            copies.add(nanos(this::byCopy));
        }

        Collections.sort(entities);
        Collections.sort(copies);
        double ratio = (double) entities.get(TIMES / 2) / copies.get(TIMES / 2);
        LOG.infof(
                "rows=%d entitiesMillis=%d copyMillis=%d ratio=%.1f",
                ROWS, entities.get(TIMES / 2) / 1_000_000, copies.get(TIMES / 2) / 1_000_000, ratio);
        assertThat(ratio).isGreaterThan(1);
    }

    @AfterEach
    void forget() throws SQLException {
        execute("delete from flag_fact where indicator = 1");
    }

    private long byEntities() {
        municipal.see(MunicipalityCode.SYNTHETIC);
        return session.createSelectionQuery("from FlagFactEntity where indicator = 1", FlagFactEntity.class)
                .setFetchSize(10_000)
                .getResultStream()
                .peek(session::detach)
                .count();
    }

    private long byCopy() throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                CopyDecoder decoder = new CopyDecoder((_, _, _, _, _, _, _, _, _, _) -> {})) {
            MunicipalSession.see(connection, MunicipalityCode.SYNTHETIC);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select sha256('x'), indicator, period_from, period_to, value, known_at, false "
                                    + "from flag_fact where municipality = 999 and indicator = 1) to stdout (format binary)",
                            decoder);
            return decoder.count();
        }
    }

    private static long nanos(Callable<Long> reading) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long start = System.nanoTime();
            assertThat(reading.call()).isEqualTo(ROWS);
            return System.nanoTime() - start;
        });
    }

    private static void facts() throws SQLException {
        String flag = RaisedFlags.raise(MunicipalityCode.SYNTHETIC, Instant.parse("2036-12-20T06:00:00Z"), 0.3)
                .getFirst()
                .toString();
        execute("insert into flag_fact (municipality, flag, indicator, period_from, period_to, value, "
                + "known_at) select 999, '" + flag + "', 1, date '1900-01-01' + n, date '1900-01-01' + n, n, now() "
                + "from generate_series(1, " + ROWS + ") n");
        execute("analyze flag_fact");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
