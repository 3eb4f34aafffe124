package dk.rettidig.modelling.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The named columns of a CSV file (RFC 4180, UTF-8, comma or semicolon as the header has it). A text is kept once however
 * often it stands there, so that a file of a million rows needs little memory. Immutable.
 */
public final class CsvTable {

    private static final int LONGEST_LIST = 20;

    private final Map<String, String[]> columns;
    private final int rows;

    private CsvTable(Map<String, String[]> columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Reads these columns.
     *
     * @throws ModellingFault when the file cannot be read, a column is missing or a row has another number of fields
     */
    public static CsvTable read(Path file, Set<String> wanted) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(file))
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file, StandardCharsets.UTF_8)) {
            return read(reader, wanted);
        } catch (MalformedInputException e) {
            throw fault(Map.of("encoding", "not UTF-8"), e);
        } catch (IOException e) {
            throw fault(Map.of("file", "unreadable"), e);
        } catch (UncheckedIOException | CsvParseException e) {
            throw fault(Map.of("file", "not a CSV file in UTF-8"), e);
        }
    }

    /** Comma, or semicolon where the header has no comma. */
    public static char separator(Path file) throws IOException {
        try (var lines = Files.newBufferedReader(file)) {
            String header = Optional.ofNullable(lines.readLine()).orElse("");
            return header.contains(";") && !header.contains(",") ? ';' : ',';
        }
    }

    private static CsvTable read(CsvReader<CsvRecord> reader, Set<String> wanted) {
        var records = reader.iterator();
        if (!records.hasNext()) {
            throw fault(Map.of("file", "empty"));
        }
        List<String> header = records.next().getFields();
        Map<String, Integer> places = places(header, wanted);
        Map<String, List<String>> values = new LinkedHashMap<>();
        places.keySet().forEach(name -> values.put(name, new ArrayList<>()));
        Map<String, String> known = new HashMap<>();
        while (records.hasNext()) {
            CsvRecord next = records.next();
            if (next.getFieldCount() != header.size()) {
                throw fault(Map.of(
                        "line", next.getStartingLineNumber(), "fields", next.getFieldCount(), "header", header.size()));
            }
            places.forEach((name, place) -> values.getOrDefault(name, new ArrayList<>())
                    .add(known.computeIfAbsent(next.getField(place).strip(), text -> text)));
        }
        int rows = values.values().stream().mapToInt(List::size).findFirst().orElse(0);
        if (rows == 0) {
            throw fault(Map.of("file", "no rows"));
        }
        Map<String, String[]> columns = new LinkedHashMap<>();
        values.forEach((name, column) -> columns.put(name, column.toArray(String[]::new)));
        return new CsvTable(columns, rows);
    }

    private static Map<String, Integer> places(List<String> header, Set<String> wanted) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String name : wanted) {
            int place = header.indexOf(name);
            if (place < 0) {
                throw new ModellingFault(
                        ModellingErrorCode.COLUMN_MISSING,
                        Map.of(
                                "column",
                                name,
                                "columns",
                                header.stream().limit(LONGEST_LIST).toList().toString()));
            }
            places.put(name, place);
        }
        return places;
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** A column's texts, without spaces around them. */
    public String[] texts(String column) {
        String[] texts = columns.get(column);
        if (texts == null) {
            throw new IllegalArgumentException("the column was not read: " + column);
        }
        return texts.clone();
    }

    /**
     * A column of numbers, with decimal point or comma; NaN where it is empty, {@code NA} or {@code NaN}.
     *
     * @throws ModellingFault {@code evaluation_value_malformed} with line and column
     */
    public double[] numbers(String column) {
        String[] texts = texts(column);
        double[] numbers = new double[texts.length];
        for (int row = 0; row < texts.length; row++) {
            int line = row + 2;
            numbers[row] = number(texts[row])
                    .orElseThrow(() -> new ModellingFault(
                            ModellingErrorCode.VALUE_MALFORMED, Map.of("column", column, "row", line)));
        }
        return numbers;
    }

    /** Whether all texts of a column are numbers or missing. */
    public boolean isNumeric(String column) {
        return Arrays.stream(texts(column)).allMatch(text -> number(text).isPresent());
    }

    private static Optional<Double> number(String text) {
        if (text.isEmpty() || text.equalsIgnoreCase("NA") || text.equalsIgnoreCase("NaN")) {
            return Optional.of(Double.NaN);
        }
        try {
            double value = Double.parseDouble(text.replace(',', '.'));
            return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * A column of two values as truth: 1, true, yes and ja are so, 0, false, no and nej are not; or everything that equals
     * {@code positive} is, and all else is not.
     *
     * @throws ModellingFault {@code evaluation_label_refused} with the values that were found
     */
    public boolean[] truth(String column, Optional<String> positive) {
        String[] texts = texts(column);
        Set<String> values = new TreeSet<>(List.of(texts));
        boolean two = values.stream().allMatch(value -> truth(value).isPresent());
        if (positive.isPresent() ? !values.contains(positive.get()) : !two) {
            throw new ModellingFault(
                    ModellingErrorCode.LABEL_REFUSED,
                    Map.of(
                            "column",
                            column,
                            "values",
                            values.stream().limit(LONGEST_LIST).toList().toString()));
        }
        boolean[] truth = new boolean[texts.length];
        for (int row = 0; row < texts.length; row++) {
            String text = texts[row];
            truth[row] = positive.map(text::equals).orElseGet(() -> truth(text).orElse(false));
        }
        return truth;
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "true", "yes", "ja" -> Optional.of(true);
            case "0", "0.0", "false", "no", "nej" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static ModellingFault fault(Map<String, Object> details) {
        return new ModellingFault(ModellingErrorCode.CSV_MALFORMED, details);
    }

    private static ModellingFault fault(Map<String, Object> details, Exception cause) {
        return new ModellingFault(ModellingErrorCode.CSV_MALFORMED, details, cause);
    }
}
