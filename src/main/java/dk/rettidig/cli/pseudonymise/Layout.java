package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.CprNumber;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a file is written and where its CPR numbers stand. */
sealed interface Layout permits CsvLayout, NdjsonLayout, DecidedLayout {

    /** What the number's column is called afterwards. */
    String PSEUDONYM = "pseudonym";

    /** Names that mean a CPR number, in small letters without anything but letters. */
    Set<String> KNOWN_NAMES = Set.of("cpr", "cprnr", "cprnummer", "cprnumber", "personnummer", "personnr", "pnr");

    /** A comma, a semicolon, or {@link RecordReader#LINES}. */
    int delimiter();

    /** The column, as the file writes it. */
    String column();

    /** Judges a record. */
    Row read(byte[] record, long line, boolean first);

    /** The name of the column that holds the byte, for a message. */
    String columnAt(byte[] record, int at);

    /** What a record says in a column; empty when it does not. */
    Optional<String> text(byte[] record, boolean first, String named);

    /** What the journal keeps to recognise the run. */
    default String text() {
        return (delimiter() == RecordReader.LINES ? "ndjson" : "csv" + (char) delimiter()) + ":" + column();
    }

    /** Whether the name means a CPR number. */
    static boolean isKnown(String name) {
        return KNOWN_NAMES.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    /** Reads the number between two bytes and cuts it out, blanks around it too. */
    static Row cut(byte[] record, long line, byte[] before, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && isBlank(record[first])) {
            first++;
        }
        while (last > first && isBlank(record[last - 1])) {
            last--;
        }
        return switch (CprNumber.read(record, first, last)) {
            case CprNumber.Refused refused
            when refused.defect() == CprNumber.Defect.NO_SUCH_DATE ->
                new Row.Bad(
                        line,
                        RowProblem.CPR_NO_SUCH_DATE,
                        Optional.of(new Row.Misread(
                                digits(record, first, last), before, Arrays.copyOfRange(record, to, record.length))),
                        Optional.empty());
            case CprNumber.Refused refused -> new Row.Bad(line, RowProblem.of(refused.defect()));
            case CprNumber.Read read ->
                new Row.Good(
                        line, read.number(), Optional.empty(), before, Arrays.copyOfRange(record, to, record.length));
        };
    }

    /** The ten digits, the hyphen left out. */
    private static byte[] digits(byte[] record, int from, int to) {
        byte[] digits = new byte[CprNumber.LENGTH];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (record[i] != '-') {
                digits[count++] = record[i];
            }
        }
        return digits;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
