package dk.rettidig.store;

import dk.rettidig.access.MunicipalityCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A statement over one municipality's rows, whose only parameter is the municipality's number; in the caller's transaction. */
@ApplicationScoped
public class MunicipalStatement {

    private final DataSource database;

    MunicipalStatement(DataSource database) {
        this.database = database;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /**
     * What a question answers.
     *
     * @param sql selects one boolean
     */
    public boolean isTrue(MunicipalityCode municipality, String sql) {
        return on(municipality, sql, select -> {
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the question has no answer");
                }
                return row.getBoolean(1);
            }
        });
    }

    /** Changes rows; returns how many. */
    public int change(MunicipalityCode municipality, String sql) {
        return on(municipality, sql, PreparedStatement::executeUpdate);
    }

    private <T> T on(MunicipalityCode municipality, String sql, Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                MunicipalSession.see(connection, municipality);
                statement.setShort(1, municipality.number());
                return work.on(statement);
            }
        });
    }
}
