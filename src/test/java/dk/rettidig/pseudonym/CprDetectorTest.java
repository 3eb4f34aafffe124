package dk.rettidig.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.pseudonym.CprDetector.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CprDetectorTest {

    static Stream<String> found() {
        return Stream.concat(CprTexts.possible().stream(), CprTexts.disguised());
    }

    @ParameterizedTest
    @MethodSource("found")
    void findsWhatCouldBeACprNumber(String text) {
        assertThat(CprDetector.found(text)).isTrue();
    }

    static Stream<String> passed() {
        return Stream.concat(CprTexts.impossible().stream(), Stream.of("310290 1234", "310290--1234", "310290\n1234"));
    }

    @ParameterizedTest
    @MethodSource("passed")
    void letsPassWhatCannotBeOne(String text) {
        assertThat(CprDetector.found(text)).isFalse();
    }

    @Test
    void theBytesOfATextGiveWhatTheTextGives() {
        for (String text : CprTexts.possible()) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            assertThat(CprDetector.scan(bytes, 0, bytes.length)).as(text).isEqualTo(Verdict.FOUND);
        }
        for (String text : CprTexts.impossible()) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            assertThat(CprDetector.scan(bytes, 0, bytes.length)).as(text).isEqualTo(Verdict.CLEAR);
        }
    }

    @Test
    void setsWordsOfExactly43CharactersApart() {
        String word = "A".repeat(20) + "3102901234" + "_".repeat(13);

        assertThat(CprDetector.scan(word)).isEqualTo(Verdict.IN_WORD_OF_43);
        assertThat(CprDetector.scan("\"" + word + "\"")).isEqualTo(Verdict.IN_WORD_OF_43);
        assertThat(CprDetector.scan(word + "A")).isEqualTo(Verdict.FOUND);
        assertThat(CprDetector.scan(word.substring(1))).isEqualTo(Verdict.FOUND);
        assertThat(CprDetector.scan(word + " 3102901234")).isEqualTo(Verdict.FOUND);
    }

    @Test
    void agreesWithAPlainReadingOfTheRuleOnRandomText() {
        long seed = 20261122;
        Random random = new Random(seed);
        String alphabet = "0123456789-x ,";
        java.util.regex.Pattern rule = java.util.regex.Pattern.compile(
                "(?<![0-9])(0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])(0[1-9]|1[0-2])[0-9]{2}-?[0-9]{4}(?![0-9])");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = 8 + random.nextInt(12);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(10) < 9 ? random.nextInt(10) : random.nextInt(14)));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);

            boolean found = CprDetector.scan(bytes, 0, bytes.length) != Verdict.CLEAR;

            assertThat(found)
                    .as("seed %s text %s", seed, text)
                    .isEqualTo(rule.matcher(text).find());
        }
    }
}
