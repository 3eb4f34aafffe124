package dk.rettidig.checkpoint;

import static dk.rettidig.checkpoint.SignedNoteTest.fails;
import static dk.rettidig.checkpoint.SignedNoteTest.key;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    /** The key that C2SP signed-note prints beside its example. */
    private static final String EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    @Test
    void readsAndWritesTheDocumentsKey() throws CheckpointException {
        VerifierKey key = VerifierKey.parse(EXAMPLE);
        assertThat(key.encode()).isEqualTo(EXAMPLE);
        assertThat(key.id()).isEqualTo(0x530d903a);
        assertThat(key.algorithm()).isEqualTo(KeyAlgorithm.ED25519);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903a+",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+0530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
                "example.com foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void refusesWhatIsNoKey(String vkey) {
        fails(Reason.BAD_KEY, () -> VerifierKey.parse(vkey));
    }

    @Test
    void refusesPointsOfSmallOrderAndOtherEncodings() {
        KeyName name = new KeyName("a");
        for (String hex : new String[] {
            "0100000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000080",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "0200000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
        }) {
            fails(
                    Reason.BAD_KEY,
                    () -> VerifierKey.of(
                            name, KeyAlgorithm.ED25519, HexFormat.of().parseHex(hex)));
        }
    }

    @Test
    void signsAsRfc8032Prints() {
        // RFC 8032 section 7.1, TEST 2.
        byte[] seed = HexFormat.of().parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        SigningKey key = SigningKey.of(new KeyName("a"), KeyAlgorithm.ED25519, seed);
        byte[] expected = HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assertThat(key.verifier().encode())
                .endsWith(Base64Text.encode(VerifierKey.typed(KeyAlgorithm.ED25519, expected)));
        byte[] message = {0x72};
        byte[] signature = HexFormat.of()
                .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(key.verifier().verifies(message, signature)).isTrue();
        // RFC 8032 section 5.1.7: S must be below the group order, or anybody could make a second signature.
        byte[] malleable = signature.clone();
        byte[] order = HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        int carry = 0;
        for (int i = 0; i < 32; i++) {
            int sum = (malleable[32 + i] & 0xff) + (order[i] & 0xff) + carry;
            malleable[32 + i] = (byte) sum;
            carry = sum >> 8;
        }
        assertThat(key.verifier().verifies(message, malleable)).isFalse();
    }

    /** RFC 8032 section 5.1.7, and what is known to go wrong: encodings, lengths, S out of range, R no point. */
    @Test
    void everySignatureThatTheJdkRefusesIsRefusedAndEveryOneThatItTakesIsTaken() throws Exception {
        Random random = new Random(8032);
        for (int round = 0; round < 200; round++) {
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            byte[] message = new byte[random.nextInt(100)];
            random.nextBytes(message);
            SigningKey key = SigningKey.of(new KeyName("a"), KeyAlgorithm.ED25519, seed);
            byte[] good = KeyAlgorithm.ED25519.scheme().sign(seed, message);
            PublicKey jdk = jdk(key.verifier());
            List<byte[]> all = new ArrayList<>(List.of(
                    good,
                    new byte[64],
                    Arrays.copyOf(good, 63),
                    Arrays.copyOf(good, 65),
                    new byte[0],
                    with(good, 0, HexFormat.of().parseHex("01" + "00".repeat(31))),
                    with(good, 0, HexFormat.of().parseHex("ed" + "ff".repeat(30) + "7f")),
                    with(good, 0, HexFormat.of().parseHex("ff".repeat(32))),
                    with(good, 32, new byte[32]),
                    with(good, 32, HexFormat.of().parseHex("ff".repeat(32))),
                    with(good, 32, HexFormat.of().parseHex(ORDER))));
            for (int i = 0; i < 20; i++) {
                byte[] flipped = good.clone();
                flipped[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
                all.add(flipped);
            }
            for (byte[] signature : all) {
                assertThat(key.verifier().verifies(message, signature))
                        .as("round %d, %s", round, HexFormat.of().formatHex(signature))
                        .isEqualTo(takenByJdk(jdk, message, signature))
                        .isEqualTo(Arrays.equals(signature, good));
            }
        }
    }

    /** The group's order L, little-endian (RFC 8032 section 5.1). */
    private static final String ORDER = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

    private static byte[] with(byte[] signature, int at, byte[] half) {
        byte[] changed = signature.clone();
        System.arraycopy(half, 0, changed, at, half.length);
        return changed;
    }

    private static PublicKey jdk(VerifierKey key) throws GeneralSecurityException {
        byte[] typed = java.util.Base64.getDecoder().decode(key.encode().split("\\+", 3)[2]);
        byte[] spki = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(typed, 1, 33));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    }

    private static boolean takenByJdk(PublicKey key, byte[] message, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(message);
        try {
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        }
    }

    @Test
    void storesAPrivateKeyAndShowsNothingOfIt() throws CheckpointException {
        SigningKey key = key("example.com/log", KeyAlgorithm.ED25519, 77);
        String stored = key.encodeSecret();
        assertThat(SigningKey.parse(stored).verifier()).isEqualTo(key.verifier());
        assertThat(SigningKey.parse(stored).encodeSecret()).isEqualTo(stored);
        assertThat(key.toString()).isEqualTo("SigningKey[example.com/log]");
        fails(Reason.BAD_KEY, () -> SigningKey.parse(stored.substring(0, stored.length() - 4)));
        fails(Reason.BAD_KEY, () -> SigningKey.parse(key.verifier().encode()));
    }

    @Test
    void givesLogAndWitnessKeysOfOneSeedDifferentIds() {
        assertThat(key("a", KeyAlgorithm.ED25519, 1).verifier().id())
                .isNotEqualTo(
                        key("a", KeyAlgorithm.COSIGNATURE_V1, 1).verifier().id());
    }
}
