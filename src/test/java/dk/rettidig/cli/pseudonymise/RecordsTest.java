package dk.rettidig.cli.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dk.rettidig.pseudonym.CprNumber;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.SyntheticCpr;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

    @Test
    void cutsCsvAsAnotherParserDoesAndLosesNoByte() throws Exception {
        long seed = 20261122;
        Random random = new Random(seed);
        String[] pieces = {"a", "\"", "\"\"", ";", ",", "\n", "\r\n", "\r", "æ", " ", "\"b\"", "0"};
        int broken = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String shown = "seed " + seed + " text " + text;
            List<List<String>> expected = expected(text.toString());
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            List<List<String>> found = new ArrayList<>();
            InputRefused refused = catchThrowableOfType(
                    InputRefused.class, () -> read(text.toString().getBytes(StandardCharsets.UTF_8), all, found));

            if (expected.isEmpty() && refused != null) {
                broken++;
                continue;
            }
            assertThat(refused).as(shown).isNull();
            assertThat(found).as(shown).isEqualTo(expected.subList(1, expected.size()));
            assertThat(all.toString(StandardCharsets.UTF_8)).as(shown).isEqualTo(text.toString());
        }
        assertThat(broken).isBetween(100, 15_000);
    }

    private static void read(byte[] bytes, ByteArrayOutputStream all, List<List<String>> found) throws Exception {
        try (RecordReader records = new RecordReader(new ByteArrayInputStream(bytes), ';')) {
            while (records.next()) {
                all.writeBytes(records.record());
                CsvFields fields = CsvFields.of(records.record(), 0, ';');
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < fields.spans().size(); i++) {
                    texts.add(fields.text(i));
                }
                found.add(texts);
            }
            assertThat(records.offset()).isEqualTo(bytes.length);
        }
    }

    /** FastCSV's reading, behind one line of its own; empty when it refuses. */
    private static List<List<String>> expected(String text) throws Exception {
        List<List<String>> all = new ArrayList<>();
        all.add(List.of());
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(';')
                .skipEmptyLines(false)
                .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            reader.forEach(record -> all.add(record.getFields()));
            return all;
        } catch (CsvParseException refused) {
            return List.of();
        }
    }

    @Test
    void countsLinesInsideQuotesToo() throws Exception {
        String text = "a\r\n\"b\r\nb\"\rc\n\nd";
        try (RecordReader records =
                new RecordReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ',')) {
            List<Long> lines = new ArrayList<>();
            while (records.next()) {
                lines.add(records.line());
            }
            assertThat(lines).containsExactly(1L, 2L, 4L, 5L, 6L);
        }
    }

    @Test
    void aRecordWithoutEndIsRefused() {
        byte[] endless = new byte[3 * RecordReader.LONGEST];
        java.util.Arrays.fill(endless, (byte) 'x');
        RecordReader records = new RecordReader(new ByteArrayInputStream(endless), RecordReader.LINES);

        assertThat(catchThrowableOfType(InputRefused.class, records::next).code())
                .isEqualTo("csv_broken");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "", " ", ".", "/", "\u2013", "\u2212", "\u00A0", "\\u002d", "\\u2013"})
    void findsANumberOfTheSetInEveryWriting(String separator) {
        NumberSet numbers = new NumberSet();
        numbers.add(SyntheticCpr.number(17));
        String digits = SyntheticCpr.digits(17);
        String written = digits.substring(0, 6) + separator + digits.substring(6);

        for (String text :
                List.of(written, "x" + written + "y", "9" + written + "9", "a\"" + written + "\"", "æ" + written)) {
            assertThat(new NumberSearch(numbers).find(bytes(text))).as(text).isPositive();
        }
        assertThat(new NumberSearch(new NumberSet()).find(bytes(written))).isEqualTo(-1);
    }

    @Test
    void letsPassWhatIsNotANumberOfTheSet() {
        NumberSet numbers = new NumberSet();
        numbers.add(SyntheticCpr.number(17));
        String digits = SyntheticCpr.digits(17);

        for (String text : List.of(
                SyntheticCpr.digits(18),
                digits.substring(0, 6) + "--" + digits.substring(6),
                digits.substring(0, 5) + "-" + digits.substring(5),
                digits.substring(0, 6) + "a" + digits.substring(6),
                digits.substring(1),
                digits.substring(0, 9),
                "\\u00",
                "\u00E6\u2013",
                "")) {
            assertThat(new NumberSearch(numbers).find(bytes(text))).as(text).isEqualTo(-1);
        }
    }

    @Test
    void theTableKeepsEveryPseudonymUpToItsLimit() throws Exception {
        OprfKey key = OprfKey.generate();
        Pseudonym one = key.pseudonym(OprfMode.OPRF, SyntheticCpr.number(0).input());
        Pseudonym other = key.pseudonym(OprfMode.OPRF, SyntheticCpr.number(1).input());
        PseudonymTable table = new PseudonymTable(20_000);
        for (int i = 0; i < 20_000; i++) {
            CprNumber number = SyntheticCpr.number(i);
            assertThat(table.find(number)).isEqualTo(-1);
            table.fill(table.promise(number), i % 3 == 0 ? one : other);
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(table.get(table.find(SyntheticCpr.number(i)))).isEqualTo(i % 3 == 0 ? one : other);
        }
        assertThat(table.promise(SyntheticCpr.number(20_000))).isEqualTo(-1);
        assertThat(table.find(SyntheticCpr.number(20_000))).isEqualTo(-1);
    }

    @Test
    void theSetKnowsExactlyItsNumbers() {
        NumberSet numbers = new NumberSet();
        for (int i = 0; i < 50_000; i += 2) {
            assertThat(numbers.add(SyntheticCpr.number(i))).isTrue();
            assertThat(numbers.add(SyntheticCpr.number(i))).isFalse();
        }
        for (int i = 0; i < 50_000; i++) {
            assertThat(numbers.holds(SyntheticCpr.number(i))).isEqualTo(i % 2 == 0);
        }
        assertThat(numbers.size()).isEqualTo(25_000);
    }
}
