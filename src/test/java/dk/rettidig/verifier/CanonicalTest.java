package dk.rettidig.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "0",
                "-1",
                "true",
                "null",
                "[1,2]",
                "{\"a\":1,\"b\":{}}",
                "\"æ€𝄞\"",
                "\"\\b\\t\\n\\f\\r\\\"\\\\\"",
                "\"\\u0000\\u001f\\u000b\"",
                "\"/\u007f\"",
                "1e+21",
                "100000000000000000000",
                "0.000001",
                "1e-7",
                "5e-324",
                "1.7976931348623157e+308",
                "9007199254740993000",
                "333333333.3333333",
                "{\"\":1,\"\\n\":2,\" \":3}",
                "{\"\ud83d\ude00\":1,\"\ufb33\":2}",
                "[\"12345678\",\"123456789012345678\"]"
            })
    void passesWhatIsCanonical(String json) {
        assertThat(Canonical.check(ExportFixture.utf8(json))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {}",
                "{} ",
                "{ }",
                "[1, 2]",
                "{\"a\" :1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{a:1}",
                "{1:1}",
                "01",
                "-0",
                "-",
                "+1",
                "1.0",
                "1.50",
                ".5",
                "1.",
                "1e21",
                "1E+21",
                "1e5",
                "1e+5",
                "NaN",
                "Infinity",
                "1e400",
                "9007199254740993",
                "0.1e1",
                "\"",
                "\"a",
                "\"\\a\"",
                "\"\\/\"",
                "\"\\u0061\"",
                "\"\\u000a\"",
                "\"\\u001F\"",
                "\"\\u0020\"",
                "\"\\ud800\"",
                "\"\\u00\"",
                "\"\n\"",
                "\"\t\"",
                "tru",
                "TRUE",
                "nul",
                "{}{}",
                "1 2",
                "\ufeff{}",
                "'a'",
                "{\"\ufb33\":1,\"\ud83d\ude00\":2}",
                "4.9e-324",
                "[\"12345678\n\"]"
            })
    void refusesWhatIsNot(String json) {
        assertThat(Canonical.check(ExportFixture.utf8(json))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ff",
                "80",
                "c080",
                "c1bf",
                "e08080",
                "e09fbf",
                "eda080",
                "edbfbf",
                "f0808080",
                "f08fbfbf",
                "f4908080",
                "f5808080",
                "c3",
                "e282",
                "f09d84",
                "c328"
            })
    void refusesBytesThatAreNotUtf8(String hex) {
        assertThat(Canonical.check(HexFormat.of().parseHex("22" + hex + "22"))).isFalse();
    }

    @Test
    void refusesNestingThatWouldTakeTheStack() {
        assertThat(Canonical.check(ExportFixture.utf8("[".repeat(60) + "]".repeat(60))))
                .isTrue();
        assertThat(Canonical.check(ExportFixture.utf8("[".repeat(60_000) + "]".repeat(60_000))))
                .isFalse();
    }

    @Test
    void agreesWithTheSharedVectorsOfRfc8785() throws IOException {
        Path folder = Path.of("../shared/vectors/jcs/testdata");
        assumeTrue(Files.exists(folder), "shared vectors are not here: skipped");
        for (String name : new String[] {"arrays", "french", "structures", "unicode", "values", "weird"}) {
            byte[] output = Files.readAllBytes(folder.resolve("output/" + name + ".json"));
            assertThat(Canonical.check(output)).as(name).isTrue();
            byte[] input = Files.readAllBytes(folder.resolve("input/" + name + ".json"));
            assertThat(Canonical.check(input)).as(name).isEqualTo(java.util.Arrays.equals(input, output));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 8785 appendix B.
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555556, 333333333.3333334",
        "becbf647612f3696, -0.0000033333333333333333"
    })
    void writesNumbersAsTheRfcPrints(String bits, String text) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(EcmaNumber.format(number)).isEqualTo(text);
        assertThat(EcmaNumber.isCanonical(text)).isTrue();
    }

    @Test
    void readsBackEveryRandomNumberItWrites() {
        long seed = 8785;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String text = EcmaNumber.format(number);
                assertThat(Double.parseDouble(text)).as("seed %d", seed).isEqualTo(number == 0 ? 0.0 : number);
                assertThat(EcmaNumber.isCanonical(text)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"at\":\"2026-11-22T01:02:03.5Z\"|\"at\":\"2026-11-22T01:02:03Z\"",
                "\"at\":\"2026-11-22T01:02:03.5Z\"|\"at\":\"2024-02-29T23:59:60+01:00\"",
                "\"number\":1|\"number\":1.5",
                "\"commitments\":{\"p\":\"HASH\"}|\"commitments\":{}",
                "\"actor\":\"a\"|\"actor\":\"æ\\n\""
            })
    void passesEveryFormThatVersionOneAllows(String change) {
        assertThat(scan(changed(change))).isEqualTo(EntryScanner.Problem.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"at\":\"2026-11-22T01:02:03.5Z\"|\"at\":\"2026-11-22\"",
                "\"at\":\"2026-11-22T01:02:03.5Z\"|\"at\":\"2026-02-29T01:02:03Z\"",
                "\"at\":\"2026-11-22T01:02:03.5Z\"|\"at\":\"2026-11-22T24:02:03Z\"",
                "\"at\":\"2026-11-22T01:02:03.5Z\"|\"at\":\"2026-11-22T01:02:03.Z\"",
                "\"at\":\"2026-11-22T01:02:03.5Z\"|\"at\":\"2026-11-22T01:02:03\"",
                "\"at\":\"2026-11-22T01:02:03.5Z\"|\"at\":\"2026-11-22 01:02:03Z\"",
                "\"actor\":\"a\"|\"actor\":\"\"",
                "\"actor\":\"a\"|\"actor\":7",
                "\"counts\":{\"actor\":1}|\"counts\":{\"actor\":0}",
                "\"counts\":{\"actor\":1}|\"counts\":{\"actor\":\"1\"}",
                "\"counts\":{\"actor\":1}|\"counts\":{}",
                "\"counts\":{\"actor\":1}|\"counts\":{\"actor\":1,\"model\":1}",
                "\"number\":1|\"model\":\"m\"",
                "\"number\":1|\"model\":7",
                "HASH|abc",
                "\"p\":\"HASH\"|\"p\":1",
                "test.happened|happened",
                "test.happened|Test.happened",
                "test.happened|test.",
                "\"v\":1|\"v\":1,\"w\":1",
                "\"type\":|\"typo\":"
            })
    void refusesEveryOtherShape(String change) {
        assertThat(scan(changed(change))).isEqualTo(EntryScanner.Problem.WRONG_SHAPE);
    }

    private static final String HASH = "0a".repeat(32);

    private static String changed(String change) {
        String[] parts = change.split("\\|", -1);
        String honest = new String(ExportFixture.entry("a", 1, 1, 0), StandardCharsets.UTF_8);
        String result = honest.replace(parts[0].replace("HASH", HASH), parts[1].replace("HASH", HASH));
        assertThat(result).isNotEqualTo(honest);
        return result;
    }

    private static EntryScanner.Problem scan(String entry) {
        byte[] bytes = ExportFixture.utf8(entry);
        return new EntryScanner().scan(java.util.Arrays.copyOf(bytes, bytes.length + Canonical.SLACK), 0, bytes.length);
    }
}
