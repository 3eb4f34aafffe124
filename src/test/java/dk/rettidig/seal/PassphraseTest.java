package dk.rettidig.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class PassphraseTest {

    @Test
    void makesTheKeyThatArgon2idGives() {
        Passphrase slow = new Passphrase(new byte[16], new PassphraseCost(65_536, 3, 1));
        Argon2BytesGenerator plain = new Argon2BytesGenerator();
        plain.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(new byte[16])
                .withMemoryAsKB(65_536)
                .withIterations(3)
                .withParallelism(1)
                .build());
        byte[] expected = new byte[32];
        plain.generateBytes("sætning".getBytes(java.nio.charset.StandardCharsets.UTF_8), expected);

        try (SymmetricKey key = slow.key("sætning")) {
            assertThat(key.reveal()).isEqualTo(expected);
        }
        try (SymmetricKey other = new Passphrase(new byte[16], PassphraseCost.USUAL).key("sætning")) {
            assertThat(other.reveal()).as("the lanes count").isNotEqualTo(expected);
        }
    }

    @Test
    void newOnesCostWhatTheRecommendationSaysUnderASaltOfTheirOwn() {
        Passphrase one = Passphrase.fresh(new SecureRandom());
        assertThat(one.cost()).isEqualTo(new PassphraseCost(65_536, 3, 4));
        assertThat(one.salt())
                .hasSize(16)
                .isNotEqualTo(Passphrase.fresh(new SecureRandom()).salt());
    }

    @Test
    void refusesToBeCheapAndToTakeTheWholeMachine() {
        int[][] refused = {
            {65_535, 3, 4}, {1_048_577, 3, 4}, {65_536, 2, 4}, {65_536, 17, 4}, {65_536, 3, 0}, {65_536, 3, 17}
        };
        for (int[] cost : refused) {
            assertThat(PassphraseCost.isAcceptable(cost[0], cost[1], cost[2])).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> new PassphraseCost(cost[0], cost[1], cost[2]));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Passphrase(new byte[15], PassphraseCost.USUAL));
    }

    @Test
    void aNewPassphraseHasSixteenCharacters() {
        assertThat(Passphrase.isLongEnough("femten tegn her")).isFalse();
        assertThat(Passphrase.isLongEnough("seksten tegn her")).isTrue();
    }
}
