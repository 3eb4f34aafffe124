package dk.rettidig.merkle;

import java.util.ArrayList;
import java.util.List;

/** Makes proofs (RFC 6962 sections 2.1.1 and 2.1.2) from readable nodes. Verification is with the proofs themselves. */
public final class Proofs {

    private final NodeReader nodes;
    private final TreeHasher hasher = new TreeHasher();

    private Proofs(NodeReader nodes) {
        this.nodes = nodes;
    }

    /**
     * Proves that the leaf at {@code index} is in the tree of {@code size} leaves.
     *
     * @throws IllegalArgumentException unless {@code 0 <= index < size}
     */
    public static InclusionProof inclusion(long index, long size, NodeReader nodes) {
        if (index < 0 || index >= TreeSize.check(size)) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        new Proofs(nodes).path(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /**
     * Proves that the tree of {@code first} leaves is a prefix of the tree of {@code second}.
     *
     * @throws IllegalArgumentException unless {@code 0 < first <= second}
     */
    public static ConsistencyProof consistency(long first, long second, NodeReader nodes) {
        if (first <= 0 || first > TreeSize.check(second)) {
            throw new IllegalArgumentException("no proof from " + first + " to " + second);
        }
        List<Hash> path = new ArrayList<>();
        if (first < second) {
            new Proofs(nodes).subproof(first, 0, second, true, path);
        }
        return new ConsistencyProof(first, second, path);
    }

    /** The root hash of the first {@code size} leaves. */
    public static Hash root(long size, NodeReader nodes) {
        return TreeState.read(size, nodes).root();
    }

    /** PATH of RFC 6962 section 2.1.1 over the leaves from {@code start}; leaf to root. */
    private void path(long index, long start, long size, List<Hash> path) {
        if (size == 1) {
            return;
        }
        long split = TreeSize.split(size);
        if (index < split) {
            path(index, start, split, path);
            path.add(subtree(start + split, size - split));
        } else {
            path(index - split, start + split, size - split, path);
            path.add(subtree(start, split));
        }
    }

    /** SUBPROOF of RFC 6962 section 2.1.2; {@code known} while the verifier has the old root itself. */
    private void subproof(long first, long start, long size, boolean known, List<Hash> path) {
        if (first == size) {
            if (!known) {
                path.add(subtree(start, size));
            }
            return;
        }
        long split = TreeSize.split(size);
        if (first <= split) {
            subproof(first, start, split, known, path);
            path.add(subtree(start + split, size - split));
        } else {
            subproof(first - split, start + split, size - split, false, path);
            path.add(subtree(start, split));
        }
    }

    /** MTH of the leaves from {@code start}, which is a multiple of the smallest power of two not below {@code size}. */
    private Hash subtree(long start, long size) {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.node(level, start >>> level);
        }
        long split = TreeSize.split(size);
        return hasher.node(subtree(start, split), subtree(start + split, size - split));
    }
}
