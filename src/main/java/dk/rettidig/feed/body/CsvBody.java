package dk.rettidig.feed.body;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.RowCode;
import dk.rettidig.pseudonym.CprDetector;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Reads RFC 4180 CSV with the feed's delimiter and decimal mark. The first line names the columns, in any order; every
 * decoded field is looked at for CPR numbers. Empty lines are skipped. Strict: text after a closing quote and an unclosed
 * quote end the delivery, because nobody can tell where the next row begins.
 */
final class CsvBody {

    /** Longest record FastCSV may gather before it gives up, characters. */
    private static final int MAXIMUM_RECORD = 1 << 20;

    private static final Set<Field> REQUIRED =
            EnumSet.of(Field.PSEUDONYM, Field.INDICATOR, Field.PERIOD_FROM, Field.PERIOD_TO, Field.VALUE);

    private final InputStream plain;
    private final RowRules rules;
    private final RowStream rows;
    private final RowBuilder builder;
    private List<Field> columns = List.of();
    private long line = 1;

    CsvBody(InputStream plain, RowRules rules, RowStream rows) {
        this.plain = plain;
        this.rules = rules;
        this.rows = rows;
        this.builder = new RowBuilder(rules);
    }

    void read() throws IOException, BodyRejected {
        try (CsvReader<CsvRecord> reader = open()) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw BodyRejected.atLine(FeedErrorCode.CSV_HEADER, 1);
            }
            header(records.next());
            while (records.hasNext()) {
                record(records.next());
            }
        } catch (CsvParseException broken) {
            throw broken(broken);
        } catch (UncheckedIOException unchecked) {
            throw unchecked.getCause();
        }
    }

    private CsvReader<CsvRecord> open() {
        return CsvReader.builder()
                .fieldSeparator(rules.csv().delimiter())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .maxBufferSize(MAXIMUM_RECORD)
                .ofCsvRecord(new InputStreamReader(new Utf8Guard(plain), StandardCharsets.UTF_8));
    }

    /** The parser wraps what the stream throws: a rejection from below keeps its own reason. */
    private BodyRejected broken(CsvParseException broken) throws IOException {
        for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException fromBelow) {
                throw fromBelow;
            }
        }
        return BodyRejected.atLine(FeedErrorCode.CSV_BROKEN, line + 1);
    }

    private void header(CsvRecord record) throws BodyRejected {
        line = record.getStartingLineNumber();
        List<Field> named = new ArrayList<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            String name = i == 0 && record.getField(0).startsWith("\uFEFF")
                    ? record.getField(0).substring(1)
                    : record.getField(i);
            reject(CprDetector.found(name));
            Field field = Field.find(name.strip());
            if (field == null || named.contains(field)) {
                throw BodyRejected.atLine(FeedErrorCode.CSV_HEADER, line);
            }
            named.add(field);
        }
        if (!named.containsAll(REQUIRED)) {
            throw BodyRejected.atLine(FeedErrorCode.CSV_HEADER, line);
        }
        columns = List.copyOf(named);
    }

    private void record(CsvRecord record) throws IOException, BodyRejected {
        line = record.getStartingLineNumber();
        int length = 0;
        for (int i = 0; i < record.getFieldCount(); i++) {
            length += record.getField(i).length() + 1;
            look(i, record.getField(i));
        }
        if (length > NdjsonReader.MAXIMUM_LINE_BYTES) {
            rows.bad(line, RowCode.TOO_LONG);
            return;
        }
        if (record.getFieldCount() != columns.size()) {
            rows.bad(line, RowCode.MALFORMED);
            return;
        }
        Row row = build(record);
        if (row != null) {
            rows.good(row, line);
        } else {
            rows.bad(line, builder.wrong());
        }
    }

    private void look(int column, String text) throws BodyRejected {
        boolean spared =
                column < columns.size() && columns.get(column) == Field.PSEUDONYM && PseudonymText.hasForm(text);
        reject(!spared && (CprDetector.found(text) || CprLine.isHiddenByExponent(text)));
    }

    private void reject(boolean found) throws BodyRejected {
        if (found) {
            throw BodyRejected.atLine(FeedErrorCode.CPR_NUMBER_FOUND, line);
        }
    }

    private @org.jspecify.annotations.Nullable Row build(CsvRecord record) {
        builder.start();
        for (int i = 0; i < columns.size(); i++) {
            String text = record.getField(i);
            if (!text.isEmpty()) {
                builder.repeated(columns.get(i));
                char[] characters = text.toCharArray();
                builder.text(columns.get(i), characters, 0, characters.length);
            }
        }
        return builder.finish();
    }
}
