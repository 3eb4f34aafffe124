package dk.rettidig.verifier;

import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.TreeHasher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thread's tools for scanning bundles: buffers, a hasher and a scanner, used again and again. */
final class BundleScan {

    private final LedgerSource source;
    private final boolean entriesToo;
    private final ByteSink sink = new ByteSink();
    private final ByteSink tileSink = new ByteSink();
    private final EntryScanner scanner = new EntryScanner();
    private final NameTable actorNames = new NameTable();
    private final NameTable modelNames = new NameTable();
    private final TreeHasher hasher = new TreeHasher();
    private List<KeyChange> keyChanges = new ArrayList<>();
    private final byte[] leaves = new byte[TilePath.FULL * Hash.LENGTH];

    /**
     * Tools.
     *
     * @param entriesToo whether to read entries, or to take the hash tiles' word for the leaves
     */
    BundleScan(LedgerSource source, boolean entriesToo) {
        this.source = source;
        this.entriesToo = entriesToo;
    }

    /**
     * What one bundle holds.
     *
     * @param leaves leaf hashes of the entries, side by side; fewer than the width when entries are missing
     * @param root the root over the leaves of a full and complete bundle
     * @param tile leaf hashes by the hash tile; empty when there is none
     * @param tileRoot the root over a full hash tile
     * @param keyChanges what the entries say of the log's keys, in order
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package, and is compared by nobody
    record Result(
            TilePath path,
            byte[] leaves,
            @Nullable Hash root,
            byte[] tile,
            @Nullable Hash tileRoot,
            RunningCounts.Part actors,
            RunningCounts.Part models,
            long bytes,
            List<KeyChange> keyChanges,
            List<Finding> findings) {

        boolean complete() {
            return leaves.length == path.width() * Hash.LENGTH;
        }

        boolean hasTile() {
            return tile.length > 0;
        }

        /** Where the entries first differ from the tile; -1 when they do not, or nothing can be said. */
        int mismatch() {
            int common = Math.min(leaves.length, tile.length);
            int at = Arrays.mismatch(leaves, 0, common, tile, 0, common);
            return at < 0 ? -1 : at / Hash.LENGTH;
        }
    }

    /** Scans one bundle. */
    Result scan(TilePath path) throws IOException {
        List<Finding> findings = new ArrayList<>();
        keyChanges = new ArrayList<>();
        byte[] tile = tile(path, findings);
        RunningCounts.Part actors = actorNames.begin();
        RunningCounts.Part models = modelNames.begin();
        if (!entriesToo) {
            Hash root = root(tile);
            return new Result(path, tile, root, tile, root, actors, models, 0, keyChanges, findings);
        }
        long first = path.index() * TilePath.FULL;
        int found = 0;
        if (source.read(path, sink)) {
            found = entries(path, first, findings);
        }
        if (found < path.width()) {
            findings.add(Finding.at(
                    Finding.Kind.ENTRY_MISSING,
                    first + found,
                    "indførslen mangler: " + path + " slutter før den",
                    "the entry is missing: " + path + " ends before it"));
        }
        byte[] hashes = Arrays.copyOf(leaves, found * Hash.LENGTH);
        Hash root = root(hashes);
        Hash tileRoot = Arrays.equals(hashes, tile) ? root : root(tile);
        long bytes = found == 0 ? 0 : sink.length();
        return new Result(path, hashes, root, tile, tileRoot, actors, models, bytes, keyChanges, findings);
    }

    private @Nullable Hash root(byte[] hashes) {
        return hashes.length == TilePath.FULL * Hash.LENGTH ? Subtree.root(hasher, hashes) : null;
    }

    private byte[] tile(TilePath path, List<Finding> findings) throws IOException {
        if (!source.hasHashTiles()) {
            return new byte[0];
        }
        TilePath hashes = TilePath.hashes(0, path.index(), path.width());
        if (source.read(hashes, tileSink) && tileSink.length() == path.width() * Hash.LENGTH) {
            return Arrays.copyOf(tileSink.bytes(), tileSink.length());
        }
        findings.add(Finding.whole(
                Finding.Kind.TILE,
                hashes + " mangler eller har forkert længde",
                hashes + " is missing or has the wrong length"));
        return new byte[0];
    }

    /** Reads the entries of a bundle (C2SP tlog-tiles, "Log entries"): two bytes of length and then the entry. */
    private int entries(TilePath path, long first, List<Finding> findings) {
        byte[] bytes = sink.bytes();
        int end = sink.length();
        int at = 0;
        int found = 0;
        while (found < path.width() && at + 2 <= end) {
            int length = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
            int from = at + 2;
            if (length > end - from) {
                break;
            }
            // The second length byte has been read and makes room for the domain byte: no copy of the entry is needed.
            bytes[from - 1] = TreeHasher.LEAF;
            hasher.prefixedLeaf(bytes, from - 1, length + 1, leaves, found * Hash.LENGTH);
            entry(bytes, from, from + length, first + found, findings);
            found++;
            at = from + length;
        }
        if (found == path.width() && at < end) {
            findings.add(Finding.at(
                    Finding.Kind.BEYOND_CHECKPOINT,
                    first + found,
                    path + " har " + (end - at) + " byte for mange",
                    path + " has " + (end - at) + " bytes too many"));
        }
        return found;
    }

    private void entry(byte[] bytes, int from, int to, long index, List<Finding> findings) {
        EntryScanner.Problem problem = scanner.scan(bytes, from, to);
        if (problem != EntryScanner.Problem.NONE) {
            findings.add(Texts.form(problem, index));
            return;
        }
        scanner.countInto(actorNames, modelNames, index);
        scanner.keyChange(from, to).ifPresent(keyChanges::add);
    }
}
