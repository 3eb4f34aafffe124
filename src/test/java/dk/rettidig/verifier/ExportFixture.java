package dk.rettidig.verifier;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.Proofs;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes exports for tests: entries into bundles, their tiles, and a checkpoint; each part on its own so tests can lie. */
public final class ExportFixture {

    static final String ORIGIN = "test.example/ledger";
    /** The log's key. */
    public static final SigningKey LOG = key(ORIGIN, 1);

    private ExportFixture() {}

    static SigningKey key(String name, int seed) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) seed;
        return SigningKey.of(new KeyName(name), KeyAlgorithm.ED25519, bytes);
    }

    /** Honest entries of seven actors, every third with a model. */
    public static List<byte[]> entries(int size) {
        Map<String, Integer> counts = new HashMap<>();
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String actor = "actor-" + i % 7;
            boolean model = i % 3 == 0;
            int count = counts.merge(actor, 1, Integer::sum);
            int models = model ? counts.merge("model", 1, Integer::sum) : 0;
            entries.add(entry(actor, count, i, models));
        }
        return entries;
    }

    /** An entry; a model's count of 0 means that it is about no model. */
    public static byte[] entry(String actor, int count, int number, int modelCount) {
        String model = modelCount > 0 ? "\"model\":\"m-1\"," : "";
        String counted = modelCount > 0 ? ",\"model\":" + modelCount : "";
        return utf8("{\"body\":{\"actor\":\"" + actor + "\",\"at\":\"2026-11-22T01:02:03.5Z\",\"fields\":{" + model
                + "\"number\":" + number + ",\"tekst\":\"æøå\"},\"type\":\"test.happened\"},\"commitments\":{\"p\":\""
                + "0a".repeat(32) + "\"},\"counts\":{\"actor\":" + count + counted + "},\"v\":1}");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A whole honest export. */
    public static Checkpoint write(Path root, List<byte[]> entries) throws IOException {
        bundles(root, entries);
        TreeState state = tiles(root, entries);
        Checkpoint checkpoint = new Checkpoint(ORIGIN, entries.size(), state.root());
        sign(root, checkpoint, LOG);
        file(root, "log-key", utf8(LOG.verifier().encode() + "\n"));
        return checkpoint;
    }

    static void sign(Path root, Checkpoint checkpoint, SigningKey key) throws IOException {
        file(root, "checkpoint", utf8(SignedNote.sign(checkpoint.text(), key).encode()));
    }

    /** Entry bundles alone, whatever tiles and checkpoint say. */
    public static void bundles(Path root, List<byte[]> entries) throws IOException {
        for (int first = 0; first < entries.size(); first += TilePath.FULL) {
            int width = Math.min(TilePath.FULL, entries.size() - first);
            bundle(root, TilePath.entries(first / TilePath.FULL, width), entries.subList(first, first + width));
        }
    }

    static void bundle(Path root, TilePath path, List<byte[]> entries) throws IOException {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        file(root, path.path(), bundle.toByteArray());
    }

    static TreeState tiles(Path root, List<byte[]> entries) throws IOException {
        Tiles.Integration grown = grown(entries);
        for (Tile tile : grown.tiles()) {
            file(root, tile.path().path(), tile.bytes());
        }
        return grown.state();
    }

    static List<Hash> leaves(List<byte[]> entries) {
        TreeHasher hasher = new TreeHasher();
        return entries.stream().map(hasher::leaf).toList();
    }

    static TlogProof proof(List<byte[]> entries, int index, boolean withEntry) {
        Tiles.Integration grown = grown(entries);
        Map<TilePath, Tile> tiles = new HashMap<>();
        grown.tiles().forEach(tile -> tiles.put(tile.path(), tile));
        List<Hash> path = Proofs.inclusion(
                        index,
                        entries.size(),
                        Tiles.nodes(entries.size(), each -> Objects.requireNonNull(tiles.get(each))))
                .path();
        Checkpoint checkpoint = new Checkpoint(ORIGIN, entries.size(), grown.root());
        TlogProof.Extra extra = withEntry ? new TlogProof.Extra(entries.get(index)) : TlogProof.Extra.NONE;
        return new TlogProof(extra, index, path, SignedNote.sign(checkpoint.text(), LOG));
    }

    static Tiles.Integration grown(List<byte[]> entries) {
        return Tiles.integrate(
                TreeState.EMPTY,
                path -> {
                    throw new IllegalStateException("an empty tree has no tiles");
                },
                leaves(entries));
    }

    static void file(Path root, String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
    }
}
