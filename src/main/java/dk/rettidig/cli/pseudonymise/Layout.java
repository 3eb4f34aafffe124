package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.CprNumber;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** How a file is written and where its CPR numbers stand. */
sealed interface Layout permits CsvLayout, NdjsonLayout {

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
            case CprNumber.Refused refused -> new Row.Bad(line, RowProblem.of(refused.defect()));
            case CprNumber.Read read ->
                new Row.Good(line, read.number(), before, Arrays.copyOfRange(record, to, record.length));
        };
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
