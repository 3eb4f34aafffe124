package dk.rettidig.scope.store;

import dk.rettidig.pseudonym.CurrentDomains;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.PseudonymDomain;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Holding and taking by an advisory lock of PostgreSQL for each municipality, shared or alone, that ends with the transaction. */
@ApplicationScoped
class SqlEpochs implements Epochs {

    /** Sets these locks apart from others: the letters "epoc". */
    private static final int LOCKS = 0x65706F63;

    private static final String NOT_AVAILABLE = "55P03";

    private final DataSource database;
    private final CurrentDomains domains;

    SqlEpochs(DataSource database, CurrentDomains domains) {
        this.database = database;
        this.domains = domains;
    }

    @Override
    public PseudonymDomain hold(String municipality) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                lock(connection, "pg_advisory_xact_lock_shared", municipality);
            }
            return domains.current(municipality);
        });
    }

    @Override
    public boolean take(String municipality) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("savepoint before_epoch");
                statement.execute("set local lock_timeout = '3s'");
                try {
                    lock(connection, "pg_advisory_xact_lock", municipality);
                } catch (SQLException held) {
                    if (!NOT_AVAILABLE.equals(held.getSQLState())) {
                        throw held;
                    }
                    statement.execute("rollback to savepoint before_epoch");
                    return false;
                }
                statement.execute("set local lock_timeout = default");
                return true;
            }
        });
    }

    private static void lock(Connection connection, String function, String municipality) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select " + function + "(?, ?)")) {
            lock.setInt(1, LOCKS);
            lock.setInt(2, Integer.parseInt(municipality));
            lock.executeQuery().close();
        }
    }

    @Override
    public void begin(PseudonymDomain next, Instant since) {
        QuarkusTransaction.joiningExisting().run(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into pseudonym_epoch (municipality, use, epoch, since) values (?, ?, ?, ?)")) {
                insert.setShort(1, Short.parseShort(next.municipality()));
                insert.setString(2, next.purpose());
                insert.setInt(3, next.epoch());
                insert.setObject(4, since.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }
}
