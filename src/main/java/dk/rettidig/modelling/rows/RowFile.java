package dk.rettidig.modelling.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.csv.CsvTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A CSV file of training rows (RFC 4180, UTF-8, comma or semicolon), a line at a time: nothing of it is held. Its columns are
 * exactly those it must have, in any order. For one thread.
 */
final class RowFile implements AutoCloseable {

    private final Path file;
    private final MessageDigest digest;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> places = new HashMap<>();

    private RowFile(Path file, MessageDigest digest, CsvReader<CsvRecord> reader) {
        this.file = file;
        this.digest = digest;
        this.reader = reader;
        this.records = reader.iterator();
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws ModellingFault {@code training_rows_malformed} when it isn't there or a column is missing, {@code
     *     training_rows_attribute} when there is one more
     */
    static RowFile open(Path file, List<String> columns) {
        if (!Files.isRegularFile(file)) {
            throw malformed(
                    file,
                    0,
                    "",
                    "a file; each folder has a folder for each as-of day, with children.csv, observations.csv");
        }
        return guarded(file, () -> {
            MessageDigest digest = sha256Digest();
            RowFile opened = new RowFile(file, digest, reader(file, digest));
            try {
                opened.header(columns);
                return opened;
            } catch (RuntimeException refused) {
                opened.close();
                throw refused;
            }
        });
    }

    private static CsvReader<CsvRecord> reader(Path file, MessageDigest digest) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(CsvTable.separator(file))
                    .detectBomHeader(true)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(new DigestInputStream(Files.newInputStream(file), digest), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void header(List<String> columns) {
        String expected = "the columns " + String.join(",", columns);
        if (!records.hasNext()) {
            throw malformed(file, 1, "", expected);
        }
        List<String> found =
                records.next().getFields().stream().map(String::strip).toList();
        for (int place = 0; place < found.size(); place++) {
            String name = found.get(place);
            if (!columns.contains(name)) {
                throw foreign(place, name);
            }
            if (places.put(name, place) != null) {
                throw malformed(file, 1, name, "each column once");
            }
        }
        for (String name : columns) {
            if (!places.containsKey(name)) {
                throw malformed(file, 1, name, expected);
            }
        }
    }

    /** A name is repeated only when it looks like one: a file without a header begins with a child. */
    private ModellingFault foreign(int place, String name) {
        return new ModellingFault(
                ModellingErrorCode.ROWS_ATTRIBUTE,
                Map.of(
                        "file",
                        file.toString(),
                        "line",
                        1,
                        "column",
                        name.matches("[A-Za-z_]{1,30}") ? name : "number " + (place + 1)));
    }

    /** The next line; nothing after the last. */
    Optional<RowLine> next() {
        return guarded(file, () -> {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord next = records.next();
            if (next.getFieldCount() != places.size()) {
                throw malformed(
                        file, next.getStartingLineNumber(), "", places.size() + " fields, as the header has columns");
            }
            Map<String, String> fields = new HashMap<>();
            places.forEach(
                    (name, place) -> fields.put(name, next.getField(place).strip()));
            return Optional.of(new RowLine(file, next.getStartingLineNumber(), fields));
        });
    }

    /** Its name, as it was opened. */
    String name() {
        return file.toString();
    }

    /** SHA-256 in hexadecimal of all that was read: of the whole file once there is no next line. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static <T> T guarded(Path file, Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException | CsvParseException e) {
            throw new ModellingFault(
                    ModellingErrorCode.ROWS_MALFORMED,
                    Map.of("file", file.toString(), "expected", "a readable CSV file in UTF-8"),
                    e);
        }
    }

    static ModellingFault malformed(Path file, long line, String column, String expected) {
        Map<String, Object> details = new HashMap<>(Map.of("file", file.toString(), "expected", expected));
        if (line > 0) {
            details.put("line", line);
        }
        if (!column.isEmpty()) {
            details.put("column", column);
        }
        return new ModellingFault(ModellingErrorCode.ROWS_MALFORMED, details);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
