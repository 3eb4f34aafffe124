package dk.rettidig.notification.comparison;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.web.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the figures that a person supplies: CSV with one municipality a line. */
final class FigureReader {

    private static final String FIELD = "figures";
    private static final int MOST_LINES = 200;
    private static final int MOST_PROBLEMS = 20;

    /** More than the highest number about one child that was ever published (21 in a year). */
    private static final long MOST_OF_A_CHILD = 25;

    private static final long MOST_CHILDREN = 10_000_000;
    private static final List<String> HEADING = List.of("municipality", "notifications", "children");
    private static final String AS = "compared_as";

    private final CodeRegister codes;
    private final List<FieldError> problems;
    private final Set<String> seen = new HashSet<>();
    private final List<AreaFigure> areas = new ArrayList<>();

    private FigureReader(CodeRegister codes, List<FieldError> problems) {
        this.codes = codes;
        this.problems = problems;
    }

    /** The lines; whatever is wrong is added to the problems. */
    static List<AreaFigure> read(String csv, CodeRegister codes, List<FieldError> problems) {
        FigureReader reader = new FigureReader(codes, problems);
        String heading = csv.lines().findFirst().orElse("");
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(heading.contains(";") ? ';' : ',')
                .ofCsvRecord(csv)) {
            reader.rows(rows);
        } catch (IOException | CsvParseException unreadable) {
            reader.unreadable();
        }
        return reader.areas;
    }

    private void rows(CsvReader<CsvRecord> rows) {
        int columns = 0;
        for (CsvRecord row : rows) {
            if (columns == 0) {
                columns = columns(row);
            } else if (row.getFieldCount() != columns || areas.size() >= MOST_LINES) {
                columns = 0;
            } else if (problems.size() < MOST_PROBLEMS) {
                line(row);
            }
            if (columns == 0) {
                unreadable();
                return;
            }
        }
        if (areas.isEmpty() && problems.isEmpty()) {
            unreadable();
        }
    }

    private static int columns(CsvRecord row) {
        List<String> names = row.getFields().stream()
                .map(name -> name.strip().replace("\uFEFF", ""))
                .toList();
        boolean grouped = names.size() == HEADING.size() + 1 && names.getLast().equals(AS);
        List<String> first = grouped ? names.subList(0, HEADING.size()) : names;
        return first.equals(HEADING) ? names.size() : 0;
    }

    private void line(CsvRecord row) {
        String field = FIELD + ":" + row.getStartingLineNumber();
        String code = row.getField(0).strip();
        Optional<ComparedAs> as = ComparedAs.parse(
                row.getFieldCount() > HEADING.size()
                        ? row.getField(HEADING.size()).strip()
                        : "");
        long notifications = number(row.getField(1));
        long children = number(row.getField(2));
        int before = problems.size();
        if (codes.municipality(code).isEmpty()) {
            problems.add(new FieldError(field, ComparisonErrorCode.MUNICIPALITY_UNKNOWN));
        } else if (!seen.add(code)) {
            problems.add(new FieldError(field, ComparisonErrorCode.MUNICIPALITY_TWICE));
        }
        if (notifications < 0
                || children < 1
                || children > MOST_CHILDREN
                || notifications > children * MOST_OF_A_CHILD) {
            problems.add(new FieldError(field, ComparisonErrorCode.NUMBER_INVALID));
        }
        if (as.isEmpty()) {
            problems.add(new FieldError(field, ComparisonErrorCode.COMPARED_AS_UNKNOWN));
        }
        if (problems.size() == before) {
            areas.add(new AreaFigure(new MunicipalityCode(code), as.orElseThrow(), notifications, children));
        }
    }

    private static long number(String text) {
        String given = text.strip();
        return given.matches("[0-9]{1,9}") ? Long.parseLong(given) : -1;
    }

    private void unreadable() {
        problems.add(new FieldError(FIELD, ComparisonErrorCode.FIGURES_UNREADABLE));
    }
}
