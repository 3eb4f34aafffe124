package dk.rettidig.monitoring.store;

import dk.rettidig.monitoring.MonitoringErrorCode;
import dk.rettidig.monitoring.MonitoringFault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs statements in the caller's transaction; what fails is a fault, and a fault means no flags. */
@Singleton
class MonitoringDatabase {

    private final DataSource source;

    MonitoringDatabase(DataSource source) {
        this.source = source;
    }

    /** Statements on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In the caller's transaction when there is one, else in a new one. */
    <T> T joining(Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = source.getConnection()) {
                return work.on(connection);
            } catch (SQLException failure) {
                throw new MonitoringFault(MonitoringErrorCode.STORE_UNAVAILABLE, failure);
            }
        });
    }
}
