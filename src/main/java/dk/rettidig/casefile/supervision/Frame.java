package dk.rettidig.casefile.supervision;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.web.FieldError;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the frame that a team leader supplies: CSV with one case a line. Names lines that are wrong, never what is in them. */
final class Frame {

    private static final String FIELD = "frame";
    private static final int MOST_CASES = 100_000;
    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_HANDLER = 255;

    private final SecureRandom random;
    private final List<FieldError> problems;
    private final Set<String> seen = new HashSet<>();
    private final List<FrameCase> cases = new ArrayList<>();

    private Frame(SecureRandom random, List<FieldError> problems) {
        this.random = random;
        this.problems = problems;
    }

    /** The cases, each under a fresh key; whatever is wrong is added to the problems. */
    static List<FrameCase> read(String csv, SecureRandom random, List<FieldError> problems) {
        Frame frame = new Frame(random, problems);
        String header = csv.lines().findFirst().orElse("");
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(header.contains(";") ? ';' : ',')
                .ofCsvRecord(csv)) {
            frame.rows(reader);
        } catch (java.io.IOException | CsvParseException unreadable) {
            frame.unreadable();
        }
        return frame.cases;
    }

    private void rows(CsvReader<CsvRecord> reader) {
        int columns = 0;
        for (CsvRecord row : reader) {
            if (columns == 0) {
                columns = heading(row);
                if (columns == 0) {
                    return;
                }
            } else if (row.getFieldCount() != columns || cases.size() >= MOST_CASES) {
                unreadable();
                return;
            } else if (problems.size() < MOST_PROBLEMS) {
                line(row);
            }
        }
        if (cases.isEmpty() && problems.isEmpty()) {
            unreadable();
        }
    }

    private int heading(CsvRecord row) {
        List<String> names = row.getFields().stream()
                .map(name -> name.strip().replace("\uFEFF", ""))
                .toList();
        if (names.equals(List.of("case_reference")) || names.equals(List.of("case_reference", "handler"))) {
            return names.size();
        }
        unreadable();
        return 0;
    }

    private void line(CsvRecord row) {
        String field = FIELD + ":" + row.getStartingLineNumber();
        String handler = row.getFieldCount() > 1 ? row.getField(1).strip() : "";
        try {
            CaseReference reference =
                    new CaseReference(new JournalNumber(row.getField(0).strip()).value());
            if (!seen.add(reference.value())) {
                problems.add(new FieldError(field, SupervisionErrorCode.REFERENCE_TWICE));
            } else if (handler.length() > LONGEST_HANDLER || dk.rettidig.text.CprNumbers.in(handler)) {
                problems.add(new FieldError(field, SupervisionErrorCode.REFERENCE_INVALID));
            } else {
                byte[] key = new byte[Draw.KEY_BYTES];
                random.nextBytes(key);
                cases.add(FrameCase.of(key, reference, handler));
            }
        } catch (IllegalArgumentException invalid) {
            problems.add(new FieldError(field, SupervisionErrorCode.REFERENCE_INVALID));
        }
    }

    private void unreadable() {
        problems.add(new FieldError(FIELD, SupervisionErrorCode.FRAME_UNREADABLE));
    }
}
