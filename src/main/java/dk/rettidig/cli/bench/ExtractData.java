package dk.rettidig.cli.bench;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.cli.database.EmbeddedDatabase;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.Tile;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.Tiles;
import dk.rettidig.merkle.TreeHasher;
import dk.rettidig.merkle.TreeState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A year's log of a large municipality straight into the tables, with its tree, its checkpoint, and what children's entries are
 * found by: every entry concerns a child, {@value #EACH} entries a child, spread over the whole log.
 */
final class ExtractData {

    /** Entries a child has. */
    static final int EACH = 400;

    /** Entries about one flag, the one that raises it included. */
    private static final int A_FLAG = 40;

    private static final String[] TYPES = {
        "gate.permitted", "review.flag_opened", "review.view_sealed", "review.weights_read"
    };
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SEED = 42;

    private final long entries;
    private final long children;
    private final byte[] measured;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final TreeHasher hasher = new TreeHasher();
    private final Map<TilePath, Tile> open = new HashMap<>();
    private TreeState state = TreeState.EMPTY;

    /**
     * @param measured what the first child is looked up by
     */
    ExtractData(long entries, byte[] measured) {
        this.entries = entries;
        this.children = Math.max(1, entries / EACH);
        this.measured = measured;
    }

    void load(EmbeddedDatabase database, Path keys, String origin) throws IOException {
        try (CopyRows log = new CopyRows(database.superuser(), "ledger_entry", 4);
                CopyRows tiles = new CopyRows(database.superuser(), "ledger_tile", 4);
                CopyRows subjects = new CopyRows(database.superuser(), "ledger_subject", 2);
                CopyRows flags = new CopyRows(database.superuser(), "ledger_flag", 2)) {
            for (long first = 0; first < entries; first += TilePath.FULL) {
                bundle(first, log, subjects, flags, tiles);
            }
            log.end();
            tiles.end();
            subjects.end();
            flags.end();
            sign(database, keys, origin);
        } catch (SQLException | CheckpointException failure) {
            throw new IOException("the log cannot be loaded", failure);
        }
    }

    private void bundle(long first, CopyRows log, CopyRows subjects, CopyRows flags, CopyRows tiles)
            throws SQLException {
        List<Hash> leaves = new ArrayList<>();
        for (long index = first; index < Math.min(entries, first + TilePath.FULL); index++) {
            byte[] entry = entry(index);
            Hash leaf = hasher.leaf(entry);
            leaves.add(leaf);
            log.row().number(index).number(index).bytes(entry).bytes(leaf.bytes());
            if (!isLater(index)) {
                subjects.row().bytes(lookup(index)).number(index);
            }
            if (!type(index).equals(TYPES[0])) {
                flags.row().bytes(bytes(flag(index))).number(index);
            }
        }
        Tiles.Integration step = Tiles.integrate(state, path -> Objects.requireNonNull(open.get(path)), leaves);
        step.tiles().forEach(tile -> open.put(tile.path(), tile));
        state = step.state();
        for (TilePath path : List.copyOf(open.keySet())) {
            Tile tile = Objects.requireNonNull(open.get(path));
            if (Tiles.width(path.level(), path.index(), step.size()) != path.width()) {
                open.remove(path);
            } else if (!path.isPartial()) {
                tiles.row()
                        .small(path.level())
                        .number(path.index())
                        .bytes(root(tile).bytes())
                        .bytes(tile.bytes());
                open.remove(path);
            }
        }
    }

    private Hash root(Tile tile) {
        List<Hash> level = new ArrayList<>();
        for (int i = 0; i < TilePath.FULL; i++) {
            level.add(tile.hash(i));
        }
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(hasher.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }

    private String type(long index) {
        long turn = index / children;
        return turn % A_FLAG == 0 ? "flag.raised" : TYPES[(int) (turn % TYPES.length)];
    }

    /** Entries that name a flag and no child. */
    private boolean isLater(long index) {
        return type(index).startsWith("review.");
    }

    private UUID flag(long index) {
        return new UUID(index % children, index / children / A_FLAG);
    }

    private byte[] lookup(long index) {
        if (index % children == 0) {
            return measured;
        }
        SplittableRandom own = new SplittableRandom(index % children);
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(own.nextLong())
                .putLong(own.nextLong())
                .putLong(own.nextLong())
                .putLong(own.nextLong())
                .array();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private byte[] entry(long index) {
        String type = type(index);
        String fields = type.equals(TYPES[0])
                ? "\"outcome\":\"permitted\",\"policy\":\"" + hex()
                        + "\",\"request\":{\"action\":\"open_flag\",\"basis\":"
                        + "\"lb.demo.notified\",\"municipality\":\"999\",\"purpose\":\"child_support\",\"scope\":"
                        + "\"notified\"},\"rules\":[\"caseworker_reviews\"]"
                : "\"flag\":\"" + flag(index) + "\",\"municipality\":\"999\"";
        return ("{\"body\":{\"actor\":\"" + String.format("handle%016d", index % 97)
                        + "\",\"actor_kind\":\"caseworker\","
                        + "\"at\":\"" + START.plusMillis(index * 3_000) + "\",\"fields\":{" + fields + "},\"type\":\""
                        + type
                        + "\"},\"commitments\":{\"pseudonym\":\"" + hex() + "\"},\"counts\":{\"actor\":" + index
                        + "},\"v\":1}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String hex() {
        HexFormat hex = HexFormat.of();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append(hex.toHexDigits(random.nextLong()));
        }
        return text.toString();
    }

    private void sign(EmbeddedDatabase database, Path keys, String origin)
            throws IOException, SQLException, CheckpointException {
        SigningKey key = SigningKey.parse(
                Files.readString(keys.resolve("ledger-checkpoint.key")).strip());
        String note = SignedNote.sign(new Checkpoint(origin, entries, state.root()).text(), key)
                .encode();
        try (Connection connection = database.superuser();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into ledger_checkpoint (tree_size, root, note, at) values (?, ?, ?, now())");
                Statement tidy = connection.createStatement()) {
            insert.setLong(1, entries);
            insert.setBytes(2, state.root().bytes());
            insert.setString(3, note);
            insert.executeUpdate();
            tidy.execute("analyze ledger_entry, ledger_subject, ledger_flag, ledger_tile");
            tidy.execute("checkpoint");
        }
    }
}
