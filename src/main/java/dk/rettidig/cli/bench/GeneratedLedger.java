package dk.rettidig.cli.bench;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.Tile;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.Tiles;
import dk.rettidig.merkle.TreeHasher;
import dk.rettidig.merkle.TreeState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * An exported ledger of made-up entries of some 400 bytes each, in the proportions of a busy installation: mostly gate
 * decisions and deliveries, fewer flags and reviews. Deterministic for a seed.
 */
final class GeneratedLedger {

    private static final String ORIGIN = "bench.rettidig.example/ledger";
    /** Actors of a large installation within a year. */
    private static final int ACTORS = 400;

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String[] TYPES = {
        "gate.request_permitted", "feed.delivery_finished", "gate.request_refused", "flag.opened", "review.concluded"
    };

    private final Random random;
    private final List<String> actors = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();
    private long models;

    private GeneratedLedger(long seed) {
        random = new Random(seed);
        for (int i = 0; i < ACTORS; i++) {
            byte[] handle = new byte[16];
            random.nextBytes(handle);
            actors.add(Base64.getUrlEncoder().withoutPadding().encodeToString(handle));
        }
    }

    /**
     * Writes an export of {@code size} entries into an empty directory.
     *
     * @return bytes of all entry bundles
     */
    static long write(Path root, long size, long seed) throws IOException {
        GeneratedLedger ledger = new GeneratedLedger(seed);
        TreeHasher hasher = new TreeHasher();
        TreeState state = TreeState.EMPTY;
        Map<TilePath, Tile> open = new HashMap<>();
        long bytes = 0;
        for (long first = 0; first < size; first += TilePath.FULL) {
            int width = (int) Math.min(TilePath.FULL, size - first);
            ByteArrayOutputStream bundle = new ByteArrayOutputStream();
            List<Hash> leaves = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                byte[] entry = ledger.entry(first + i);
                bundle.write(entry.length >> 8);
                bundle.write(entry.length);
                bundle.writeBytes(entry);
                leaves.add(hasher.leaf(entry));
            }
            Tiles.Integration step = Tiles.integrate(state, path -> Objects.requireNonNull(open.get(path)), leaves);
            for (Tile tile : step.tiles()) {
                open.put(tile.path(), tile);
            }
            keepAtEdge(root, open, step.size(), step.size() == size);
            state = step.state();
            file(root, TilePath.entries(first / TilePath.FULL, width).path(), bundle.toByteArray());
            bytes += bundle.size();
        }
        sign(root, new Checkpoint(ORIGIN, size, state.root()));
        return bytes;
    }

    /** Writes full tiles and forgets them; partial ones wait for the next step, or are written at the end. */
    private static void keepAtEdge(Path root, Map<TilePath, Tile> open, long size, boolean last) throws IOException {
        for (TilePath path : List.copyOf(open.keySet())) {
            boolean current = Tiles.width(path.level(), path.index(), size) == path.width();
            Tile tile = open.get(path);
            if (tile != null && current && (last || !path.isPartial())) {
                file(root, path.path(), tile.bytes());
            }
            if (!current || !path.isPartial()) {
                open.remove(path);
            }
        }
    }

    private static void sign(Path root, Checkpoint checkpoint) throws IOException {
        SigningKey key = SigningKey.of(new KeyName(ORIGIN), KeyAlgorithm.ED25519, new byte[32]);
        file(root, "checkpoint", utf8(SignedNote.sign(checkpoint.text(), key).encode()));
        file(root, "log-key", utf8(key.verifier().encode() + "\n"));
    }

    private byte[] entry(long index) {
        String actor = actors.get((int) (random.nextDouble() * random.nextDouble() * ACTORS));
        int kind = (int) (random.nextDouble() * random.nextDouble() * TYPES.length);
        boolean model = TYPES[kind].startsWith("flag.");
        StringBuilder json = new StringBuilder("{\"body\":{\"actor\":\"").append(actor);
        json.append("\",\"at\":\"").append(START.plusMillis(index * 97)).append("\",\"fields\":{");
        json.append("\"action\":\"read\",\"basis\":\"lb.notification\",\"correlation\":\"")
                .append(hex(8));
        json.append("\",\"determining\":[\"permit-notified\"],");
        if (model) {
            json.append("\"model\":\"scorecard-1.0.0\",");
        }
        json.append("\"municipality\":\"999\",\"purpose\":\"child_support\",\"reason\":\"forældremyndighed\"},");
        json.append("\"type\":\"").append(TYPES[kind]).append("\"},\"commitments\":{\"pseudonym\":\"");
        json.append(hex(32)).append("\"},\"counts\":{\"actor\":").append(counts.merge(actor, 1L, Long::sum));
        if (model) {
            json.append(",\"model\":").append(++models);
        }
        return utf8(json.append("},\"v\":1}").toString());
    }

    private String hex(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void file(Path root, String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
