package dk.rettidig.cli.pseudonymise;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out how a file is written and which column holds the CPR numbers, or says what to do. */
final class LayoutFinder {

    private final Optional<String> column;
    private final Optional<Character> delimiter;

    /**
     * A finder.
     *
     * @param column what the caller said, else the one column whose name means a CPR number
     * @param delimiter what the caller said, else the one that the header uses
     */
    LayoutFinder(Optional<String> column, Optional<Character> delimiter) {
        this.column = column;
        this.delimiter = delimiter;
    }

    Layout find(Path file) throws IOException, InputRefused {
        return isNdjson(file) ? ndjson(file) : csv(file);
    }

    private boolean isNdjson(Path file) throws IOException, InputRefused {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (delimiter.isPresent() || name.endsWith(".csv")) {
            return false;
        }
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return true;
        }
        byte[] first = firstRecord(file, RecordReader.LINES);
        int at = ByteOrderMark.length(first);
        return at < first.length && first[at] == '{';
    }

    private static byte[] firstRecord(Path file, int delimiter) throws IOException, InputRefused {
        try (RecordReader records = open(file, delimiter)) {
            if (!records.next()) {
                throw new InputRefused("empty", "Filen er tom.", "The file is empty.");
            }
            return records.record();
        }
    }

    static RecordReader open(Path file, int delimiter) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return new RecordReader(in, delimiter);
    }

    private Layout csv(Path file) throws IOException, InputRefused {
        if (delimiter.isPresent()) {
            return csv(file, delimiter.get());
        }
        List<Character> used = new ArrayList<>();
        for (char each : new char[] {',', ';'}) {
            if (header(file, each).size() > 1) {
                used.add(each);
            }
        }
        if (used.size() == 2) {
            throw new InputRefused(
                    "delimiter_unclear",
                    "Overskriften har både komma og semikolon. Angiv --delimiter ',' eller --delimiter ';'.",
                    "The header has commas and semicolons. Give --delimiter ',' or --delimiter ';'.");
        }
        return csv(file, used.isEmpty() ? ',' : used.get(0));
    }

    private static List<String> header(Path file, int delimiter) throws IOException, InputRefused {
        byte[] record = firstRecord(file, delimiter);
        CsvFields fields = CsvFields.of(record, ByteOrderMark.length(record), delimiter);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < fields.spans().size(); i++) {
            names.add(fields.text(i).strip());
        }
        return names;
    }

    private Layout csv(Path file, char chosen) throws IOException, InputRefused {
        List<String> names = header(file, chosen);
        String name = choose(names);
        if (names.contains(Layout.PSEUDONYM) && !name.equals(Layout.PSEUDONYM)) {
            throw new InputRefused(
                    "pseudonym_present",
                    "Filen har allerede en kolonne, som hedder pseudonym. Omdøb eller fjern den.",
                    "The file has a column named pseudonym already. Rename or remove it.");
        }
        return new CsvLayout(chosen, names, names.indexOf(name));
    }

    private Layout ndjson(Path file) throws IOException, InputRefused {
        if (column.isPresent()) {
            return new NdjsonLayout(column.get());
        }
        try (RecordReader records = open(file, RecordReader.LINES)) {
            boolean first = true;
            while (records.next()) {
                List<String> names = names(records.record(), first);
                if (!names.isEmpty()) {
                    return new NdjsonLayout(choose(names));
                }
                first = false;
            }
        }
        throw new InputRefused(
                "no_records", "Filen har ingen linje med et JSON-objekt.", "No line of the file is a JSON object.");
    }

    private static List<String> names(byte[] record, boolean first) {
        try {
            return NdjsonLayout.members(record, first ? ByteOrderMark.length(record) : 0).stream()
                    .map(NdjsonLayout.Member::name)
                    .toList();
        } catch (IOException malformed) {
            return List.of();
        }
    }

    private String choose(List<String> names) throws InputRefused {
        List<String> fitting = names.stream()
                .filter(name -> column.map(name::equals).orElseGet(() -> Layout.isKnown(name)))
                .toList();
        if (fitting.isEmpty()) {
            throw column.isPresent()
                    ? new InputRefused(
                            "column_missing",
                            "Filen har ingen kolonne " + column.get() + ".",
                            "The file has no column " + column.get() + ".")
                    : new InputRefused(
                            "column_missing",
                            "Ingen kolonne hedder cpr, cpr_nr, cpr_nummer eller personnummer. Angiv --column NAVN.",
                            "No column is named cpr, cpr_nr, cpr_nummer or personnummer. Give --column NAME.");
        }
        if (fitting.size() > 1) {
            throw new InputRefused(
                    "column_twice",
                    fitting.size() + " kolonner kan være CPR-numre: " + String.join(", ", fitting)
                            + ". Fjern den ene, eller angiv --column NAVN, hvis navnene er forskellige.",
                    fitting.size() + " columns could be CPR numbers: " + String.join(", ", fitting)
                            + ". Remove one, or give --column NAME when the names differ.");
        }
        return fitting.get(0);
    }
}
