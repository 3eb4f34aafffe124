package dk.rettidig.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is needed to go on appending to a tree: its size and the roots of its complete subtrees, largest and leftmost
 * first, one for each bit set in the size (at most 63). A value; {@link CompactRange} is its mutable counterpart.
 *
 * @param size number of leaves, 0 to 2^62
 * @param peaks roots of the complete subtrees from left to right
 */
public record TreeState(long size, List<Hash> peaks) {

    /** The tree without leaves. */
    public static final TreeState EMPTY = new TreeState(0, List.of());

    public TreeState {
        TreeSize.check(size);
        peaks = List.copyOf(peaks);
        if (peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has " + Long.bitCount(size) + " peaks, not " + peaks.size());
        }
    }

    /**
     * The state of a tree whose nodes can be read.
     *
     * @param size number of leaves
     */
    public static TreeState read(long size, NodeReader nodes) {
        List<Hash> peaks = new ArrayList<>();
        long start = 0;
        for (long rest = TreeSize.check(size); rest > 0; rest &= ~Long.highestOneBit(rest)) {
            int level = 63 - Long.numberOfLeadingZeros(rest);
            peaks.add(nodes.node(level, start >>> level));
            start += 1L << level;
        }
        return new TreeState(size, peaks);
    }

    /** The root hash (RFC 6962 section 2.1). */
    public Hash root() {
        if (peaks.isEmpty()) {
            return TreeHasher.emptyRoot();
        }
        TreeHasher hasher = new TreeHasher();
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = hasher.node(peaks.get(i), root);
        }
        return root;
    }

    /** Eight bytes of size, big-endian, and then the peaks of 32 bytes each. */
    public byte[] encode() {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + peaks.size() * Hash.LENGTH);
        buffer.putLong(size);
        peaks.forEach(peak -> buffer.put(peak.bytes()));
        return buffer.array();
    }

    /**
     * The inverse of {@link #encode()}.
     *
     * @throws IllegalArgumentException when the length is not exact or the size out of range
     */
    public static TreeState decode(byte[] bytes) {
        if (bytes.length < Long.BYTES || (bytes.length - Long.BYTES) % Hash.LENGTH != 0) {
            throw new IllegalArgumentException("not the state of a tree: " + bytes.length + " bytes");
        }
        List<Hash> peaks = new ArrayList<>();
        for (int at = Long.BYTES; at < bytes.length; at += Hash.LENGTH) {
            peaks.add(Hash.of(bytes, at, Hash.LENGTH));
        }
        return new TreeState(ByteBuffer.wrap(bytes).getLong(), peaks);
    }
}
