package dk.rettidig.store;

import dk.rettidig.access.MunicipalityCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A statement over one municipality's rows, or over one child's there; in the caller's transaction. Its parameters are the
 * municipality's number and, for a child, the pseudonym.
 */
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
        return on(municipality, sql, MunicipalStatement::answer);
    }

    /** What a question about a child answers. */
    public boolean isTrue(MunicipalityCode municipality, byte[] pseudonym, String sql) {
        return on(municipality, sql, select -> {
            select.setBytes(2, pseudonym);
            return answer(select);
        });
    }

    /**
     * Counts a child's rows.
     *
     * @param sql selects one number
     */
    public int count(MunicipalityCode municipality, byte[] pseudonym, String sql) {
        return on(municipality, sql, select -> {
            select.setBytes(2, pseudonym);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the question has no answer");
                }
                return Math.toIntExact(row.getLong(1));
            }
        });
    }

    private static boolean answer(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the question has no answer");
            }
            return row.getBoolean(1);
        }
    }

    /** Changes rows; returns how many. */
    public int change(MunicipalityCode municipality, String sql) {
        return on(municipality, sql, PreparedStatement::executeUpdate);
    }

    /** Changes a child's rows; returns how many. */
    public int change(MunicipalityCode municipality, byte[] pseudonym, String sql) {
        return on(municipality, sql, change -> {
            change.setBytes(2, pseudonym);
            return change.executeUpdate();
        });
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
