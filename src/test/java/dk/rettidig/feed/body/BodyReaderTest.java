package dk.rettidig.feed.body;

import static dk.rettidig.feed.body.Bodies.csv;
import static dk.rettidig.feed.body.Bodies.json;
import static dk.rettidig.feed.body.Bodies.ndjson;
import static dk.rettidig.feed.body.Bodies.pseudonym;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.FeedErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private static final String HEADER = "pseudonym,indicator,period_from,period_to,value\n";

    @Test
    void takesARowWithItsDefaults() throws Exception {
        Bodies.Read read = ndjson(json(1, "\"value\":0.25"), 1);

        assertThat(read.taken()).containsExactly("201 2026-07-01 2026-09-30 0.25 2026-11-22T10:00:00Z");
        assertThat(read.tally().valid()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"value\":1e-1|0.1",
                "\"value\":1|1.0",
                "\"value\":-0.0|0.0",
                "\"value\":0.5,\"op\":\"assert\"|0.5",
                "\"value\":0.5,\"op\":null,\"known_at\":null|0.5"
            })
    void readsNumbersOfAllSpellings(String rest, String value) throws Exception {
        assertThat(ndjson(json(1, rest), 1).taken())
                .containsExactly("201 2026-07-01 2026-09-30 " + value + " 2026-11-22T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T10:00:00Z,2026-11-01T10:00:00Z",
        "2026-11-01T10:00:00.5+01:00,2026-11-01T09:00:00.500Z",
        "2026-11-01T10:00:00.123456789-00:30,2026-11-01T10:30:00.123456Z",
        "2024-02-29T23:59:59Z,2024-02-29T23:59:59Z"
    })
    void readsMomentsWithOffsets(String text, String moment) throws Exception {
        assertThat(ndjson(json(1, "\"value\":0,\"known_at\":\"" + text + "\""), 1)
                        .taken()
                        .getFirst())
                .endsWith(" " + moment);
    }

    @Test
    void takesARetractionWithoutAValue() throws Exception {
        assertThat(ndjson(json(1, "\"op\":\"retract\""), 1).taken().getFirst()).endsWith("retracted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json|feed_row_malformed",
                "[1,2]|feed_row_malformed",
                "{\"pseudonym\":|feed_row_malformed",
                "{} {}|feed_row_malformed",
                "{}|feed_row_field_missing",
                "R\"value\":1,\"value\":1|feed_row_malformed",
                "R\"value\":1,\"name\":\"x\"|feed_row_field_unknown",
                "R\"value\":1,\"a\":[[[[1]]]]|feed_row_malformed",
                "R\"value\":1,\"a\":[1]|feed_row_field_unknown",
                "R\"value\":[1]|feed_row_value_not_a_number",
                "R\"value\":\"1\"|feed_row_value_not_a_number",
                "R\"value\":true|feed_row_value_not_a_number",
                "R\"value\":NaN|feed_row_value_not_finite",
                "R\"value\":\"NaN\"|feed_row_value_not_finite",
                "R\"value\":1e999|feed_row_value_not_finite",
                "R\"value\":1.01|feed_row_value_out_of_range",
                "R\"value\":-0.01|feed_row_value_out_of_range",
                "R\"value\":null|feed_row_field_missing",
                "R\"op\":\"assert\"|feed_row_field_missing",
                "R\"value\":1,\"op\":\"delete\"|feed_row_op_unknown",
                "R\"value\":1,\"known_at\":\"2026-11-22\"|feed_row_known_at_malformed",
                "R\"value\":1,\"known_at\":\"2026-11-22T10:00:00\"|feed_row_known_at_malformed",
                "R\"value\":1,\"known_at\":\"2026-11-22T24:00:00Z\"|feed_row_known_at_malformed",
                "R\"value\":1,\"known_at\":\"2026-11-22T10:06:00Z\"|feed_row_known_at_in_future"
            })
    void quarantinesABadLineAndLoadsTheRest(String line, String code) throws Exception {
        String bad = line.startsWith("R") ? json(1, line.substring(1)) : line + "\n";

        Bodies.Read read = ndjson(json(2, "\"value\":0") + bad + json(3, "\"value\":0"), 3);

        assertThat(read.quarantined()).containsExactly("2 " + code);
        assertThat(read.taken()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30,2026-07-01,feed_row_period_reversed",
        "2026-11-01,2026-11-23,feed_row_period_in_future",
        "2025-12-31,2026-01-31,feed_row_period_outside_note",
        "2026-02-29,2026-03-31,feed_row_period_malformed",
        "2026-2-01,2026-03-31,feed_row_period_malformed",
        "20260201,2026-03-31,feed_row_period_malformed",
        "2026-02-01,2026-02-01T00:00:00Z,feed_row_period_malformed"
    })
    void quarantinesPeriodsThatCannotBe(String from, String to, String code) throws Exception {
        String row = "{\"pseudonym\":\"" + pseudonym(1) + "\",\"indicator\":\"SHARE\",\"period_from\":\"" + from
                + "\",\"period_to\":\"" + to + "\",\"value\":0}";

        assertThat(ndjson(row, 1).quarantined()).containsExactly("1 " + code);
    }

    @Test
    void letsAnIntervalOfScopeEndInTheFuture() throws Exception {
        String row =
                "{\"pseudonym\":\"" + pseudonym(1) + "\",\"indicator\":\"INTERVAL\",\"period_from\":\"2026-11-20\","
                        + "\"period_to\":\"2027-03-20\",\"value\":1}";

        assertThat(ndjson(row, 1).taken()).hasSize(1);
        assertThat(ndjson(row.replace("2026-11-20", "2026-11-23"), 1).quarantined())
                .containsExactly("1 feed_row_period_in_future");
    }

    @ParameterizedTest
    @CsvSource({
        "SHORT,feed_row_pseudonym_length",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!,feed_row_pseudonym_alphabet",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+,feed_row_pseudonym_alphabet",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB,feed_row_pseudonym_alphabet",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,feed_row_pseudonym_alphabet",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,feed_row_pseudonym_length"
    })
    void quarantinesPseudonymsOfAnotherForm(String text, String code) throws Exception {
        assertThat(ndjson(json(1, "\"value\":0").replace(pseudonym(1), text), 1).quarantined())
                .containsExactly("1 " + code);
    }

    @ParameterizedTest
    @CsvSource({"COUNT,feed_row_indicator_not_in_note", "NOPE,feed_row_indicator_unknown"})
    void quarantinesIndicatorsThatAreNotDelivered(String indicator, String code) throws Exception {
        assertThat(ndjson(json(1, "\"value\":0").replace("SHARE", indicator), 1).quarantined())
                .containsExactly("1 " + code);
    }

    @Test
    void reportsTheSameCodeWhateverTheOrderOfFields() throws Exception {
        String forward = json(1, "\"value\":7,\"op\":\"x\"");
        String backward =
                "{\"op\":\"x\",\"value\":7," + json(1, "").substring(1).replace(",}", "}");

        assertThat(ndjson(backward, 1).quarantined())
                .isEqualTo(ndjson(forward, 1).quarantined())
                .containsExactly("1 feed_row_op_unknown");
    }

    @Test
    void countsRepeatsAndQuarantinesConflictsAndTheFirstOneWins() throws Exception {
        String body = json(1, "\"value\":0.1")
                + json(1, "\"value\":0.10")
                + json(1, "\"value\":0.2")
                + json(1, "\"op\":\"retract\"")
                + json(2, "\"value\":0.1");

        Bodies.Read read = ndjson(body, 5);

        assertThat(read.tally().valid()).isEqualTo(2);
        assertThat(read.tally().repeated()).isEqualTo(1);
        assertThat(read.quarantined()).containsExactly("3 feed_row_conflicts", "4 feed_row_conflicts");
        assertThat(read.taken()).hasSize(2);
    }

    @Test
    void countsTheSameOnDiskAsInMemory() throws Exception {
        long seed = 7;
        Random random = new Random(seed);
        StringBuilder body = new StringBuilder();
        for (int row = 0; row < 40_000; row++) {
            body.append(json(random.nextInt(20_000), "\"value\":0." + random.nextInt(2)));
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);

        Tally memory = Bodies.read(bytes, BodyReader.Format.NDJSON, false, 40_000, CsvConvention.PLAIN)
                .tally();
        Tally disk = Bodies.read(
                        bytes, BodyReader.Format.NDJSON, false, 40_000, CsvConvention.PLAIN, 1024, BodyLimits.DEFAULT)
                .tally();

        assertThat(disk.spilled()).isTrue();
        assertThat(memory.spilled()).isFalse();
        assertThat(disk.valid()).as("seed %s", seed).isEqualTo(memory.valid());
        assertThat(disk.repeated()).isEqualTo(memory.repeated());
        assertThat(sortedLines(disk)).isEqualTo(sortedLines(memory));
    }

    private static List<Long> sortedLines(Tally tally) {
        List<Long> lines = new java.util.ArrayList<>();
        for (int n = 0; n < tally.quarantine().kept(); n++) {
            lines.add(tally.quarantine().line(n));
        }
        return lines.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"value\":0,\"name\":\"3102901234\"",
                "\"value\":0,\"name\":\"310290-1234\"",
                "\"value\":0,\"3102901234\":1",
                "\"value\":3102901234",
                "\"value\":3.102901234e9",
                "\"value\":\"0,3102901234\"",
                "\"value\":0,\"name\":\"\\u0033102901234\"",
                "\"value\":0,\"name\":\"31029\\u0030\\u002d1234\"",
                "\"value\":0,\"name\":\"\uFF13102901234\"",
                "\"value\":0,\"op\":\"3102901234\"",
                "\"value\":0,\"known_at\":\"3102901234\"",
                "\"value\":0,\"a\":{\"b\":{\"c\":{\"d\":\"3102901234\"}}}",
                "\"value\":0,\"name\":\"AAAAAAAAAAAAAAAAAAAA3102901234AAAAAAAAAAAAA\""
            })
    void rejectsTheWholeBodyForACprNumber(String rest) {
        assertRejected(() -> ndjson(json(1, "\"value\":0") + json(2, rest), 2), FeedErrorCode.CPR_NUMBER_FOUND, 2L);
    }

    @Test
    void rejectsACprNumberInThePseudonymUnlessThatIs43Characters() throws Exception {
        String spared = "AAAAAAAAAAAAAAAAAAAA3102901234AAAAAAAAAAAAA".substring(0, 42) + "A";

        assertThat(ndjson(json(1, "\"value\":0").replace(pseudonym(1), spared), 1)
                        .taken())
                .hasSize(1);
        assertRejected(
                () -> ndjson(json(1, "\"value\":0").replace(pseudonym(1), "3102901234"), 1),
                FeedErrorCode.CPR_NUMBER_FOUND,
                1L);
        assertRejected(
                () -> ndjson(json(1, "\"value\":0,\"x\":\"" + spared + "\"").replace(pseudonym(1), spared), 1),
                FeedErrorCode.CPR_NUMBER_FOUND,
                1L);
        assertRejected(() -> ndjson("oops \"" + spared + "\"", 1), FeedErrorCode.CPR_NUMBER_FOUND, 1L);
    }

    @Test
    void findsACprNumberInAHugeLineAndQuarantinesOneWithout() throws Exception {
        String filler = "{\"pseudonym\":\"" + "x ".repeat(400_000);

        assertThat(ndjson(filler + "\"}\n" + json(1, "\"value\":0"), 2).quarantined())
                .containsExactly("1 feed_row_too_long");
        for (int at : new int[] {0, 16_380, 32_760, 262_140, 262_143, 700_001}) {
            String hidden = filler.substring(0, at + 20) + " 310290-1234 " + filler.substring(at + 20);
            assertRejected(() -> ndjson(json(1, "\"value\":0") + hidden, 2), FeedErrorCode.CPR_NUMBER_FOUND, 2L);
        }
    }

    @Test
    void namesTheLineOfAByteThatIsNotUtf8() {
        byte[] windows = (json(1, "\"value\":0") + json(2, "\"value\":0,\"navn\":\"sk\u00F8n\""))
                .getBytes(Charset.forName("windows-1252"));
        byte[] csv = (HEADER + "\"r\u00F8d\",SHARE,,,\n").getBytes(Charset.forName("windows-1252"));

        assertRejected(
                () -> Bodies.read(windows, BodyReader.Format.NDJSON, false, 2, CsvConvention.PLAIN),
                FeedErrorCode.NOT_UTF8,
                2L);
        assertRejected(
                () -> Bodies.read(csv, BodyReader.Format.CSV, false, 1, CsvConvention.PLAIN),
                FeedErrorCode.NOT_UTF8,
                2L);
    }

    @Test
    void readsCsvWithMarkQuotesCrLfAndAnyOrderOfColumns() throws Exception {
        String body = "\uFEFFvalue;op;pseudonym;indicator;period_to;period_from\r\n\"0,5\";;" + pseudonym(1)
                + ";SHARE;2026-09-30;2026-07-01\r\n\r\n1,25E-1;assert;" + pseudonym(2)
                + ";\"SHARE\";2026-09-30;2026-07-01\r\n;retract;" + pseudonym(3) + ";SHARE;2026-09-30;2026-07-01";

        Bodies.Read read = csv(body, 3, CsvConvention.DANISH);

        assertThat(read.quarantined()).isEmpty();
        assertThat(read.taken())
                .containsExactly(
                        "201 2026-07-01 2026-09-30 0.5 2026-11-22T10:00:00Z",
                        "201 2026-07-01 2026-09-30 0.125 2026-11-22T10:00:00Z",
                        "201 2026-07-01 2026-09-30 0.0 2026-11-22T10:00:00Z retracted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,5|feed_row_malformed",
                "\"0,5\"|feed_row_value_not_a_number",
                "0x1p-1|feed_row_value_not_a_number",
                "1d|feed_row_value_not_a_number",
                "nan|feed_row_value_not_finite",
                "-Infinity|feed_row_value_not_finite",
                "'1 000'|feed_row_value_not_a_number",
                "2|feed_row_value_out_of_range",
                ".|feed_row_value_not_a_number"
            })
    void quarantinesCsvValuesThatAreNoNumbers(String value, String code) throws Exception {
        String body = HEADER + pseudonym(1) + ",SHARE,2026-07-01,2026-09-30," + value + "\n" + pseudonym(2)
                + ",SHARE,2026-07-01,2026-09-30,0\n";

        assertThat(csv(body, 2, CsvConvention.PLAIN).quarantined()).containsExactly("2 " + code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pseudonym,indicator,period_from,period_to\n",
                "pseudonym,indicator,period_from,period_to,value,name\n",
                "pseudonym,indicator,period_from,period_to,value,value\n",
                "pseudonym;indicator;period_from;period_to;value\n"
            })
    void rejectsAHeaderThatIsNotTheAgreedOne(String header) {
        assertThatThrownBy(() -> csv(header, 0, CsvConvention.PLAIN))
                .isInstanceOfSatisfying(
                        BodyRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(FeedErrorCode.CSV_HEADER));
    }

    @Test
    void rejectsCsvWhoseQuotesDoNotClose() {
        String body = HEADER + pseudonym(1) + ",\"SHARE,2026-07-01,2026-09-30,0\n" + pseudonym(2) + ",x\n";

        assertThatThrownBy(() -> csv(body, 2, CsvConvention.PLAIN))
                .isInstanceOfSatisfying(
                        BodyRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(FeedErrorCode.CSV_BROKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3102901234", "310290-1234", "\"x 3102901234\"", "1,3102901234", "3.102901234e9"})
    void rejectsCsvForACprNumberInAnyField(String field) {
        assertRejected(
                () -> csv(
                        HEADER + pseudonym(1) + ",SHARE,2026-07-01,2026-09-30," + field + "\n", 1, CsvConvention.PLAIN),
                FeedErrorCode.CPR_NUMBER_FOUND,
                2L);
        assertRejected(
                () -> csv(HEADER + field + ",SHARE,2026-07-01,2026-09-30,0\n", 1, CsvConvention.PLAIN),
                FeedErrorCode.CPR_NUMBER_FOUND,
                2L);
    }

    @Test
    void acceptsAnEmptyDeliveryOfNoRows() throws Exception {
        assertThat(ndjson("", 0).tally().rows()).isZero();
        assertThat(csv(HEADER, 0, CsvConvention.PLAIN).tally().rows()).isZero();
    }

    @Test
    void rejectsARowCountThatIsNotTheNotes() {
        assertThatThrownBy(() -> ndjson(json(1, "\"value\":0"), 2))
                .isInstanceOfSatisfying(BodyRejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(FeedErrorCode.ROW_COUNT_MISMATCH);
                    assertThat(rejected.details())
                            .containsEntry("expected_rows", 2L)
                            .containsEntry("found_rows", 1L);
                });
    }

    @Test
    void readsGzipOfSeveralMembersAndRejectsBrokenOnes() throws Exception {
        byte[] one = Bodies.gzip(json(1, "\"value\":0").getBytes(StandardCharsets.UTF_8));
        byte[] two = Bodies.gzip(json(2, "\"value\":0").getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(one);
        both.write(two);
        byte[] cut = Arrays.copyOf(one, one.length - 5);
        byte[] damaged = one.clone();
        damaged[one.length - 6] ^= 1;

        assertThat(gzip(both.toByteArray(), 2).taken()).hasSize(2);
        for (byte[] broken : List.of(cut, damaged, new byte[0], "{}".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> gzip(broken, 1))
                    .isInstanceOfSatisfying(
                            BodyRejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(FeedErrorCode.GZIP_BROKEN));
        }
    }

    private static Bodies.Read gzip(byte[] wire, long rows) throws IOException, BodyRejected {
        return Bodies.read(wire, BodyReader.Format.NDJSON, true, rows, CsvConvention.PLAIN);
    }

    @Test
    void endsABombAndABodyThatIsTooLarge() throws Exception {
        byte[] bomb = Bodies.gzip("\n".repeat(64 << 20).getBytes(StandardCharsets.UTF_8));
        byte[] large = json(1, "\"value\":0").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> gzip(bomb, 0))
                .isInstanceOfSatisfying(
                        BodyRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(FeedErrorCode.GZIP_BOMB));
        assertThatThrownBy(() -> Bodies.read(
                        large,
                        BodyReader.Format.NDJSON,
                        false,
                        1,
                        CsvConvention.PLAIN,
                        1024,
                        new BodyLimits(50, 50, 2)))
                .isInstanceOfSatisfying(
                        BodyRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(FeedErrorCode.TOO_LARGE));
    }

    @Test
    void rejectsABodyThatIsNotTheOneSignedForAndOneThatIsCut() {
        byte[] body = json(1, "\"value\":0").getBytes(StandardCharsets.UTF_8);
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(body), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        });

        assertThat(reasonFor(new ByteArrayInputStream(json(2, "\"value\":0").getBytes(StandardCharsets.UTF_8)), body))
                .isEqualTo(FeedErrorCode.DIGEST_MISMATCH);
        assertThat(reasonFor(cut, body)).isEqualTo(FeedErrorCode.CONNECTION_CUT);
    }

    private static FeedErrorCode reasonFor(InputStream wire, byte[] signed) {
        BodyReader reader =
                new BodyReader(BodyLimits.DEFAULT, new SecureRandom(), Path.of(System.getProperty("java.io.tmpdir")));
        try {
            reader.read(
                    wire,
                    new BodyReader.Expected(BodyReader.Format.NDJSON, false, 1, Bodies.digest(signed)),
                    Bodies.rules(CsvConvention.PLAIN),
                    row -> {});
        } catch (BodyRejected rejected) {
            return rejected.reason();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        throw new AssertionError("accepted");
    }

    @Test
    void numbersLinesAcrossBufferBoundsAndSkipsEmptyOnes() throws Exception {
        StringBuilder body = new StringBuilder("\uFEFF");
        for (int row = 0; row < 5_000; row++) {
            body.append(json(row, "\"value\":0")).append(row % 100 == 0 ? "\r\n" : "");
        }
        body.append("bad");

        assertThat(ndjson(body.toString(), 5_001).quarantined()).containsExactly("5051 feed_row_malformed");
    }

    private static void assertRejected(ThrowingCallable reading, FeedErrorCode reason, long line) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(BodyRejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.details()).containsEntry("line", line);
        });
    }
}
