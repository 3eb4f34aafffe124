package dk.rettidig.verifier;

import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Recomputes the hash tiles above level 0 as bundles pass by in order, and compares them with those that are there. */
final class UpperTiles {

    private final LedgerSource source;
    private final Findings findings;
    private final ByteSink sink = new ByteSink();
    private final TreeHasher hasher = new TreeHasher();
    private final List<Level> levels = new ArrayList<>();

    UpperTiles(LedgerSource source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    private static final class Level {
        private final ByteArrayOutputStream open = new ByteArrayOutputStream();
        private long index;
    }

    /** Takes the root of the next full tile of level 0. */
    void add(Hash root) throws IOException {
        add(1, root);
    }

    private void add(int number, Hash hash) throws IOException {
        while (levels.size() < number) {
            levels.add(new Level());
        }
        Level level = levels.get(number - 1);
        level.open.writeBytes(hash.bytes());
        if (level.open.size() == TilePath.FULL * Hash.LENGTH) {
            byte[] full = level.open.toByteArray();
            compare(number, level, full);
            level.open.reset();
            level.index++;
            add(number + 1, Subtree.root(hasher, full));
        }
    }

    /** Compares the partial tiles at the right edge. */
    void finish() throws IOException {
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            if (level.open.size() > 0) {
                compare(i + 1, level, level.open.toByteArray());
            }
        }
    }

    private void compare(int number, Level level, byte[] expected) throws IOException {
        TilePath path = TilePath.hashes(number, level.index, expected.length / Hash.LENGTH);
        if (!source.read(path, sink)) {
            findings.add(Finding.whole(Finding.Kind.TILE, path + " mangler", path + " is missing"));
            return;
        }
        int at = Arrays.mismatch(sink.bytes(), 0, sink.length(), expected, 0, expected.length);
        if (at >= 0) {
            long span = 1L << (TilePath.HEIGHT * number);
            long first = (path.index() * TilePath.FULL + at / Hash.LENGTH) * span;
            String range = first + "-" + (first + span - 1);
            findings.add(Finding.at(
                    Finding.Kind.TILE,
                    first,
                    path + " passer ikke med indførslerne " + range,
                    path + " does not fit the entries " + range));
        }
    }
}
