package dk.rettidig.ledger.store;

import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.EntryMarks;
import dk.rettidig.ledger.SequencerTurns.Appended;
import dk.rettidig.ledger.SequencerTurns.FullTile;
import dk.rettidig.ledger.SequencerTurns.LastCount;
import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.ledger.SequencerTurns.Sequenced;
import dk.rettidig.ledger.SequencerTurns.Turn;
import dk.rettidig.ledger.SequencerTurns.Waiting;
import dk.rettidig.ledger.Snapshot;
import dk.rettidig.merkle.TileReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** The sequencer's transactions, all on the connection that holds the lock. */
final class SqlTurn implements Turn {

    private static final Logger LOG = Logger.getLogger(SqlTurn.class);

    /** Most appends in one transaction of the sequencer. */
    private static final int MOST_ROWS = 20_000;

    /** Most bytes of appends in one transaction of the sequencer: 16 MiB, so that heap stays small whatever they hold. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private static final int FETCH = 1_000;

    /** "offset 0" keeps the planner from reading the whole log into a hash table instead of asking its index. */
    private static final String WAITING = "select a.append_id, a.actor, a.model, a.body from ledger_append a "
            + "where (a.xid >= ?::xid8 or a.xid = any (?::xid8[])) and a.append_id > ? "
            + "and not exists (select 1 from ledger_entry e where e.append_id = a.append_id offset 0) "
            + "order by a.append_id limit " + MOST_ROWS;

    private static final String NEVER_APPENDED = "select min(e.leaf_index) from ledger_entry e where e.leaf_index >= ? "
            + "and (e.leaf_hash <> sha256('\\x00'::bytea || e.bytes) or not exists (select 1 from ledger_append a "
            + "where a.append_id = e.append_id and position(a.body in e.bytes) = 1))";

    /** With each count the newest entry of the last batch that speaks of its subject: what it was counted from. */
    private static final String COUNTS = "select s.subject, c.total, c.tree_size, e.bytes "
            + "from unnest(?::text[], ?::bytea[]) as s (subject, mark), "
            + "lateral (select total, tree_size from ledger_count c where c.subject = s.subject "
            + "order by c.tree_size desc limit 1) c "
            + "left join lateral (select e.bytes from ledger_entry e where e.leaf_index < c.tree_size "
            + "and e.leaf_index >= c.tree_size - " + MOST_ROWS + " and position(s.mark in e.bytes) > 0 "
            + "order by e.leaf_index desc limit 1) e on true";

    private final Connection connection;
    private final long lock;

    SqlTurn(Connection connection, long lock) {
        this.connection = connection;
        this.lock = lock;
    }

    @Override
    public void begin() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
        }
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public long size() throws SQLException {
        return number("select coalesce(max(leaf_index) + 1, 0) from ledger_entry");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public Optional<Published> newest() throws SQLException {
        return CheckpointRows.newest(connection);
    }

    @Override
    public OptionalLong firstNeverAppended(long from) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEVER_APPENDED)) {
            select.setLong(1, from);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                long index = found.getLong(1);
                return found.wasNull() ? OptionalLong.empty() : OptionalLong.of(index);
            }
        }
    }

    @Override
    public TileReader tiles() {
        return new TileRows(connection);
    }

    @Override
    public Snapshot snapshot() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select pg_current_snapshot()::text")) {
            found.next();
            return Snapshot.parse(found.getString(1));
        }
    }

    @Override
    public Waiting waiting(Snapshot seen, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setString(1, seen.next());
            select.setArray(
                    2, connection.createArrayOf("text", seen.inProgress().toArray()));
            select.setLong(3, after);
            select.setFetchSize(FETCH);
            try (ResultSet found = select.executeQuery()) {
                return read(found);
            }
        }
    }

    private static Waiting read(ResultSet found) throws SQLException {
        List<Appended> appends = new ArrayList<>();
        long bytes = 0;
        while (found.next()) {
            byte[] body = found.getBytes(4);
            appends.add(new Appended(new AppendId(found.getLong(1)), found.getString(2), found.getString(3), body));
            bytes += body.length;
            if (bytes >= MOST_BYTES) {
                return new Waiting(appends, false);
            }
        }
        return new Waiting(appends, appends.size() < MOST_ROWS);
    }

    @Override
    public Map<String, LastCount> counts(Collection<String> subjects) throws SQLException {
        Map<String, LastCount> counts = new HashMap<>();
        List<String> asked = List.copyOf(subjects);
        try (PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setArray(1, connection.createArrayOf("text", asked.toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea", asked.stream().map(EntryMarks::of).toArray(byte[][]::new)));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    counts.put(
                            found.getString(1),
                            new LastCount(found.getLong(2), found.getLong(3), Optional.ofNullable(found.getBytes(4))));
                }
            }
        }
        return counts;
    }

    @Override
    public void insertEntries(long firstIndex, List<Sequenced> entries) throws SQLException {
        try (BinaryCopy copy =
                BinaryCopy.into(connection, "ledger_entry (leaf_index, append_id, bytes, leaf_hash)", 4)) {
            long index = firstIndex;
            for (Sequenced entry : entries) {
                copy.row()
                        .number(index++)
                        .number(entry.id().value())
                        .bytes(entry.bytes())
                        .bytes(entry.leaf().bytes());
            }
            copy.end();
        }
    }

    @Override
    public void insertCounts(long treeSize, Map<String, Long> counts) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ledger_count (subject, tree_size, total) "
                        + "select s, ?, t from unnest(?::text[], ?::bigint[]) as given (s, t)")) {
            List<String> subjects = List.copyOf(counts.keySet());
            insert.setLong(1, treeSize);
            insert.setArray(2, connection.createArrayOf("text", subjects.toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", subjects.stream().map(counts::get).toArray()));
            insert.executeUpdate();
        }
    }

    @Override
    public void insertTiles(List<FullTile> tiles) throws SQLException {
        if (tiles.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger_tile (level, tile_index, root, hashes) values (?, ?, ?, ?)")) {
            for (FullTile full : tiles) {
                insert.setInt(1, full.tile().path().level());
                insert.setLong(2, full.tile().path().index());
                insert.setBytes(3, full.root().bytes());
                insert.setBytes(4, full.tile().bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public void insertCheckpoint(Published checkpoint) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger_checkpoint (tree_size, root, note, at) values (?, ?, ?, ?)")) {
            insert.setLong(1, checkpoint.size());
            insert.setBytes(2, checkpoint.root().bytes());
            insert.setString(3, checkpoint.note());
            insert.setObject(4, checkpoint.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Gives the lock back; a connection that cannot is closed for good, which has the same effect. */
    @Override
    public void close() {
        try (Connection closing = connection) {
            closing.rollback();
            closing.setAutoCommit(true);
            try (Statement statement = closing.createStatement()) {
                statement.execute("select pg_advisory_unlock(" + lock + ")");
            }
        } catch (SQLException failure) {
            LOG.debugf("the sequencer's connection was lost: %s", failure.getSQLState());
        }
    }
}
