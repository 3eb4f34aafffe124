package dk.rettidig.cli.pseudonymise;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * CSV whose header names the columns.
 *
 * @param header the columns' names
 * @param index of the CPR column, from 0
 */
record CsvLayout(int delimiter, List<String> header, int index) implements Layout {

    CsvLayout {
        header = List.copyOf(header);
    }

    @Override
    public String column() {
        return header.get(index);
    }

    @Override
    public Row read(byte[] record, long line, boolean first) {
        CsvFields fields = CsvFields.of(record, first ? ByteOrderMark.length(record) : 0, delimiter);
        if (first) {
            return renamed(record, fields.spans().get(index));
        }
        if (CsvFields.endOfContent(record) == 0) {
            return new Row.Kept(record);
        }
        if (fields.spans().size() != header.size()) {
            return new Row.Bad(line, RowProblem.FIELD_COUNT);
        }
        CsvFields.Span span = fields.spans().get(index);
        return Layout.cut(record, line, Arrays.copyOf(record, span.from()), span.from(), span.to());
    }

    @Override
    public Optional<String> text(byte[] record, boolean first, String named) {
        int at = header.indexOf(named);
        CsvFields fields = CsvFields.of(record, first ? ByteOrderMark.length(record) : 0, delimiter);
        return at < 0 || at >= fields.spans().size() ? Optional.empty() : Optional.of(fields.text(at));
    }

    private static Row renamed(byte[] record, CsvFields.Span span) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(record, 0, span.from());
        out.writeBytes(PSEUDONYM.getBytes(StandardCharsets.US_ASCII));
        out.write(record, span.to(), record.length - span.to());
        return new Row.Kept(out.toByteArray());
    }

    @Override
    public String columnAt(byte[] record, int at) {
        List<CsvFields.Span> spans = CsvFields.of(record, 0, delimiter).spans();
        for (int i = 0; i < spans.size() && i < header.size(); i++) {
            if (spans.get(i).holds(at)) {
                return header.get(i);
            }
        }
        return "?";
    }
}
