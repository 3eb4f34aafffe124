package dk.rettidig.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that grows at its right edge and remembers only the roots of its complete subtrees: constant memory for any
 * size. Not safe for use by several threads.
 */
public final class CompactRange {

    private final TreeHasher hasher = new TreeHasher();
    private final List<Hash> peaks;
    private long size;

    /** The tree without leaves. */
    public CompactRange() {
        this(TreeState.EMPTY);
    }

    /** Goes on from a state. */
    public CompactRange(TreeState state) {
        size = state.size();
        peaks = new ArrayList<>(state.peaks());
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Hashes the content as a leaf and appends it. */
    public Hash appendContent(byte[] content) {
        Hash leaf = hasher.leaf(content);
        append(leaf);
        return leaf;
    }

    /** Appends a leaf hash. */
    public void append(Hash leaf) {
        appendSubtree(0, leaf);
    }

    /**
     * Appends a complete subtree of {@code 2^level} leaves at once.
     *
     * @param level 0 for a leaf
     * @throws IllegalArgumentException when the size is no multiple of {@code 2^level}, or would pass 2^62
     */
    public void appendSubtree(int level, Hash root) {
        if (level < 0 || level > 62 || (size & ((1L << level) - 1)) != 0) {
            throw new IllegalArgumentException("no subtree of level " + level + " starts at " + size);
        }
        long next = TreeSize.check(size + (1L << level));
        Hash carried = root;
        for (long rest = size >>> level; (rest & 1) == 1; rest >>>= 1) {
            carried = hasher.node(peaks.removeLast(), carried);
        }
        peaks.add(carried);
        size = next;
    }

    /** The root hash at the present size. */
    public Hash root() {
        return state().root();
    }

    /** The present state as a value. */
    public TreeState state() {
        return new TreeState(size, peaks);
    }
}
