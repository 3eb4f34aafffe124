package dk.rettidig.cli.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.Period;
import dk.rettidig.indicator.IndicatorId;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipException;

/** What a file holds, read leniently: rows, indicators and the period they span. The service judges; this only counts. */
final class Survey {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final Set<IndicatorId> indicators = new HashSet<>();
    private String earliest = "9999-12-31";
    private String latest = "0000-00-00";
    private long rows;

    private Survey() {}

    static Survey of(WireFile file, CsvConvention csv) throws IOException {
        Survey survey = new Survey();
        try {
            if (file.csv()) {
                survey.csv(file, csv);
            } else {
                survey.ndjson(file);
            }
        } catch (EOFException | ZipException | CsvParseException _) {
            // Cut off or damaged: what was seen so far names the note, and the service says what is wrong.
        } catch (UncheckedIOException wrapped) {
            judgedByTheService(wrapped);
        }
        return survey;
    }

    /** FastCSV wraps what reading throws: damaged gzip is passed over, anything else is not. */
    private static void judgedByTheService(UncheckedIOException wrapped) throws IOException {
        IOException cause = Objects.requireNonNull(wrapped.getCause());
        if (!(cause instanceof EOFException || cause instanceof ZipException)) {
            throw cause;
        }
    }

    long rows() {
        return rows;
    }

    Set<IndicatorId> indicators() {
        if (indicators.isEmpty()) {
            throw new IncompleteFile(
                    "Filen nævner ingen indikator: er overskriften rigtig? Ellers angiv --indicators.",
                    "The file names no indicator: is its header right? Otherwise give --indicators.");
        }
        return indicators;
    }

    Period period() {
        try {
            return new Period(LocalDate.parse(earliest), LocalDate.parse(latest));
        } catch (java.time.DateTimeException | IllegalArgumentException none) {
            throw new IncompleteFile(
                    "Filen nævner ingen periode: angiv --period FRA/TIL.",
                    "The file names no period: give --period FROM/TO.");
        }
    }

    private void ndjson(WireFile file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file.plain(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.replace("\uFEFF", "").isBlank()) {
                    rows++;
                    row(line);
                }
            }
        }
    }

    private void row(String line) {
        try {
            JsonNode row = JSON.readTree(line);
            see(
                    row.path("indicator").asText(),
                    row.path("period_from").asText(),
                    row.path("period_to").asText());
        } catch (JsonProcessingException malformed) {
            // Counted as a row; the service quarantines it with its line.
            malformed.clearLocation();
        }
    }

    private void csv(WireFile file, CsvConvention convention) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(convention.delimiter())
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(file.plain(), StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> all = records.iterator();
            List<String> header = all.hasNext() ? all.next().getFields() : List.of();
            while (all.hasNext()) {
                List<String> fields = all.next().getFields();
                rows++;
                see(
                        field(header, fields, "indicator"),
                        field(header, fields, "period_from"),
                        field(header, fields, "period_to"));
            }
        }
    }

    private static String field(List<String> header, List<String> fields, String name) {
        for (int i = 0; i < header.size() && i < fields.size(); i++) {
            if (header.get(i).replace("\uFEFF", "").equals(name)) {
                return fields.get(i);
            }
        }
        return "";
    }

    private void see(String indicator, String from, String to) {
        if (IndicatorId.isValid(indicator)) {
            indicators.add(new IndicatorId(indicator));
        }
        if (from.matches(DATE) && to.matches(DATE)) {
            earliest = from.compareTo(earliest) < 0 ? from : earliest;
            latest = to.compareTo(latest) > 0 ? to : latest;
        }
    }
}
