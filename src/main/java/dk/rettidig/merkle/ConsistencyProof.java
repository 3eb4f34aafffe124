package dk.rettidig.merkle;

import dk.rettidig.merkle.ProofException.Reason;
import java.util.List;

/**
 * The claim that a tree is a prefix of a later one. May come from anybody: nothing about it holds before {@link #verify}
 * returns. From the empty tree nothing can be proved but that it is itself: a first size of 0 with a larger second one is
 * refused, as reference implementations do.
 *
 * @param first number of leaves of the earlier tree
 * @param second number of leaves of the later tree
 * @param path hashes in the order of RFC 9162 section 2.1.4; empty when both trees are of one size
 */
public record ConsistencyProof(long first, long second, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Verifies by RFC 9162 section 2.1.4.2; the path's length is checked before anything is hashed.
     *
     * @throws ProofException when the later tree is not proved to extend the earlier one
     */
    public void verify(Hash firstRoot, Hash secondRoot) throws ProofException {
        checkSizes();
        if (first == second) {
            checkLength(0);
            match(Reason.ROOT_MISMATCH, firstRoot, secondRoot);
            return;
        }
        int shift = Long.numberOfTrailingZeros(first);
        int inner = Long.SIZE - Long.numberOfLeadingZeros((first - 1) ^ (second - 1)) - shift;
        int border = Long.bitCount((first - 1) >>> (inner + shift));
        int start = Long.bitCount(first) == 1 ? 0 : 1;
        checkLength(start + inner + border);
        Hash seed = start == 0 ? firstRoot : path.getFirst();
        fold(firstRoot, secondRoot, seed, path.subList(start, path.size()), inner, (first - 1) >>> shift);
    }

    private static void fold(Hash firstRoot, Hash secondRoot, Hash seed, List<Hash> rest, int inner, long mask)
            throws ProofException {
        TreeHasher hasher = new TreeHasher();
        List<Hash> within = rest.subList(0, inner);
        List<Hash> border = rest.subList(inner, rest.size());
        Hash one = Chain.left(hasher, Chain.innerLeft(hasher, seed, within, mask), border);
        match(Reason.FIRST_ROOT_MISMATCH, firstRoot, one);
        Hash two = Chain.left(hasher, Chain.inner(hasher, seed, within, mask), border);
        match(Reason.ROOT_MISMATCH, secondRoot, two);
    }

    private void checkSizes() throws ProofException {
        if (second < 0 || second > TreeSize.MAX) {
            throw ProofException.of(Reason.SIZE_OUT_OF_RANGE, "1 to 2^62", second);
        }
        if (first > second) {
            throw ProofException.of(Reason.SIZES_REVERSED, "at most " + second, first);
        }
        if (first < 0 || (first == 0 && second > 0)) {
            throw ProofException.of(Reason.SIZE_OUT_OF_RANGE, "1 to 2^62", first);
        }
    }

    private void checkLength(int expected) throws ProofException {
        if (path.size() != expected) {
            throw ProofException.of(Reason.WRONG_LENGTH, expected, path.size());
        }
    }

    private static void match(Reason reason, Hash expected, Hash actual) throws ProofException {
        if (!expected.equals(actual)) {
            throw ProofException.mismatch(reason, expected, actual);
        }
    }
}
