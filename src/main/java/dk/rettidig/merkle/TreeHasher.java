package dk.rettidig.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes leaves and nodes: SHA-256 over a domain byte and the content (RFC 6962 section 2.1), so that no leaf can pass for
 * a node. Holds one digest and is not safe for use by several threads; make one for each.
 */
public final class TreeHasher {

    /** The domain byte before a leaf's content (RFC 6962 section 2.1). */
    public static final byte LEAF = 0;
    /** The domain byte before the hashes of a node's two children (RFC 6962 section 2.1). */
    public static final byte NODE = 1;

    private static final Hash EMPTY = new TreeHasher().hash(new byte[0]);

    private final MessageDigest digest;
    private final byte[] pair = new byte[1 + 2 * Hash.LENGTH];

    /** A hasher with a digest of its own. */
    public TreeHasher() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        pair[0] = NODE;
    }

    /** The root of the tree without leaves: SHA-256 of nothing (RFC 6962 section 2.1). */
    public static Hash emptyRoot() {
        return EMPTY;
    }

    /** The hash of a leaf with this content. */
    public Hash leaf(byte[] content) {
        digest.update(LEAF);
        return hash(content);
    }

    /** The hash of the node over these two children. */
    public Hash node(Hash left, Hash right) {
        left.copyTo(pair, 1);
        right.copyTo(pair, 1 + Hash.LENGTH);
        return hash(pair);
    }

    /**
     * Writes the hash of the node over two children that lie side by side.
     *
     * @param children holds the left child's 32 bytes and then the right child's, from {@code offset}
     * @param target receives 32 bytes from {@code targetOffset}; may be the same array
     */
    public void node(byte[] children, int offset, byte[] target, int targetOffset) {
        System.arraycopy(children, offset, pair, 1, 2 * Hash.LENGTH);
        digest(pair, 0, pair.length, target, targetOffset);
    }

    /**
     * Writes the hash of a leaf whose domain byte is already in place, which saves a copy on long scans.
     *
     * @param prefixed holds {@link #LEAF} at {@code offset} and the content after it
     * @param length bytes with the domain byte
     */
    public void prefixedLeaf(byte[] prefixed, int offset, int length, byte[] target, int targetOffset) {
        if (length < 1 || prefixed[offset] != LEAF) {
            throw new IllegalArgumentException("a leaf starts with its domain byte");
        }
        digest(prefixed, offset, length, target, targetOffset);
    }

    private Hash hash(byte[] content) {
        return Hash.wrap(digest.digest(content));
    }

    private void digest(byte[] source, int offset, int length, byte[] target, int targetOffset) {
        digest.update(source, offset, length);
        try {
            digest.digest(target, targetOffset, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalArgumentException("no room for a hash of 32 bytes", e);
        }
    }
}
