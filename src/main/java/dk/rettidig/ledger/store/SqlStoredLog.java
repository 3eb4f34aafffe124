package dk.rettidig.ledger.store;

import dk.rettidig.ledger.RowChanges;
import dk.rettidig.ledger.SequencerTurns.FullTile;
import dk.rettidig.ledger.StoredLog;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.Tile;
import dk.rettidig.merkle.TilePath;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the rows themselves. */
@Singleton
class SqlStoredLog implements StoredLog {

    private static final String ENTRIES = "select leaf_index, bytes, leaf_hash from ledger_entry "
            + "where leaf_index >= ? and leaf_index < ? order by leaf_index";
    private static final String TILE = "select root, hashes from ledger_tile where level = ? and tile_index = ?";

    private static final String COUNTS = "select s.subject, c.total from unnest(?::text[]) as s (subject), "
            + "lateral (select total from ledger_count c where c.subject = s.subject and c.tree_size <= ? "
            + "order by c.tree_size desc limit 1) c";

    private static final String CHANGES =
            "select coalesce(sum(pg_stat_get_tuples_updated(oid) + pg_stat_get_tuples_deleted(oid)), 0), "
                    + "string_agg(relname || ' ' || pg_relation_filenode(oid), ', ' order by relname) from pg_class "
                    + "where oid in ('ledger_append'::regclass, 'ledger_entry'::regclass, 'ledger_count'::regclass, "
                    + "'ledger_tile'::regclass, 'ledger_checkpoint'::regclass)";

    private final DataSource database;

    SqlStoredLog(DataSource database) {
        this.database = database;
    }

    @Override
    public List<StoredEntry> entries(long from, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setLong(1, from);
            select.setLong(2, from + limit);
            try (ResultSet found = select.executeQuery()) {
                List<StoredEntry> entries = new ArrayList<>();
                while (found.next()) {
                    entries.add(new StoredEntry(found.getLong(1), found.getBytes(2), Hash.of(found.getBytes(3))));
                }
                return entries;
            }
        }
    }

    @Override
    public Map<String, Long> counts(Collection<String> subjects, long treeSize) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setArray(1, connection.createArrayOf("text", subjects.toArray()));
            select.setLong(2, treeSize);
            try (ResultSet found = select.executeQuery()) {
                Map<String, Long> counts = new HashMap<>();
                while (found.next()) {
                    counts.put(found.getString(1), found.getLong(2));
                }
                return counts;
            }
        }
    }

    @Override
    public Optional<FullTile> tile(TilePath path) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(TILE)) {
            select.setInt(1, path.level());
            select.setLong(2, path.index());
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new FullTile(new Tile(path, found.getBytes(2)), Hash.of(found.getBytes(1))))
                        : Optional.empty();
            }
        }
    }

    @Override
    public RowChanges changes() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CHANGES);
                ResultSet found = select.executeQuery()) {
            found.next();
            return new RowChanges(found.getLong(1), found.getString(2));
        }
    }
}
