package dk.rettidig.modelling.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.evaluation.GroupCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A CSV file of counts: {@code attribute,value,predicted,outcome,count}, or {@code score} in place of {@code predicted}, in
 * any order (RFC 4180, UTF-8, comma or semicolon). What looks like a row a person is refused and nothing of it is repeated.
 */
public final class GroupCountsFile {

    private static final String COUNT = "count";
    private static final Set<String> DECISIONS = Set.of("attribute", "value", "predicted", "outcome", COUNT);
    private static final Set<String> BANDS = Set.of("attribute", "value", "score", "outcome", COUNT);

    private final Path file;
    private final OptionalDouble threshold;

    /**
     * A file that is not read yet.
     *
     * @param threshold bands of at least this much count as selected; empty when the table says high or low
     */
    public GroupCountsFile(Path file, OptionalDouble threshold) {
        this.file = file;
        this.threshold = threshold;
    }

    /**
     * Reads the whole table.
     *
     * @throws ModellingFault {@code evaluation_counts_malformed} with line and column, {@code evaluation_counts_of_people}
     *     when it is no table of counts, {@code evaluation_csv_malformed} when it is no CSV file in UTF-8
     */
    public GroupCounts read() {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(CsvTable.separator(file))
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file, StandardCharsets.UTF_8)) {
            return read(reader.iterator());
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new ModellingFault(
                    ModellingErrorCode.CSV_MALFORMED, Map.of("file", "unreadable, or not a CSV file in UTF-8"), e);
        }
    }

    private GroupCounts read(Iterator<CsvRecord> records) {
        if (!records.hasNext()) {
            throw malformed(1, "header", "the file is empty");
        }
        List<String> header =
                records.next().getFields().stream().map(String::strip).toList();
        boolean banded = banded(header);
        CountLines lines = new CountLines(banded);
        while (records.hasNext()) {
            CsvRecord next = records.next();
            if (next.getFieldCount() != header.size()) {
                throw malformed(
                        next.getStartingLineNumber(), "line", header.size() + " fields as in the header are expected");
            }
            lines.add(line(next, header, banded));
        }
        return new GroupCounts(
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("counts"),
                banded,
                threshold.orElse(1),
                lines.cells());
    }

    private boolean banded(List<String> header) {
        Set<String> names = Set.copyOf(header);
        boolean banded = names.equals(BANDS);
        if (header.size() != names.size() || (!banded && !names.equals(DECISIONS))) {
            throw malformed(
                    1, "header", "attribute,value,predicted,outcome,count or attribute,value,score,outcome,count");
        }
        if (banded && threshold.isEmpty()) {
            throw malformed(1, "score", "bands of a score need --threshold T: bands of at least T count as high");
        }
        if (!banded && threshold.isPresent()) {
            throw malformed(1, "predicted", "high and low have no threshold: leave --threshold out");
        }
        return banded;
    }

    private static CountLines.Line line(CsvRecord next, List<String> header, boolean banded) {
        return new CountLines.Line(
                next.getStartingLineNumber(),
                field(next, header, "attribute"),
                field(next, header, "value"),
                field(next, header, banded ? "score" : "predicted"),
                field(next, header, "outcome"),
                field(next, header, COUNT));
    }

    private static String field(CsvRecord next, List<String> header, String name) {
        return next.getField(header.indexOf(name)).strip();
    }

    static ModellingFault malformed(long line, String column, String expected) {
        return new ModellingFault(
                ModellingErrorCode.COUNTS_MALFORMED, Map.of("line", line, "column", column, "expected", expected));
    }
}
