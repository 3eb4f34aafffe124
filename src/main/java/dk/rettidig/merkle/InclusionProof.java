package dk.rettidig.merkle;

import dk.rettidig.merkle.ProofException.Reason;
import java.util.List;

/**
 * The claim that a leaf stands at an index of a tree. May come from anybody: nothing about it holds before
 * {@link #verify} returns.
 *
 * @param index the leaf's index, from 0
 * @param size number of leaves of the tree
 * @param path sibling hashes from leaf to root (RFC 9162 section 2.1.3)
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Verifies by RFC 9162 section 2.1.3.2; the path's length is checked before anything is hashed.
     *
     * @throws ProofException when the leaf is not proved to be in the tree with this root
     */
    public void verify(Hash leaf, Hash root) throws ProofException {
        Hash computed = root(leaf);
        if (!computed.equals(root)) {
            throw ProofException.mismatch(Reason.ROOT_MISMATCH, root, computed);
        }
    }

    /**
     * The root that leaf and path lead to.
     *
     * @throws ProofException when the index is not in the tree or the path has not the exact length
     */
    public Hash root(Hash leaf) throws ProofException {
        if (size < 0 || size > TreeSize.MAX) {
            throw ProofException.of(Reason.SIZE_OUT_OF_RANGE, "0 to 2^62", size);
        }
        if (index < 0 || index >= size) {
            throw ProofException.of(Reason.INDEX_NOT_IN_TREE, "below " + size, index);
        }
        int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
        int border = Long.bitCount(index >>> inner);
        if (path.size() != inner + border) {
            throw ProofException.of(Reason.WRONG_LENGTH, inner + border, path.size());
        }
        TreeHasher hasher = new TreeHasher();
        Hash seed = Chain.inner(hasher, leaf, path.subList(0, inner), index);
        return Chain.left(hasher, seed, path.subList(inner, path.size()));
    }
}
