package dk.rettidig.ledger.store;

import dk.rettidig.ledger.SequencerTurns;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** The turn as an advisory lock of PostgreSQL, held by a connection of its own: it ends when the connection does. */
@Singleton
class SqlTurns implements SequencerTurns {

    /** The lock's key: the bytes of "ledger" as a number, so that nobody else picks it by chance. */
    private static final long LOCK = 0x6c6564676572L;

    private final DataSource database;

    SqlTurns(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Turn> take() throws SQLException {
        Connection connection = database.getConnection();
        boolean taken = false;
        try (Statement statement = connection.createStatement();
                ResultSet lock = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            lock.next();
            taken = lock.getBoolean(1);
            return taken ? Optional.of(new SqlTurn(connection, LOCK)) : Optional.empty();
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }
}
