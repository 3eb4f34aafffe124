package dk.rettidig.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    /** Aumasson, Bernstein, SipHash (2012) appendix A: key 00..0f, input 00..0e, hash a129ca6149be45e5. */
    @Test
    void hashesAsThePaperPrints() {
        KeyedHash hash = KeyedHash.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));
        byte[] input = HexFormat.of().parseHex("ff000102030405060708090a0b0c0d0eff");

        assertThat(hash.hash64(input, 1, 15)).isEqualTo(0xa129ca6149be45e5L);
    }

    /** The reference implementation's vectors_sip128, first entry: key 00..0f, empty input. */
    @Test
    void hashesTo128BitsAsTheReferenceDoes() {
        KeyedHash hash = KeyedHash.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));

        assertThat(HexFormat.of().formatHex(hash.hash128(new byte[0]))).isEqualTo("a3817f04ba25a8e66df67214c7550293");
    }

    @Test
    void twoFreshKeysHashDifferentlyAndHide() {
        KeyedHash one = KeyedHash.fresh(new SecureRandom());
        KeyedHash other = KeyedHash.fresh(new SecureRandom());

        assertThat(one.hash64(new byte[8])).isNotEqualTo(other.hash64(new byte[8]));
        assertThat(one).hasToString("KeyedHash[hidden]");
        one.destroy();
        assertThat(one.hash64(new byte[8])).isEqualTo(KeyedHash.of(new byte[16]).hash64(new byte[8]));
    }
}
