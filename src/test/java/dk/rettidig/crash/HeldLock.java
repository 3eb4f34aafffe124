package dk.rettidig.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Moments that the superuser holds still; let go when closed, or when PostgreSQL is killed. */
final class HeldLock implements AutoCloseable {

    private final Connection connection;

    HeldLock(Installation installation) throws SQLException {
        connection = installation.postgres().superuser();
        connection.setAutoCommit(false);
    }

    void hold(Moment moment) throws SQLException {
        hold(moment.lock());
    }

    /** Lets nobody write a table. */
    void holdTable(String table) throws SQLException {
        hold("lock table " + table + " in share mode");
    }

    private void hold(String lock) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(lock);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException killed) {
            // PostgreSQL was the one who was killed: its locks went with it.
        }
    }
}
