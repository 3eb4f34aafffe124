package dk.rettidig.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.seal.SealException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealedBoxTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] CONTEXT = "table/row/column".getBytes(StandardCharsets.UTF_8);

    /** RFC 8452 appendices C.2 (AEAD_AES_256_GCM_SIV) and C.3 (counter wrap): key, nonce, AAD, plaintext, result. */
    @ParameterizedTest
    @CsvSource({
        "0100000000000000000000000000000000000000000000000000000000000000,030000000000000000000000,'','',"
                + "07f5f4169bbf55a8400cd47ea6fd400f",
        "0100000000000000000000000000000000000000000000000000000000000000,030000000000000000000000,'',"
                + "0100000000000000,c2ef328e5c71c83b843122130f7364b761e0b97427e3df28",
        "0100000000000000000000000000000000000000000000000000000000000000,030000000000000000000000,01,"
                + "0200000000000000,1de22967237a813291213f267e3b452f02d01ae33e4ec854",
        "0100000000000000000000000000000000000000000000000000000000000000,030000000000000000000000,"
                + "010000000000000000000000000000000200,0300000000000000000000000000000004000000,"
                + "43dd0163cdb48f9fe3212bf61b201976067f342bb879ad976d8242acc188ab59cabfe307",
        "e66021d5eb8e4f4066d4adb9c33560e4f46e44bb3da0015c94f7088736864200,e0eaf5284d884a0e77d31646,'','',"
                + "169fbb2fbf389a995f6390af22228a62",
        "bae8e37fc83441b16034566b7a806c46bb91c3c5aedb64a6c590bc84d1a5e269,e4b47801afc0577e34699b9e,4fbdc66f14,"
                + "671fdd,0eaccb93da9bb81333aee0c785b240d319719d",
        "3c535de192eaed3822a2fbbe2ca9dfc88255e14a661b8aa82cc54236093bbc23,688089e55540db1872504e1c,"
                + "734320ccc9d9bbbb19cb81b2af4ecbc3e72834321f7aa0f70b7282b4f33df23f167541,"
                + "ced532ce4159b035277d4dfbb7db62968b13cd4eec,"
                + "626660c26ea6612fb17ad91e8e767639edd6c9faee9d6c7029675b89eaf4ba1ded1a286594",
        "0000000000000000000000000000000000000000000000000000000000000000,000000000000000000000000,'',"
                + "000000000000000000000000000000004db923dc793ee6497c76dcc03a98e108,"
                + "f3f80f2cf0cb2dd9c5984fcda908456cc537703b5ba70324a6793a7bf218d3eaffffffff000000000000000000000000"
    })
    void sealsAsRfc8452Prints(String key, String nonce, String context, String content, String result)
            throws SealException {
        SealedBox box = new SealedBox(SymmetricKey.of(HEX.parseHex(key)), new SecureRandom());

        byte[] made = box.seal(HEX.parseHex(nonce), HEX.parseHex(content), HEX.parseHex(context));

        assertThat(HEX.formatHex(made)).isEqualTo(nonce + result);
        assertThat(box.open(made, HEX.parseHex(context))).isEqualTo(HEX.parseHex(content));
    }

    @Test
    void refusesEveryChangedByteAndEveryTruncation() {
        SealedBox box = new SealedBox(SymmetricKey.generate(new SecureRandom()), new SecureRandom());
        byte[] made = box.seal("begrundelse".getBytes(StandardCharsets.UTF_8), CONTEXT);

        for (int i = 0; i < made.length; i++) {
            byte[] changed = made.clone();
            changed[i] ^= 1;
            assertInvalid(box, changed, CONTEXT);
            assertInvalid(box, Arrays.copyOf(made, i), CONTEXT);
        }
        assertInvalid(box, Arrays.copyOf(made, made.length + 1), CONTEXT);
        assertInvalid(box, made, "table/other row/column".getBytes(StandardCharsets.UTF_8));
        assertInvalid(new SealedBox(SymmetricKey.generate(new SecureRandom()), new SecureRandom()), made, CONTEXT);
    }

    @Test
    void sealsTheSameContentDifferentlyEachTimeAndHidesItsKey() {
        SymmetricKey key = SymmetricKey.of(new byte[32]);
        SealedBox box = new SealedBox(key, new SecureRandom());

        assertThat(box.seal(CONTEXT, CONTEXT)).isNotEqualTo(box.seal(CONTEXT, CONTEXT));
        assertThat(key.toString() + box).doesNotContain("AAAA").doesNotContain("0");
        key.destroy();
        assertThatThrownBy(() -> box.seal(CONTEXT, CONTEXT)).isInstanceOf(IllegalStateException.class);
    }

    private static void assertInvalid(SealedBox box, byte[] sealed, byte[] context) {
        assertThatThrownBy(() -> box.open(sealed, context))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CIPHERTEXT_INVALID));
    }
}
