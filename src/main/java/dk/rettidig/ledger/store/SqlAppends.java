package dk.rettidig.ledger.store;

import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Appends;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Appends in one round trip, with or without commitments, on the connection of the caller's transaction. */
@Singleton
class SqlAppends implements Appends {

    private static final String INSERT =
            "insert into ledger_append (at, actor, model, body) values (?, ?, ?, ?) returning append_id";

    private static final String INSERT_COMMITTED = "with appended as (" + INSERT + "), "
            + "sealed as (insert into ledger_commitment (append_id, name, sealed) "
            + "select append_id, name, sealed from appended, unnest(?::text[], ?::bytea[]) as given (name, sealed)) "
            + "select append_id from appended";

    private final DataSource database;

    SqlAppends(DataSource database) {
        this.database = database;
    }

    @Override
    public AppendId insert(Append append) throws SQLException {
        boolean plain = append.sealed().isEmpty();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(plain ? INSERT : INSERT_COMMITTED)) {
            insert.setObject(1, append.at().atOffset(ZoneOffset.UTC));
            insert.setString(2, append.actor());
            insert.setString(3, append.model());
            insert.setBytes(4, append.body());
            if (!plain) {
                insert.setArray(
                        5,
                        connection.createArrayOf(
                                "text",
                                append.sealed().stream().map(Sealed::name).toArray()));
                insert.setArray(
                        6,
                        connection.createArrayOf(
                                "bytea",
                                append.sealed().stream().map(Sealed::box).toArray(byte[][]::new)));
            }
            try (ResultSet inserted = insert.executeQuery()) {
                inserted.next();
                return new AppendId(inserted.getLong(1));
            }
        }
    }
}
