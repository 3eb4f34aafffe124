package dk.rettidig.ledger.store;

import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.Ledger.Covered;
import dk.rettidig.ledger.Log;
import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.merkle.Tile;
import dk.rettidig.merkle.TilePath;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the log's tables. */
@Singleton
class SqlLog implements Log {

    private static final String COVERING = "select e.leaf_index, c.tree_size, c.note from ledger_entry e, "
            + "lateral (select tree_size, note from ledger_checkpoint order by checkpoint_id desc limit 1) c "
            + "where e.append_id = ? and c.tree_size > e.leaf_index";

    private static final String ENTRIES = "select leaf_index, bytes from ledger_entry "
            + "where leaf_index >= ? and leaf_index < ? order by leaf_index";

    private static final String CHOSEN =
            "select leaf_index, bytes from ledger_entry where leaf_index = any (?) order by leaf_index";

    private static final String IDLE = "select not exists (select 1 from "
            + "(select append_id from ledger_append order by xid desc, append_id desc limit 1) a "
            + "where not exists (select 1 from ledger_entry e where e.append_id = a.append_id "
            + "and e.leaf_index < (select tree_size from ledger_checkpoint order by checkpoint_id desc limit 1)))";

    private final DataSource database;

    SqlLog(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Covered> covering(AppendId id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(COVERING)) {
            find.setLong(1, id.value());
            try (ResultSet found = find.executeQuery()) {
                return found.next()
                        ? Optional.of(new Covered(found.getLong(1), found.getLong(2), found.getString(3)))
                        : Optional.empty();
            }
        }
    }

    @Override
    public Optional<Published> newest() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return CheckpointRows.newest(connection);
        }
    }

    @Override
    public Optional<Published> ofSize(long size) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return CheckpointRows.ofSize(connection, size);
        }
    }

    @Override
    public List<Entry> entries(long from, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setLong(1, from);
            select.setLong(2, from + limit);
            return entries(select);
        }
    }

    @Override
    public List<Entry> entries(Collection<Long> indices) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CHOSEN)) {
            select.setArray(1, connection.createArrayOf("bigint", indices.toArray()));
            return entries(select);
        }
    }

    private static List<Entry> entries(PreparedStatement select) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            List<Entry> entries = new ArrayList<>();
            while (found.next()) {
                entries.add(new Entry(found.getLong(1), found.getBytes(2)));
            }
            return entries;
        }
    }

    @Override
    public Tile tile(TilePath path) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new TileRows(connection).tile(path);
        }
    }

    @Override
    public boolean isIdle() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(IDLE)) {
            found.next();
            return found.getBoolean(1);
        }
    }
}
