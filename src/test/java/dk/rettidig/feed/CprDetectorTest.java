package dk.rettidig.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.feed.CprDetector.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CprDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0101901234",
                "010190-1234",
                "3112991234",
                "6101901234",
                "910190-1234",
                "a0101901234b",
                "x-010190-1234-5",
                "5-0101901234",
                "0.0101901234",
                "{\"0101901234\":1}",
                "\uFF10\uFF11\uFF10\uFF11\uFF19\uFF10\uFF11\uFF12\uFF13\uFF14",
                "010190\u20131234",
                "010190\u22121234",
                "01\u200B01901234",
                "\u0660\u0661\u0660\u0661\u0669\u0660\u0661\u0662\u0663\u0664"
            })
    void findsWhatCouldBeACprNumber(String text) {
        assertThat(CprDetector.found(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "010190123",
                "01019012345",
                "010190 1234",
                "01019-01234",
                "010190--1234",
                "010190-12345",
                "1010190-1234",
                "0001901234",
                "3201901234",
                "6001901234",
                "9201901234",
                "0113901234",
                "0100901234",
                "0000000000",
                "9999999999",
                "2026-11-22T10:00:00Z",
                "010190\n1234"
            })
    void letsPassWhatCannotBeOne(String text) {
        assertThat(CprDetector.found(text)).isFalse();
    }

    @Test
    void setsWordsOfExactly43CharactersApart() {
        String word = "A".repeat(20) + "0101901234" + "_".repeat(13);

        assertThat(CprDetector.scan(word)).isEqualTo(Verdict.IN_WORD_OF_43);
        assertThat(CprDetector.scan("\"" + word + "\"")).isEqualTo(Verdict.IN_WORD_OF_43);
        assertThat(CprDetector.scan(word + "A")).isEqualTo(Verdict.FOUND);
        assertThat(CprDetector.scan(word.substring(1))).isEqualTo(Verdict.FOUND);
        assertThat(CprDetector.scan(word + " 0101901234")).isEqualTo(Verdict.FOUND);
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
