package dk.rettidig.casefile.supervision.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.supervision.SupervisionErrorCode;
import dk.rettidig.casefile.supervision.SupervisionFault;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Runs statements in the caller's transaction; what fails is a fault. */
@Singleton
class SupervisionDatabase {

    private final DataSource source;

    SupervisionDatabase(DataSource source) {
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

    /** Sees no municipality's rows. */
    <T> T joining(Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = source.getConnection()) {
                return work.on(connection);
            } catch (SQLException failure) {
                throw new SupervisionFault(SupervisionErrorCode.STORE_UNAVAILABLE, failure);
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

    /** The rows that a statement of one municipality finds. */
    <T> List<T> list(MunicipalityCode municipality, String sql, Read<T> read, Object... parameters) {
        return of(municipality, connection -> {
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
        });
    }

    /** Changes rows of one municipality; how many. */
    int change(MunicipalityCode municipality, String sql, Object... parameters) {
        return of(municipality, connection -> {
            try (PreparedStatement change = connection.prepareStatement(sql)) {
                bind(change, parameters);
                return change.executeUpdate();
            }
        });
    }

    static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Optional<?> maybe && maybe.isEmpty()) {
                statement.setNull(i + 1, Types.NULL);
                continue;
            }
            Object given = parameters[i] instanceof Optional<?> maybe ? maybe.orElseThrow() : parameters[i];
            switch (given) {
                case Instant moment -> statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case UUID id -> statement.setObject(i + 1, id);
                default -> statement.setObject(i + 1, given);
            }
        }
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
