package dk.rettidig.ledger.store;

import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Appends;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * Appends in one round trip, with commitments and with what the entry is found by for a child, where it has them, on the
 * connection of the caller's transaction.
 */
@Singleton
class SqlAppends implements Appends {

    private static final String INSERT =
            "insert into ledger_append (at, actor, model, body) values (?, ?, ?, ?) returning append_id";

    private static final String INSERT_COMMITTED = "with appended as (" + INSERT + "), "
            + "sealed as (insert into ledger_commitment (append_id, name, sealed) "
            + "select append_id, name, sealed from appended, unnest(?::text[], ?::bytea[]) as given (name, sealed)) "
            + "select append_id from appended";

    private static final String CONCERNING = "with appended as (" + INSERT + "), "
            + "sealed as (insert into ledger_commitment (append_id, name, sealed) "
            + "select append_id, name, sealed from appended, unnest(?::text[], ?::bytea[]) as given (name, sealed)), "
            + "subject as (insert into ledger_subject (lookup, append_id) "
            + "select distinct lookup, append_id from appended, unnest(?::bytea[]) as given (lookup))";

    private static final String FLAGS = "insert into ledger_flag (flag, append_id) "
            + "select distinct flag, append_id from appended, unnest(?::uuid[]) as given (flag)";

    private static final String INSERT_CONCERNING =
            CONCERNING + ", flag as (" + FLAGS + ") select append_id from appended";

    /** Without an answer, so that many go out together. */
    private static final String INSERT_AMONG_MANY = CONCERNING + " " + FLAGS;

    private final DataSource database;

    SqlAppends(DataSource database) {
        this.database = database;
    }

    @Override
    public AppendId insert(Append append) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(statement(append))) {
            entry(insert, append);
            if (append.concernsSomebody() || !append.sealed().isEmpty()) {
                seal(connection, insert, append);
            }
            if (append.concernsSomebody()) {
                concern(connection, insert, append);
            }
            try (ResultSet inserted = insert.executeQuery()) {
                inserted.next();
                return new AppendId(inserted.getLong(1));
            }
        }
    }

    @Override
    public void insertAll(List<Append> appends) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT_AMONG_MANY)) {
            for (Append append : appends) {
                entry(insert, append);
                seal(connection, insert, append);
                concern(connection, insert, append);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void entry(PreparedStatement insert, Append append) throws SQLException {
        insert.setObject(1, append.at().atOffset(ZoneOffset.UTC));
        insert.setString(2, append.actor());
        insert.setString(3, append.model());
        insert.setBytes(4, append.body());
    }

    private static void concern(Connection connection, PreparedStatement insert, Append append) throws SQLException {
        insert.setArray(7, connection.createArrayOf("bytea", append.subjects().toArray(byte[][]::new)));
        insert.setArray(8, connection.createArrayOf("uuid", append.flags().toArray()));
    }

    /** Most entries concern nobody in particular and take the short way. */
    private static String statement(Append append) {
        if (append.concernsSomebody()) {
            return INSERT_CONCERNING;
        }
        return append.sealed().isEmpty() ? INSERT : INSERT_COMMITTED;
    }

    private static void seal(Connection connection, PreparedStatement insert, Append append) throws SQLException {
        insert.setArray(
                5,
                connection.createArrayOf(
                        "text", append.sealed().stream().map(Sealed::name).toArray()));
        insert.setArray(
                6,
                connection.createArrayOf(
                        "bytea", append.sealed().stream().map(Sealed::box).toArray(byte[][]::new)));
    }
}
