package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.pseudonymise.Decisions.Decision;
import dk.rettidig.cli.pseudonymise.PopulationCheck.Candidate;
import dk.rettidig.cli.pseudonymise.PopulationCheck.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people have to decide, as CSV for a spreadsheet: one line for each number that is not in the population and each person
 * it may be meant for. Names lines of the two files and holds no number and no name. Each line is bound to both files.
 */
final class Worklist {

    static final List<String> HEADER =
            List.of("input_line", "input_rows", "population_line", "reason", "similarity", "decision", "files");

    private static final int DECISION = 5;
    private static final Pattern SAME = Pattern.compile("(?:same|samme): ?([1-9][0-9]{0,17})");
    private static final Pattern OTHER = Pattern.compile("other|anden");

    /** Bytes of the binding's hash that are written, each as two letters. */
    private static final int BINDING_BYTES = 16;

    private final PopulationCheck check;
    private final String binding;

    /**
     * Of one check.
     *
     * @param columns how the two files were read
     */
    Worklist(PopulationCheck check, String columns) {
        this.check = check;
        this.binding = letters(Sha256.fresh()
                .digest(String.join(
                                "\n", check.inputSha256(), check.population().sha256(), columns)
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** In letters only: digits could look like a CPR number. */
    private static String letters(byte[] hash) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < BINDING_BYTES; i++) {
            letters.append((char) ('a' + ((hash[i] >> 4) & 0xf))).append((char) ('a' + (hash[i] & 0xf)));
        }
        return letters.toString();
    }

    String binding() {
        return binding;
    }

    private String text() {
        StringBuilder text = new StringBuilder(String.join(";", HEADER)).append("\r\n");
        for (Unknown unknown : check.near()) {
            for (Candidate each : unknown.candidates()) {
                text.append(unknown.line()).append(';').append(unknown.rows()).append(';');
                text.append(each.line())
                        .append(';')
                        .append(each.reason().code())
                        .append(';');
                text.append(each.similarity() < 0 ? "" : String.valueOf(each.similarity()));
                text.append(";;").append(binding).append("\r\n");
            }
        }
        return text.toString();
    }

    /**
     * Writes it, readable by its owner only.
     *
     * @throws InputRefused when another one is there: it may have decisions in it
     */
    void write(Path file) throws IOException, InputRefused {
        byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file)) {
            if (java.util.Arrays.equals(Files.readAllBytes(file), bytes)) {
                return;
            }
            throw new InputRefused(
                    "worklist_exists",
                    file + " findes allerede. Brug den med --worklist, eller flyt den.",
                    file + " exists already. Use it with --worklist, or move it.");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(draft);
        Files.createFile(draft, ownerOnly(file));
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Nobody decided anything. */
    Decisions none(Decisions.Undecided undecided) {
        Decisions decisions = new Decisions(undecided, binding);
        check.near().forEach(each -> decisions.put(each.digits(), new Decisions.Waiting()));
        return decisions;
    }

    /**
     * What people wrote into it.
     *
     * @throws InputRefused when it is of other files, or something in it cannot be understood
     */
    Decisions read(Path file, Decisions.Undecided undecided) throws IOException, InputRefused {
        Map<Long, Unknown> byLine = new HashMap<>();
        check.near().forEach(each -> byLine.put(each.line(), each));
        Map<Long, List<String[]>> answers = new HashMap<>();
        for (String[] row : rows(file)) {
            answers.computeIfAbsent(number(row, 0), _ -> new ArrayList<>()).add(row);
        }
        for (Long line : answers.keySet()) {
            if (!byLine.containsKey(line)) {
                throw changed();
            }
        }
        String sha256 = java.util.HexFormat.of().formatHex(Sha256.fresh().digest(Files.readAllBytes(file)));
        Decisions decisions = new Decisions(undecided, binding + " " + sha256);
        for (Unknown each : check.near()) {
            decisions.put(each.digits(), decision(each, answers.getOrDefault(each.line(), List.of())));
        }
        return decisions;
    }

    private static Decision decision(Unknown unknown, List<String[]> rows) throws InputRefused {
        Optional<Candidate> same = Optional.empty();
        int others = 0;
        for (String[] row : rows) {
            Candidate candidate = unknown.candidates().stream()
                    .filter(each -> each.line() == number(row, 2))
                    .findFirst()
                    .orElseThrow(Worklist::changed);
            String said = row[DECISION].strip().toLowerCase(Locale.ROOT);
            Matcher named = SAME.matcher(said);
            if (named.matches()) {
                if (same.isPresent() || Long.parseLong(named.group(1)) != candidate.line()) {
                    throw unclear(unknown);
                }
                same = Optional.of(candidate);
            } else if (OTHER.matcher(said).matches()) {
                others++;
            } else if (!said.isEmpty()) {
                throw unclear(unknown);
            }
        }
        if (same.isPresent()) {
            return new Decisions.Same(same.get().number());
        }
        return others == unknown.candidates().size() ? new Decisions.Other() : new Decisions.Waiting();
    }

    private List<String[]> rows(Path file) throws IOException, InputRefused {
        List<String[]> rows = new ArrayList<>();
        byte[] header = first(file);
        int delimiter = new String(header, StandardCharsets.UTF_8).indexOf(';') >= 0 ? ';' : ',';
        try (RecordReader records = LayoutFinder.open(file, delimiter)) {
            while (records.next()) {
                boolean atHeader = records.offset() == records.record().length;
                int skipped = atHeader ? ByteOrderMark.length(records.record()) : 0;
                String[] fields = fields(CsvFields.of(records.record(), skipped, delimiter));
                boolean blank = String.join("", fields).isBlank();
                if (atHeader ? !List.of(fields).equals(HEADER) : !blank && !isBound(fields)) {
                    throw changed();
                }
                if (!atHeader && !blank) {
                    rows.add(fields);
                }
            }
        }
        return rows;
    }

    private static byte[] first(Path file) throws IOException, InputRefused {
        try (RecordReader records = LayoutFinder.open(file, RecordReader.LINES)) {
            if (!records.next()) {
                throw changed();
            }
            return records.record();
        }
    }

    private boolean isBound(String[] fields) {
        return fields.length == HEADER.size()
                && fields[HEADER.size() - 1].strip().equals(binding)
                && number(fields, 0) > 0
                && number(fields, 2) > 0;
    }

    private static String[] fields(CsvFields fields) {
        String[] texts = new String[fields.spans().size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = fields.text(i).strip();
        }
        return texts;
    }

    private static long number(String[] row, int field) {
        return row[field].matches("[1-9][0-9]{0,17}") ? Long.parseLong(row[field]) : -1;
    }

    private static InputRefused changed() {
        return new InputRefused(
                "worklist_other",
                "Arbejdslisten hører til andre filer eller kolonner, eller der er ændret andet end kolonnen decision."
                        + " Kør uden --worklist for at få en ny.",
                "The worklist belongs to other files or columns, or more than the column decision was changed."
                        + " Run without --worklist to get a new one.");
    }

    private static InputRefused unclear(Unknown unknown) {
        return new InputRefused(
                "worklist_unclear",
                "Arbejdslisten, input_line " + unknown.line() + ": skriv same:<population_line> i netop den række, det"
                        + " er, other i de andre, eller ingenting.",
                "The worklist, input_line " + unknown.line()
                        + ": write same:<population_line> in the one row that it is,"
                        + " other in the others, or nothing.");
    }
}
