package dk.rettidig.casefile.finding.store;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs statements in the caller's transaction. */
@Singleton
class CaseDatabase {

    private final DataSource source;

    CaseDatabase(DataSource source) {
        this.source = source;
    }

    /** Statements on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** A row as a value. */
    @FunctionalInterface
    interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** Sees no municipality's rows about children. */
    <T> T joining(Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = source.getConnection()) {
                return work.on(connection);
            }
        });
    }

    /** Sees the rows of one municipality. */
    <T> T of(MunicipalityCode municipality, Work<T> work) {
        return joining(connection -> {
            MunicipalSession.see(connection, municipality);
            return work.on(connection);
        });
    }

    /** The rows that a statement finds. */
    static <T> List<T> list(Connection connection, String sql, Read<T> read, Object... parameters) throws SQLException {
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

    /** Changes rows; how many. */
    static int change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            bind(change, parameters);
            return change.executeUpdate();
        }
    }

    /** The same statement for each of these parameters. */
    static void changeEach(Connection connection, String sql, List<Object[]> each) throws SQLException {
        if (each.isEmpty()) {
            return;
        }
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            for (Object[] parameters : each) {
                bind(change, parameters);
                change.addBatch();
            }
            change.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case Instant moment -> statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Optional<?> none when none.isEmpty() -> statement.setNull(i + 1, Types.OTHER);
                case Optional<?> some -> statement.setObject(i + 1, some.get());
                default -> statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
