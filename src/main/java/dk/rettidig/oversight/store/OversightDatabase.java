package dk.rettidig.oversight.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** Runs statements in the caller's transaction, or in one of their own when there is none. */
@Singleton
class OversightDatabase {

    private final DataSource source;

    OversightDatabase(DataSource source) {
        this.source = source;
    }

    /** Statements on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Sees no municipality's rows. */
    <T> T joining(Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = source.getConnection()) {
                return work.on(connection);
            } catch (SQLException failure) {
                throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
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

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
