package dk.rettidig.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.merkle.ProofException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofsTest {

    private static final ReferenceTree TREE = ReferenceTree.random(64, 9162);

    @Test
    void provesEveryLeafOfEveryTreeUpToSixtyFour() throws ProofException {
        for (int size = 1; size <= 64; size++) {
            for (int index = 0; index < size; index++) {
                Proofs.inclusion(index, size, TREE).verify(TREE.leaf(index), TREE.root(size));
            }
        }
    }

    @Test
    void provesEveryPairOfSizesUpToSixtyFour() throws ProofException {
        for (int second = 1; second <= 64; second++) {
            for (int first = 1; first <= second; first++) {
                Proofs.consistency(first, second, TREE).verify(TREE.root(first), TREE.root(second));
            }
        }
    }

    @Test
    void provesLeavesAndPairsOfHugeTrees() throws ProofException {
        long seed = 20261122;
        Random random = new Random(seed);
        // All leaves alike: each level has one hash, so a tree of 2^62 leaves fits on a stack.
        List<Hash> levels = new ArrayList<>(List.of(TREE.leaf(0)));
        for (int level = 1; level <= 62; level++) {
            levels.add(new TreeHasher().node(levels.getLast(), levels.getLast()));
        }
        NodeReader same = (level, index) -> levels.get(level);
        for (int i = 0; i < 500; i++) {
            long size = 1 + random.nextLong(1L << (1 + random.nextInt(62)));
            long index = random.nextLong(size);
            Hash root = Proofs.root(size, same);
            Proofs.inclusion(index, size, same).verify(TREE.leaf(0), root);
            Proofs.consistency(index + 1, size, same).verify(Proofs.root(index + 1, same), root);
        }
    }

    @Test
    void failsAfterEveryBitChangeTruncationAndExtensionOfAnInclusionProof() {
        for (int size : new int[] {1, 2, 3, 7, 8, 13, 33}) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = Proofs.inclusion(index, size, TREE);
                Hash leaf = TREE.leaf(index);
                Hash root = TREE.root(size);
                for (List<Hash> path : changed(proof.path())) {
                    fails(() -> new InclusionProof(proof.index(), proof.size(), path).verify(leaf, root));
                }
                changed(leaf).forEach(other -> fails(() -> proof.verify(other, root)));
                changed(root).forEach(other -> fails(() -> proof.verify(leaf, other)));
                for (long other = -1; other <= size; other++) {
                    long wrong = other;
                    if (other != index) {
                        fails(() -> new InclusionProof(wrong, proof.size(), proof.path()).verify(leaf, root));
                    }
                }
            }
        }
    }

    @Test
    void failsAfterEveryBitChangeTruncationAndExtensionOfAConsistencyProof() {
        for (int[] sizes : new int[][] {{1, 1}, {1, 2}, {2, 3}, {3, 7}, {4, 8}, {6, 8}, {5, 13}, {13, 33}, {32, 33}}) {
            ConsistencyProof proof = Proofs.consistency(sizes[0], sizes[1], TREE);
            Hash first = TREE.root(sizes[0]);
            Hash second = TREE.root(sizes[1]);
            for (List<Hash> path : changed(proof.path())) {
                fails(() -> new ConsistencyProof(proof.first(), proof.second(), path).verify(first, second));
            }
            changed(first).forEach(other -> fails(() -> proof.verify(other, second)));
            changed(second).forEach(other -> fails(() -> proof.verify(first, other)));
            if (!first.equals(second)) {
                fails(() -> proof.verify(second, first));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, INDEX_NOT_IN_TREE",
        "-1, 8, INDEX_NOT_IN_TREE",
        "8, 8, INDEX_NOT_IN_TREE",
        "9223372036854775807, 8, INDEX_NOT_IN_TREE",
        "0, -1, SIZE_OUT_OF_RANGE",
        "0, 9223372036854775807, SIZE_OUT_OF_RANGE",
        "0, 16, WRONG_LENGTH",
        "7, 9, WRONG_LENGTH"
    })
    void saysWhyAnInclusionProofProvesNothing(long index, long size, Reason reason) {
        InclusionProof proof =
                new InclusionProof(index, size, Proofs.inclusion(7, 8, TREE).path());
        assertThatThrownBy(() -> proof.verify(TREE.leaf(7), TREE.root(8)))
                .isInstanceOfSatisfying(
                        ProofException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, WRONG_LENGTH",
        "0, 8, SIZE_OUT_OF_RANGE",
        "-3, 8, SIZE_OUT_OF_RANGE",
        "8, -1, SIZE_OUT_OF_RANGE",
        "9, 8, SIZES_REVERSED",
        "8, 8, WRONG_LENGTH",
        "6, 16, WRONG_LENGTH",
        "1, 9223372036854775807, SIZE_OUT_OF_RANGE"
    })
    void saysWhyAConsistencyProofProvesNothing(long first, long second, Reason reason) {
        ConsistencyProof proof = new ConsistencyProof(
                first, second, Proofs.consistency(6, 8, TREE).path());
        assertThatThrownBy(() -> proof.verify(TREE.root(6), TREE.root(8)))
                .isInstanceOfSatisfying(
                        ProofException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void theEmptyTreeExtendsNothingAndIsOnlyItself() throws ProofException {
        new ConsistencyProof(0, 0, List.of()).verify(TREE.root(0), TREE.root(0));
        fails(() -> new ConsistencyProof(0, 0, List.of()).verify(TREE.root(0), TREE.root(1)));
        fails(() -> new ConsistencyProof(0, 1, List.of()).verify(TREE.root(0), TREE.root(1)));
        fails(() -> new ConsistencyProof(0, 1, List.of(TREE.root(0))).verify(TREE.root(0), TREE.root(0)));
        fails(() -> new InclusionProof(0, 0, List.of()).verify(TREE.root(0), TREE.root(0)));
    }

    @Test
    void carriesExpectedAndFoundRootAsFields() {
        InclusionProof proof = Proofs.inclusion(3, 8, TREE);
        assertThatThrownBy(() -> proof.verify(TREE.leaf(3), TREE.root(7)))
                .isInstanceOfSatisfying(ProofException.class, e -> {
                    assertThat(e.expected()).isEqualTo(TREE.root(7).hex());
                    assertThat(e.actual()).isEqualTo(TREE.root(8).hex());
                });
        assertThatCode(() -> proof.verify(TREE.leaf(3), TREE.root(8))).doesNotThrowAnyException();
    }

    private static void fails(ThrowingCallable verification) {
        assertThatThrownBy(verification).isInstanceOf(ProofException.class);
    }

    /** Every single-bit change, each hash left out, one too many in front and behind, and two swapped. */
    private static List<List<Hash>> changed(List<Hash> path) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            for (Hash other : changed(path.get(i))) {
                List<Hash> copy = new ArrayList<>(path);
                copy.set(i, other);
                all.add(copy);
            }
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
        }
        List<Hash> before = new ArrayList<>(path);
        before.addFirst(TREE.leaf(0));
        all.add(before);
        List<Hash> after = new ArrayList<>(path);
        after.add(TREE.root(64));
        all.add(after);
        if (path.size() > 1) {
            all.add(path.reversed());
        }
        return all;
    }

    private static List<Hash> changed(Hash hash) {
        List<Hash> all = new ArrayList<>();
        for (int bit = 0; bit < 256; bit++) {
            byte[] bytes = hash.bytes();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            all.add(Hash.of(bytes));
        }
        return all;
    }
}
