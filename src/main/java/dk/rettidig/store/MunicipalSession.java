package dk.rettidig.store;

import dk.rettidig.access.MunicipalityCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.Session;

/**
 * The one place where a transaction is told whose rows it may see: row-level security lets it read and write those of the
 * municipality named last, and no municipality's before one is named. Hibernate and plain JDBC work on one connection
 * within a transaction, so that it does not matter through which of them the name was given. It ends with the transaction.
 */
@ApplicationScoped
public class MunicipalSession {

    private static final String SEE = "select set_config('rettidig.municipality', ?, true)";

    private final Session session;
    private final GatheredRows gathered;

    MunicipalSession(Session session, GatheredRows gathered) {
        this.session = session;
        this.gathered = gathered;
    }

    /** Lets the rest of the caller's transaction see this municipality's rows and no other's, with those that it has gathered. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void see(MunicipalityCode municipality) {
        gathered.write();
        session.doWork(connection -> see(connection, municipality));
    }

    /** The same for whoever holds the connection of a transaction. */
    public static void see(Connection connection, MunicipalityCode municipality) throws SQLException {
        try (PreparedStatement see = connection.prepareStatement(SEE)) {
            see.setString(1, municipality.value());
            see.executeQuery().close();
        }
    }
}
