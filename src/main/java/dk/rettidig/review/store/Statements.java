package dk.rettidig.review.store;

import dk.rettidig.access.MunicipalityCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections that see one municipality, for as long as the caller's transaction lasts. */
final class Statements {

    private Statements() {}

    static Connection within(DataSource database, MunicipalityCode municipality) throws SQLException {
        Connection connection = database.getConnection();
        try (PreparedStatement name =
                connection.prepareStatement("select set_config('rettidig.municipality', ?, true)")) {
            name.setString(1, municipality.value());
            name.execute();
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }
}
