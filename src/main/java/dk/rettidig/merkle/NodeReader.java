package dk.rettidig.merkle;

/** Reads the hash of a complete subtree. Backed by tiles, a table or memory. */
@FunctionalInterface
public interface NodeReader {

    /**
     * The Merkle tree hash of the leaves from {@code index * 2^level} to {@code (index + 1) * 2^level}, all of which exist.
     *
     * @param level 0 for leaf hashes
     */
    Hash node(int level, long index);
}
