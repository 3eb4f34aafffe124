package dk.rettidig.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.seal.SealException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519KeysTest {

    private static final HexFormat HEX = HexFormat.of();

    /** RFC 8032 section 7.1, tests 1, 2, 3 and SHA(abc): secret key, public key, message, signature. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a",
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42,"
                + "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf,"
                + "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
                + "454d4423643ce80e2a9ac94fa54ca49f,"
                + "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e030"
                + "3dca179c138ac17ad9bef1177331a704"
    })
    void signsAsRfc8032Section71Prints(String seed, String publicKey, String message, String signature)
            throws SealException {
        SigningKey key = SigningKey.ofSeed(HEX.parseHex(seed));

        byte[] made = key.sign(HEX.parseHex(message));

        assertThat(HEX.formatHex(made)).isEqualTo(signature);
        assertThat(HEX.formatHex(key.verifyingKey().encoded())).isEqualTo(publicKey);
        assertThat(VerifyingKey.of(key.verifyingKey().encoded()).verifies(HEX.parseHex(message), made))
                .isTrue();
    }

    @Test
    void idIsTheThumbprintOfRfc8037AppendixA3() throws SealException {
        VerifyingKey key = VerifyingKey.parse("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

        assertThat(key.id().value()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void refusesEverySingleBitChangeOfASignature() throws SealException {
        SigningKey key = SigningKey.generate(new SecureRandom());
        byte[] message = "Rettidig".getBytes(StandardCharsets.UTF_8);
        byte[] signature = key.sign(message);

        for (int bit = 0; bit < signature.length * 8; bit++) {
            signature[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.verifyingKey().verifies(message, signature))
                    .as("bit %d", bit)
                    .isFalse();
            signature[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(key.verifyingKey().verifies(message, signature)).isTrue();
        assertThat(key.verifyingKey().verifies(message, new byte[63])).isFalse();
        assertThat(key.verifyingKey().verifies(message, new byte[65])).isFalse();
    }

    /** S plus the group order is the same point: RFC 8032 section 5.1.7 step 1 demands S below the order. */
    @Test
    void refusesAMalleatedSignature() throws SealException {
        SigningKey key = SigningKey.generate(new SecureRandom());
        byte[] message = {1};
        byte[] signature = key.sign(message);
        java.math.BigInteger order = java.math.BigInteger.TWO
                .pow(252)
                .add(new java.math.BigInteger("27742317777372353535851937790883648493"));
        java.math.BigInteger s = java.math.BigInteger.ZERO;
        for (int i = 31; i >= 0; i--) {
            s = s.shiftLeft(8).or(java.math.BigInteger.valueOf(signature[32 + i] & 0xff));
        }
        s = s.add(order);
        for (int i = 0; i < 32; i++) {
            signature[32 + i] = s.shiftRight(8 * i).byteValue();
        }

        assertThat(key.verifyingKey().verifies(message, signature)).isFalse();
    }

    /** The points of small order (Chalkias, Garillot, Nikolaenko 2020, table 6) and a value of y beyond the field. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void refusesAKeyOutsideThePrimeOrderGroup(String encoded) {
        assertThatThrownBy(() -> VerifyingKey.of(HEX.parseHex(encoded)))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_WEAK));
    }

    @Test
    void readsItsOwnFormsAndHidesThePrivatePart() throws SealException {
        SigningKey key =
                SigningKey.ofSeed(HEX.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        assertThat(SigningKey.parse(key.privatePem()).verifyingKey()).isEqualTo(key.verifyingKey());
        assertThat(SigningKey.parse("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")
                        .id())
                .isEqualTo(key.id());
        assertThat(VerifyingKey.parse(key.verifyingKey().pem())).isEqualTo(key.verifyingKey());
        assertThat(VerifyingKey.parse(key.verifyingKey().jwk())).isEqualTo(key.verifyingKey());
        assertThat(VerifyingKey.parse(key.verifyingKey().text())).isEqualTo(key.verifyingKey());
        assertThat(key.toString()).doesNotContain("nWGx").contains(key.id().value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kty\":\"OKP\",\"crv\":\"Ed448\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}|ALGORITHM_REFUSED",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"d\":\"AA\"}|MALFORMED",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}|MALFORMED",
                "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=|NOT_CANONICAL",
                "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp|NOT_CANONICAL",
                "AAAA|MALFORMED",
                "-----BEGIN PUBLIC KEY-----MFkwEwYHKoZIzj0CAQ==-----END PUBLIC KEY-----|MALFORMED"
            })
    void refusesOtherForms(String text, Reason reason) {
        assertThatThrownBy(() -> VerifyingKey.parse(text))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void signsNoMoreOnceDestroyed() {
        SigningKey key = SigningKey.generate(new SecureRandom());

        key.destroy();

        assertThat(key.isDestroyed()).isTrue();
        assertThatThrownBy(() -> key.sign(new byte[1])).isInstanceOf(IllegalStateException.class);
    }
}
