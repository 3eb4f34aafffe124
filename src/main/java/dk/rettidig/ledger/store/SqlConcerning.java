package dk.rettidig.ledger.store;

import dk.rettidig.ledger.Concerning;
import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.FlagEntries;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Three index look-ups a child, however long the log is. */
@Singleton
class SqlConcerning implements Concerning {

    private static final String FIND = """
        with named as materialized (select append_id from ledger_subject where lookup = ?),
        flags as materialized (select distinct f.flag from ledger_flag f join named using (append_id)),
        found as materialized (
            select append_id from named
            union
            select f.append_id from ledger_flag f join flags using (flag))
        select e.leaf_index, e.bytes from ledger_entry e join found using (append_id)
        where e.leaf_index < ? order by e.leaf_index
        """;

    private final DataSource database;

    SqlConcerning(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Entry> entries(byte[] lookup, long below) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setBytes(1, lookup);
            select.setLong(2, below);
            try (ResultSet rows = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new Entry(rows.getLong(1), rows.getBytes(2)));
                }
                return entries;
            }
        }
    }

    @Override
    public List<FlagEntries.Named> entries(List<UUID> flags) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select f.flag, e.leaf_index, e.bytes from ledger_flag f join "
                                + "ledger_entry e using (append_id) where f.flag = any (?) order by e.leaf_index")) {
            select.setArray(1, connection.createArrayOf("uuid", flags.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                List<FlagEntries.Named> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new FlagEntries.Named(
                            rows.getObject(1, UUID.class), new Entry(rows.getLong(2), rows.getBytes(3))));
                }
                return entries;
            }
        }
    }
}
