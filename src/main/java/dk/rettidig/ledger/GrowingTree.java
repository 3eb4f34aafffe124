package dk.rettidig.ledger;

import dk.rettidig.ledger.SequencerTurns.FullTile;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.Tile;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.TileReader;
import dk.rettidig.merkle.Tiles;
import dk.rettidig.merkle.TreeState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree at its right edge: its state, and the partial tiles that the next leaves go into. Immutable; growing gives a
 * new one, so that a transaction that fails leaves nothing behind.
 */
final class GrowingTree {

    private final TreeState state;
    private final Map<TilePath, Tile> edge;

    private GrowingTree(TreeState state, Map<TilePath, Tile> edge) {
        this.state = state;
        this.edge = edge;
    }

    /** The tree without leaves. */
    static GrowingTree empty() {
        return new GrowingTree(TreeState.EMPTY, Map.of());
    }

    /** The tree of this size as stored. */
    static GrowingTree read(long size, TileReader tiles) {
        TreeState state = TreeState.read(size, Tiles.nodes(size, tiles));
        Map<TilePath, Tile> edge = new HashMap<>();
        for (int level = 0; size >> (TilePath.HEIGHT * level) > 0; level++) {
            long index = size >> (TilePath.HEIGHT * (level + 1));
            int width = Tiles.width(level, index, size);
            if (width > 0) {
                TilePath path = TilePath.hashes(level, index, width);
                edge.put(path, tiles.tile(path));
            }
        }
        return new GrowingTree(state, edge);
    }

    /** What growing gave: the tree after, and the tiles that are full now and were not before. */
    record Grown(GrowingTree tree, List<FullTile> full) {}

    /** The tree with more leaves; a pure function. */
    Grown grow(List<Hash> leaves) {
        Tiles.Integration integration = Tiles.integrate(state, this::edgeTile, leaves);
        Map<TilePath, Tile> changed = new HashMap<>();
        integration.tiles().forEach(tile -> changed.put(tile.path(), tile));
        List<FullTile> full = new ArrayList<>();
        Map<TilePath, Tile> next = new HashMap<>();
        long size = integration.size();
        for (Tile tile : integration.tiles()) {
            if (tile.path().isPartial()) {
                next.put(tile.path(), tile);
            } else {
                full.add(new FullTile(tile, root(tile.path(), size, changed)));
            }
        }
        edge.forEach((path, tile) -> {
            if (Tiles.width(path.level(), path.index(), size) == path.width()) {
                next.put(path, tile);
            }
        });
        return new Grown(new GrowingTree(integration.state(), next), full);
    }

    private Tile edgeTile(TilePath path) {
        Tile tile = edge.get(path);
        if (tile == null) {
            throw new IllegalStateException("the tree's edge does not hold " + path);
        }
        return tile;
    }

    /** The hash of a full tile in the tile above, which has just been made or has grown. */
    private static Hash root(TilePath path, long size, Map<TilePath, Tile> changed) {
        int level = path.level() + 1;
        long index = path.index() / TilePath.FULL;
        Tile above = changed.get(TilePath.hashes(level, index, Tiles.width(level, index, size)));
        if (above == null) {
            throw new IllegalStateException("no tile above " + path);
        }
        return above.hash(Math.toIntExact(path.index() % TilePath.FULL));
    }

    /** Number of leaves. */
    long size() {
        return state.size();
    }

    /** Root hash. */
    Hash root() {
        return state.root();
    }
}
