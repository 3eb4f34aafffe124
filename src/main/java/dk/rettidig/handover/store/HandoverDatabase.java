package dk.rettidig.handover.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs statements in the caller's transaction, each seeing the rows of the municipality it is given. */
@Singleton
class HandoverDatabase {

    private final DataSource source;

    HandoverDatabase(DataSource source) {
        this.source = source;
    }

    /** A row as a value. */
    @FunctionalInterface
    interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** Work on the connection of the transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T joining(Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = source.getConnection()) {
                return work.on(connection);
            }
        });
    }

    /** The rows that a statement finds among those that one municipality may see. */
    <T> List<T> list(MunicipalityCode seen, String sql, Read<T> read, Object... parameters) {
        return joining(connection -> {
            MunicipalSession.see(connection, seen);
            return read(connection, sql, read, parameters);
        });
    }

    /** The same of what is nobody's. */
    <T> List<T> list(String sql, Read<T> read, Object... parameters) {
        return joining(connection -> read(connection, sql, read, parameters));
    }

    private static <T> List<T> read(Connection connection, String sql, Read<T> read, Object... parameters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read.from(row));
                }
            }
            return found;
        }
    }

    /** Changes rows that one municipality may write; how many. */
    int change(MunicipalityCode seen, String sql, Object... parameters) {
        return joining(connection -> {
            MunicipalSession.see(connection, seen);
            try (PreparedStatement change = connection.prepareStatement(sql)) {
                bind(change, parameters);
                return change.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Optional<?> maybe) {
                bind(statement, i + 1, maybe);
            } else {
                bind(statement, i + 1, Optional.of(value));
            }
        }
    }

    private static void bind(PreparedStatement statement, int at, Optional<?> value) throws SQLException {
        if (value.isEmpty()) {
            statement.setNull(at, Types.OTHER);
            return;
        }
        switch (value.get()) {
            case Instant moment -> statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
            case byte[] bytes -> statement.setBytes(at, bytes);
            default -> statement.setObject(at, value.get());
        }
    }
}
