package dk.rettidig.merkle;

import java.util.Arrays;

/** A tile of hashes: 1 to 256 consecutive nodes of one level (C2SP tlog-tiles). Immutable. */
public final class Tile {

    private final TilePath path;
    private final byte[] hashes;

    /**
     * A tile of these bytes, copied.
     *
     * @param hashes 32 bytes for each hash, from left to right
     * @throws IllegalArgumentException unless there are exactly as many hashes as the path's width says
     */
    public Tile(TilePath path, byte[] hashes) {
        if (path.isEntries() || hashes.length != path.width() * Hash.LENGTH) {
            throw new IllegalArgumentException(path + " has not " + hashes.length + " bytes of hashes");
        }
        this.path = path;
        this.hashes = hashes.clone();
    }

    /** Where it belongs. */
    public TilePath path() {
        return path;
    }

    /** Its hashes side by side, copied. */
    public byte[] bytes() {
        return hashes.clone();
    }

    /** The hash at a position from 0 to width - 1. */
    public Hash hash(int position) {
        return Hash.of(hashes, position * Hash.LENGTH, Hash.LENGTH);
    }

    /**
     * The root of the complete subtree of {@code 2^height} hashes at a position.
     *
     * @param height 0 to 8
     * @param position counted in subtrees of that height
     */
    Hash subtree(int height, int position) {
        int count = 1 << height;
        byte[] nodes = Arrays.copyOfRange(hashes, position * count * Hash.LENGTH, (position + 1) * count * Hash.LENGTH);
        fold(new TreeHasher(), nodes, count);
        return Hash.of(nodes, 0, Hash.LENGTH);
    }

    /** Folds a power of two of hashes in place; the root ends up in front. */
    static void fold(TreeHasher hasher, byte[] nodes, int count) {
        for (int width = count; width > 1; width /= 2) {
            for (int i = 0; i < width; i += 2) {
                hasher.node(nodes, i * Hash.LENGTH, nodes, i / 2 * Hash.LENGTH);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tile tile && path.equals(tile.path) && Arrays.equals(hashes, tile.hashes);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
