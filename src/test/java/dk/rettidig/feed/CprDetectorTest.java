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
                "3102901234",
                "310290-1234",
                "3102991234",
                "6101901234",
                "910290-1234",
                "a3102901234b",
                "x-310290-1234-5",
                "5-3102901234",
                "0.3102901234",
                "{\"3102901234\":1}",
                "\uFF13\uFF11\uFF10\uFF12\uFF19\uFF10\uFF11\uFF12\uFF13\uFF14",
                "310290\u20131234",
                "310290\u22121234",
                "31\u200B02901234",
                "\u0663\u0661\u0660\u0662\u0669\u0660\u0661\u0662\u0663\u0664"
            })
    void findsWhatCouldBeACprNumber(String text) {
        assertThat(CprDetector.found(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "310290123",
                "31029012345",
                "310290 1234",
                "31029-01234",
                "310290--1234",
                "310290-12345",
                "1310290-1234",
                "0001901234",
                "3201901234",
                "6001901234",
                "9201901234",
                "0113901234",
                "0100901234",
                "0000000000",
                "9999999999",
                "2026-11-22T10:00:00Z",
                "310290\n1234"
            })
    void letsPassWhatCannotBeOne(String text) {
        assertThat(CprDetector.found(text)).isFalse();
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
