package dk.rettidig.merkle;

import java.util.List;

/** Folds proof hashes into a seed; the three ways in which RFC 9162 sections 2.1.3.2 and 2.1.4.2 do it. */
final class Chain {

    private Chain() {}

    /** Joins each hash on the side that the bits of {@code index}, lowest first, tell: a set bit means from the left. */
    static Hash inner(TreeHasher hasher, Hash seed, List<Hash> hashes, long index) {
        Hash result = seed;
        long bits = index;
        for (Hash hash : hashes) {
            result = (bits & 1) == 0 ? hasher.node(result, hash) : hasher.node(hash, result);
            bits >>>= 1;
        }
        return result;
    }

    /** Joins only those of {@link #inner} that come from the left: what the smaller tree of the two is made of. */
    static Hash innerLeft(TreeHasher hasher, Hash seed, List<Hash> hashes, long index) {
        Hash result = seed;
        long bits = index;
        for (Hash hash : hashes) {
            if ((bits & 1) == 1) {
                result = hasher.node(hash, result);
            }
            bits >>>= 1;
        }
        return result;
    }

    /** Joins each hash from the left: the left siblings along the right border of the tree. */
    static Hash left(TreeHasher hasher, Hash seed, List<Hash> hashes) {
        Hash result = seed;
        for (Hash hash : hashes) {
            result = hasher.node(hash, result);
        }
        return result;
    }
}
