package dk.rettidig.cli.pseudonymise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where the fields of one CSV record lie in its bytes. */
final class CsvFields {

    /**
     * A field's contents, without its quotes.
     *
     * @param to exclusive
     */
    record Span(int from, int to, boolean quoted) {

        boolean holds(int at) {
            return at >= from && at < to;
        }
    }

    private final byte[] record;
    private final List<Span> spans = new ArrayList<>();

    private CsvFields(byte[] record) {
        this.record = record;
    }

    static CsvFields of(byte[] record, int skipped, int delimiter) {
        CsvFields fields = new CsvFields(record);
        int end = endOfContent(record);
        int at = skipped;
        boolean more = true;
        while (more) {
            Span span = at < end && record[at] == '"' ? quoted(record, at + 1) : plain(record, at, end, delimiter);
            fields.spans.add(span);
            at = span.to() + (span.quoted() ? 1 : 0);
            more = at < end;
            at++;
        }
        return fields;
    }

    private static Span quoted(byte[] record, int from) {
        int at = from;
        while (record[at] != '"' || (at + 1 < record.length && record[at + 1] == '"')) {
            at += record[at] == '"' ? 2 : 1;
        }
        return new Span(from, at, true);
    }

    private static Span plain(byte[] record, int from, int end, int delimiter) {
        int at = from;
        while (at < end && record[at] != delimiter) {
            at++;
        }
        return new Span(from, at, false);
    }

    /** The record's length without its line end. */
    static int endOfContent(byte[] record) {
        int end = record.length;
        if (end > 0 && record[end - 1] == '\n') {
            end--;
        }
        return end > 0 && record[end - 1] == '\r' ? end - 1 : end;
    }

    List<Span> spans() {
        return spans;
    }

    /** A field as text, doubled quotes undone. */
    String text(int field) {
        Span span = spans.get(field);
        String text = new String(record, span.from(), span.to() - span.from(), StandardCharsets.UTF_8);
        return span.quoted() ? text.replace("\"\"", "\"") : text;
    }
}
