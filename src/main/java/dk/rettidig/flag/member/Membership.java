package dk.rettidig.flag.member;

import dk.rettidig.merkle.CompactRange;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.merkle.NodeReader;
import dk.rettidig.merkle.Proofs;
import dk.rettidig.merkle.TreeHasher;
import java.util.Arrays;
import java.util.Optional;

/**
 * The members of a run: their leaves in ascending order under one RFC 6962 root. A child's leaf is SHA-256(HMAC-SHA-256(salt,
 * pseudonym) ‖ status); that it stands in the list shows that the child was in the run and what became of it, and that
 * none of a child's three possible leaves stands in the ordered list shows that it was not. Immutable.
 */
public final class Membership {

    private final byte[] leaves;

    private Membership(byte[] leaves) {
        this.leaves = leaves;
    }

    /** The membership with these leaves, in any order, 32 bytes each; takes the array over and sorts it. */
    public static Membership sorting(byte[] leaves) {
        return new Membership(SortedHashes.sorted(leaves));
    }

    /**
     * The membership with these leaves as they were kept.
     *
     * @throws IllegalArgumentException unless they are 32 bytes each in strictly ascending order
     */
    public static Membership kept(byte[] leaves) {
        if (leaves.length % Hash.LENGTH != 0) {
            throw new IllegalArgumentException("a leaf has 32 bytes");
        }
        for (int at = Hash.LENGTH; at < leaves.length; at += Hash.LENGTH) {
            if (Arrays.compareUnsigned(leaves, at - Hash.LENGTH, at, leaves, at, at + Hash.LENGTH) >= 0) {
                throw new IllegalArgumentException("the leaves of a membership ascend");
            }
        }
        return new Membership(leaves.clone());
    }

    /** How many children were in the run. */
    public int size() {
        return leaves.length / Hash.LENGTH;
    }

    /** The leaf at an index. */
    public Hash leaf(int index) {
        return Hash.of(leaves, index * Hash.LENGTH, Hash.LENGTH);
    }

    /** A copy of the leaves from {@code from} to before {@code to}, to be kept. */
    public byte[] leaves(int from, int to) {
        return Arrays.copyOfRange(leaves, from * Hash.LENGTH, to * Hash.LENGTH);
    }

    /** The root: RFC 6962 section 2.1 with each leaf's 32 bytes as its content. */
    public Hash root() {
        CompactRange range = new CompactRange();
        TreeHasher hasher = new TreeHasher();
        byte[] prefixed = new byte[1 + Hash.LENGTH];
        byte[] hash = new byte[Hash.LENGTH];
        for (int at = 0; at < leaves.length; at += Hash.LENGTH) {
            System.arraycopy(leaves, at, prefixed, 1, Hash.LENGTH);
            hasher.prefixedLeaf(prefixed, 0, prefixed.length, hash, 0);
            range.append(Hash.of(hash));
        }
        return range.root();
    }

    /** Where a leaf stands, if it does. */
    public Optional<Integer> indexOf(Hash leaf) {
        int at = insertionPoint(leaf);
        return at < size() && leaf(at).equals(leaf) ? Optional.of(at) : Optional.empty();
    }

    /** How many leaves are smaller: the index at which the leaf stands or would stand. */
    public int insertionPoint(Hash leaf) {
        byte[] sought = leaf.bytes();
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int at = middle * Hash.LENGTH;
            if (Arrays.compareUnsigned(leaves, at, at + Hash.LENGTH, sought, 0, Hash.LENGTH) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Proves that the leaf at an index is in the tree under {@link #root()}. */
    public InclusionProof prove(int index) {
        return Proofs.inclusion(index, size(), nodes());
    }

    private NodeReader nodes() {
        TreeHasher hasher = new TreeHasher();
        return new NodeReader() {
            @Override
            public Hash node(int level, long index) {
                if (level == 0) {
                    return hasher.leaf(leaf((int) index).bytes());
                }
                return hasher.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
            }
        };
    }

    @Override
    public String toString() {
        return "Membership[" + size() + "]";
    }
}
