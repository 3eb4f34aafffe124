package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs statements in the caller's transaction or in one of their own; what fails is a fault and never a half effect. */
@Singleton
class FlagDatabase {

    private final DataSource source;

    FlagDatabase(DataSource source) {
        this.source = source;
    }

    /** Statements on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In the caller's transaction when there is one, else in a new one; sees no municipality's rows. */
    <T> T joining(Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> attempt(work));
    }

    /** In a transaction of its own, which commits whatever becomes of the caller's. */
    <T> T alone(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> attempt(work));
    }

    /** Like {@link #joining}, seeing the rows of one municipality. */
    <T> T of(MunicipalityCode municipality, Work<T> work) {
        return joining(connection -> {
            MunicipalSession.see(connection, municipality);
            return work.on(connection);
        });
    }

    private <T> T attempt(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw new FlagFault(FlagErrorCode.STORE_UNAVAILABLE, failure);
        }
    }
}
