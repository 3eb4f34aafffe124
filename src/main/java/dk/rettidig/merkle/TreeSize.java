package dk.rettidig.merkle;

/** The bounds of a tree. */
final class TreeSize {

    /** Most leaves of a tree, 2^62: sums of two sizes stay within a {@code long}. */
    static final long MAX = 1L << 62;

    private TreeSize() {}

    static long check(long size) {
        if (size < 0 || size > MAX) {
            throw new IllegalArgumentException("a tree has 0 to 2^62 leaves, not " + size);
        }
        return size;
    }

    /** The largest power of two smaller than {@code size}, which is at least 2 (k of RFC 6962 section 2.1). */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
