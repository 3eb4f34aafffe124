package dk.rettidig.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tiles a tree consists of (C2SP tlog-tiles), and how it grows: a pure function from tiles to tiles. */
public final class Tiles {

    private Tiles() {}

    /**
     * Hashes in a tile when the tree has {@code size} leaves: 256, 1 to 255 when partial, 0 when it does not exist.
     *
     * @param level 0 to 63; {@link TilePath#ENTRIES} counts as 0, since bundles run beside the tiles of level 0
     */
    public static int width(int level, long index, long size) {
        long hashes = hashes(Math.max(level, 0), size);
        return index > hashes / TilePath.FULL ? 0 : Math.clamp(hashes - index * TilePath.FULL, 0, TilePath.FULL);
    }

    /** The tiles of every level that exist at a size, full and partial, level by level. Their number is size / 255. */
    public static List<TilePath> all(long size) {
        return between(0, size);
    }

    /**
     * The tiles that change when a tree grows: those full at the new size that were not full before, and the new partial
     * ones.
     */
    public static List<TilePath> between(long oldSize, long newSize) {
        List<TilePath> paths = new ArrayList<>();
        for (int level = 0; hashes(level, newSize) > 0; level++) {
            long end = hashes(level, newSize);
            if (hashes(level, oldSize) == end) {
                continue;
            }
            for (long index = hashes(level, oldSize) / TilePath.FULL; index * TilePath.FULL < end; index++) {
                paths.add(new TilePath(level, index, width(level, index, newSize)));
            }
        }
        return paths;
    }

    /** The hash tile that holds a node of a tree of {@code size} leaves. */
    public static TilePath holding(int nodeLevel, long nodeIndex, long size) {
        int level = nodeLevel / TilePath.HEIGHT;
        long index = nodeIndex >>> (TilePath.HEIGHT - nodeLevel % TilePath.HEIGHT);
        return TilePath.hashes(level, index, width(level, index, size));
    }

    /** The bundle that holds an entry of a tree of {@code size} leaves. */
    public static TilePath bundleHolding(long leafIndex, long size) {
        long index = leafIndex / TilePath.FULL;
        return TilePath.entries(index, width(TilePath.ENTRIES, index, size));
    }

    /** Reads nodes out of the tiles of a tree of {@code size} leaves; reads each tile once. Not for several threads. */
    public static NodeReader nodes(long size, TileReader tiles) {
        Map<TilePath, Tile> seen = new HashMap<>();
        return (level, index) -> {
            Tile tile = seen.computeIfAbsent(holding(level, index, size), tiles::tile);
            int height = level % TilePath.HEIGHT;
            long position = index - (tile.path().index() << (TilePath.HEIGHT - height));
            return tile.subtree(height, Math.toIntExact(position));
        };
    }

    /**
     * Integrates new leaves.
     *
     * @param state the tree before
     * @param tiles reads the tiles of the tree before; only partial ones at its right edge are asked for
     * @param leaves hashes of the new leaves in order
     * @return the tree after, and every tile that is new or grew
     */
    public static Integration integrate(TreeState state, TileReader tiles, List<Hash> leaves) {
        CompactRange range = new CompactRange(state);
        leaves.forEach(range::append);
        Map<TilePath, Tile> made = new HashMap<>();
        List<Tile> changed = new ArrayList<>();
        long from = state.size();
        for (TilePath path : between(from, range.size())) {
            byte[] bytes = new byte[path.width() * Hash.LENGTH];
            int old = width(path.level(), path.index(), from);
            if (old > 0) {
                byte[] before = tiles.tile(new TilePath(path.level(), path.index(), old))
                        .bytes();
                System.arraycopy(before, 0, bytes, 0, before.length);
            }
            for (int i = old; i < path.width(); i++) {
                hashAt(path, i, from, leaves, made).copyTo(bytes, i * Hash.LENGTH);
            }
            Tile tile = new Tile(path, bytes);
            made.put(path, tile);
            changed.add(tile);
        }
        return new Integration(range.state(), range.root(), changed);
    }

    private static Hash hashAt(TilePath path, int position, long from, List<Hash> leaves, Map<TilePath, Tile> made) {
        long index = path.index() * TilePath.FULL + position;
        if (path.level() == 0) {
            return leaves.get(Math.toIntExact(index - from));
        }
        Tile below = made.get(TilePath.hashes(path.level() - 1, index, TilePath.FULL));
        if (below == null) {
            throw new IllegalStateException("a full tile below " + path + " was not made");
        }
        return below.subtree(TilePath.HEIGHT, 0);
    }

    /** Complete nodes at a level of tiles: {@code floor(size / 256^level)}. */
    private static long hashes(int level, long size) {
        int shift = level * TilePath.HEIGHT;
        return shift >= Long.SIZE ? 0 : TreeSize.check(size) >>> shift;
    }

    /**
     * What integrating gave.
     *
     * @param state the tree after
     * @param root its root hash
     * @param tiles tiles that are new or grew, lower levels first; partial ones replace their narrower predecessors
     */
    public record Integration(TreeState state, Hash root, List<Tile> tiles) {

        public Integration {
            tiles = List.copyOf(tiles);
        }

        /** Number of leaves after. */
        public long size() {
            return state.size();
        }
    }
}
