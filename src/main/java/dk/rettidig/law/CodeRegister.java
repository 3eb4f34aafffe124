package dk.rettidig.law;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The code lists of {@code codes/} as values. */
public final class CodeRegister {

    private static final List<String> MUNICIPALITY_COLUMNS = List.of("code", "name", "region", "confidence");
    private static final List<String> NOTIFICATION_COLUMNS = List.of(
            "kind",
            "code",
            "official_code",
            "danish",
            "english",
            "duty_basis",
            "grave",
            "grave_basis",
            "confidence",
            "note");

    private final Map<String, Municipality> municipalities;
    private final List<NotificationCode> notificationCodes;

    private CodeRegister(Map<String, Municipality> municipalities, List<NotificationCode> notificationCodes) {
        this.municipalities = municipalities;
        this.notificationCodes = notificationCodes;
    }

    /** A municipality; {@code 999} is the synthetic one. */
    public record Municipality(String code, String name, String region) {}

    /**
     * A notifier group or a cause of a notification.
     *
     * @param kind {@code notifier} or {@code reason}
     * @param grave {@code yes}, {@code no}, {@code review} or blank
     */
    public record NotificationCode(
            String kind, String code, String danish, String english, String grave, Confidence confidence) {}

    /**
     * Reads both lists.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static CodeRegister read(PolicySet set, List<PolicyProblem> problems) {
        Map<String, Municipality> municipalities = new LinkedHashMap<>();
        for (CsvRecord row : rows(set, PolicySet.MUNICIPALITIES, MUNICIPALITY_COLUMNS, problems)) {
            Municipality municipality = new Municipality(row.getField(0), row.getField(1), row.getField(2));
            if (!municipality.code().matches("[1-9][0-9]{2}")) {
                problem(problems, PolicySet.MUNICIPALITIES, row, "no municipality code", "write three digits");
            } else if (municipalities.putIfAbsent(municipality.code(), municipality) != null) {
                problem(problems, PolicySet.MUNICIPALITIES, row, "the code stands there already", "remove one");
            }
            confidence(problems, PolicySet.MUNICIPALITIES, row, 3);
        }
        return new CodeRegister(municipalities, notificationCodes(set, problems));
    }

    /** The municipality with this code. */
    public Optional<Municipality> municipality(String code) {
        return Optional.ofNullable(municipalities.get(code));
    }

    /** All municipalities in the order of the file. */
    public List<Municipality> municipalities() {
        return List.copyOf(municipalities.values());
    }

    /** All notifier groups and causes in the order of the file. */
    public List<NotificationCode> notificationCodes() {
        return notificationCodes;
    }

    /** The notifier group or cause with this code. */
    public Optional<NotificationCode> notificationCode(String kind, String code) {
        return notificationCodes.stream()
                .filter(each -> each.kind().equals(kind) && each.code().equals(code))
                .findFirst();
    }

    /** Whether there is such a notifier group or cause. */
    public boolean has(String kind, String code) {
        return notificationCode(kind, code).isPresent();
    }

    private static List<NotificationCode> notificationCodes(PolicySet set, List<PolicyProblem> problems) {
        List<NotificationCode> codes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CsvRecord row : rows(set, PolicySet.NOTIFICATION_CODES, NOTIFICATION_COLUMNS, problems)) {
            if (!seen.add(row.getField(0) + " " + row.getField(1))) {
                problem(problems, PolicySet.NOTIFICATION_CODES, row, "the code stands there already", "remove one");
            }
            codes.add(new NotificationCode(
                    row.getField(0),
                    row.getField(1),
                    row.getField(3),
                    row.getField(4),
                    row.getField(6),
                    confidence(problems, PolicySet.NOTIFICATION_CODES, row, 8)));
        }
        return List.copyOf(codes);
    }

    private static List<CsvRecord> rows(
            PolicySet set, String path, List<String> columns, List<PolicyProblem> problems) {
        Optional<String> text = set.file(path).flatMap(PolicyFile::text);
        if (text.isEmpty()) {
            int line = set.file(path).map(PolicyFile::firstLineNotUtf8).orElse(0);
            problems.add(new PolicyProblem(path, line, "missing or not UTF-8", "save the file as UTF-8"));
            return List.of();
        }
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.get())) {
            for (CsvRecord row : reader) {
                if (row.getFieldCount() != columns.size()) {
                    problem(problems, path, row, row.getFieldCount() + " columns", "write " + columns.size());
                } else if (row.getStartingLineNumber() > 1) {
                    rows.add(row);
                } else if (!row.getFields().equals(columns)) {
                    problem(problems, path, row, "other columns", "write " + String.join(",", columns));
                }
            }
        } catch (CsvParseException | java.io.IOException malformed) {
            problems.add(new PolicyProblem(path, rows.size() + 2, "not CSV", "close the quotes"));
        }
        return rows;
    }

    private static Confidence confidence(List<PolicyProblem> problems, String path, CsvRecord row, int column) {
        Optional<Confidence> confidence = Confidence.parse(row.getField(column));
        if (confidence.isEmpty()) {
            problem(problems, path, row, "an unknown confidence", "choose one of " + Confidence.CHOICES);
        }
        return confidence.orElse(Confidence.MEMORY_LOW);
    }

    private static void problem(List<PolicyProblem> problems, String path, CsvRecord row, String found, String todo) {
        problems.add(new PolicyProblem(path, (int) row.getStartingLineNumber(), found, todo));
    }
}
