package dk.rettidig.ledger.store;

import dk.rettidig.ledger.Actors;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Who stands behind a handle; two replicas that meet an actor at once end with one handle. */
@Singleton
class SqlActors implements Actors {

    private static final String FIND = "select handle from ledger_actor where lookup = ?";
    private static final String INSERT =
            "insert into ledger_actor (lookup, handle, year, sealed) values (?, ?, ?, ?) on conflict (lookup) do nothing";

    private final DataSource database;

    SqlActors(DataSource database) {
        this.database = database;
    }

    @Override
    public String handle(byte[] lookup, int year, byte[] sealed, String fresh) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String found = find(connection, lookup);
            if (!found.isEmpty()) {
                return found;
            }
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setBytes(1, lookup);
                insert.setString(2, fresh);
                insert.setInt(3, year);
                insert.setBytes(4, sealed);
                insert.executeUpdate();
            }
            return find(connection, lookup);
        }
    }

    private static String find(Connection connection, byte[] lookup) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setBytes(1, lookup);
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? found.getString(1) : "";
            }
        }
    }
}
