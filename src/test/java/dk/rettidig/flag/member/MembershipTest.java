package dk.rettidig.flag.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.merkle.CompactRange;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.ProofException;
import dk.rettidig.merkle.TreeHasher;
import dk.rettidig.pseudonym.Pseudonym;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipTest {

    private final RunSalt salt = RunSalt.fresh(new SecureRandom());

    @ParameterizedTest
    @EnumSource(MemberStatus.class)
    void aLeafIsTheHashOfTheKeyedPseudonymAndTheStatus(MemberStatus status) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(salt.bytes(), "HmacSHA256"));
        byte[] keyed = Arrays.copyOf(mac.doFinal(child(1).bytes()), 33);
        keyed[32] = (byte) status.ordinal();

        Hash leaf = new MemberLeaves(salt).leaf(child(1), status);

        assertThat(leaf).isEqualTo(Hash.of(MessageDigest.getInstance("SHA-256").digest(keyed)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 300})
    void everyMemberIsFoundWithItsStatusAndProvedAndNobodyElseIs(int size) throws ProofException {
        Membership membership = membership(size);
        MemberLeaves maker = new MemberLeaves(salt);

        for (int i = 0; i < size; i++) {
            assertThat(maker.find(child(i), membership)).contains(status(i));
            Hash leaf = maker.leaf(child(i), status(i));
            int at = membership.indexOf(leaf).orElseThrow();
            membership.prove(at).verify(new TreeHasher().leaf(leaf.bytes()), membership.root());
        }
        assertThat(maker.find(child(size), membership)).isEmpty();
        assertThat(new MemberLeaves(RunSalt.fresh(new SecureRandom())).find(child(0), membership))
                .as("another salt opens nothing")
                .isEmpty();
    }

    @Test
    void aChildThatWasNotInTheRunWouldStandBetweenTwoProvedNeighbours() throws ProofException {
        Membership membership = membership(100);
        Hash stranger = new MemberLeaves(salt).leaf(child(4711), MemberStatus.SCORED);

        int at = membership.insertionPoint(stranger);

        assertThat(membership.indexOf(stranger)).isEmpty();
        for (int neighbour : new int[] {at - 1, at}) {
            if (neighbour >= 0 && neighbour < membership.size()) {
                Hash leaf = membership.leaf(neighbour);
                assertThat(leaf.compareTo(stranger) < 0).isEqualTo(neighbour < at);
                membership.prove(neighbour).verify(new TreeHasher().leaf(leaf.bytes()), membership.root());
            }
        }
    }

    @Test
    void theRootIsThatOfRfc6962OverTheSortedLeaves() {
        Membership membership = membership(77);
        CompactRange range = new CompactRange();
        for (int i = 0; i < 77; i++) {
            range.appendContent(membership.leaf(i).bytes());
        }

        assertThat(membership.root()).isEqualTo(range.root());
        assertThat(Membership.kept(membership.leaves(0, 77)).root()).isEqualTo(range.root());
    }

    @Test
    void leavesOutOfOrderAreNoMembership() {
        byte[] leaves = membership(3).leaves(0, 3);
        byte[] swapped = leaves.clone();
        System.arraycopy(leaves, 0, swapped, 32, 32);
        System.arraycopy(leaves, 32, swapped, 0, 32);

        assertThatThrownBy(() -> Membership.kept(swapped)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Membership.kept(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sortsLikeAnyoneWouldAlsoWhereTheFirstBytesAreEqual(long seed) {
        Random random = new Random(seed);
        byte[][] values = new byte[2_000][32];
        for (byte[] value : values) {
            random.nextBytes(value);
            if (random.nextInt(3) == 0) {
                Arrays.fill(value, 0, random.nextInt(31), (byte) (random.nextBoolean() ? 0xff : 0x7f));
            }
        }
        byte[] joined = new byte[values.length * 32];
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(values[i], 0, joined, i * 32, 32);
        }

        byte[] sorted = SortedHashes.sorted(joined);

        Arrays.sort(values, Arrays::compareUnsigned);
        for (int i = 0; i < values.length; i++) {
            assertThat(HexFormat.of().formatHex(sorted, i * 32, i * 32 + 32))
                    .isEqualTo(HexFormat.of().formatHex(values[i]));
        }
    }

    private Membership membership(int size) {
        byte[] leaves = new byte[size * 32];
        MemberLeaves maker = new MemberLeaves(salt);
        for (int i = 0; i < size; i++) {
            maker.leaf(child(i).bytes(), status(i), leaves, i * 32);
        }
        return Membership.sorting(leaves);
    }

    private static MemberStatus status(int i) {
        return MemberStatus.values()[i % 3];
    }

    private static Pseudonym child(int i) {
        byte[] bytes = new byte[32];
        new Random(i).nextBytes(bytes);
        return Pseudonym.of(bytes);
    }
}
