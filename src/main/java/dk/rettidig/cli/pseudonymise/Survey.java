package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.console.ProgressBar;
import dk.rettidig.pseudonym.CprNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a file holds, found out before anything is asked for: persons, rows that stay out and why, and where a number stands
 * outside its column. Knows line numbers and names of columns, and shows no number.
 */
final class Survey {

    /** Lines named one by one. */
    static final int NAMED = 20;

    /** Stands where the pseudonym will; no digit in it. */
    private static final String PLACEHOLDER = "x".repeat(dk.rettidig.pseudonym.Pseudonym.TEXT_LENGTH);

    /**
     * A line.
     *
     * @param what a column's name or words for a reason
     */
    record Named(long line, String what) {}

    private final NumberSet numbers = new NumberSet();
    private final Map<RowProblem, Long> problems = new EnumMap<>(RowProblem.class);
    private final Map<CprNumber.Kind, Long> kinds = new EnumMap<>(CprNumber.Kind.class);
    private final List<Row.Bad> firstBad = new ArrayList<>();
    private final List<Named> firstLeaks = new ArrayList<>();
    private final LocalDate today;
    private String sha256 = "";
    private int persons;
    private long good;
    private long bad;
    private long leaks;

    private Survey(LocalDate today) {
        this.today = today;
    }

    /** Reads the file twice: once for its numbers, once for where else they stand. */
    static Survey of(Path file, Layout layout, RejectedRows rejected, LocalDate today, ProgressBar bar)
            throws IOException, InputRefused {
        Survey survey = new Survey(today);
        try (RowReader rows = new RowReader(file, layout)) {
            while (rows.next()) {
                survey.see(rows.row(), rejected);
                bar.at(rows.offset() / 2);
            }
            survey.sha256 = rows.sha256();
        }
        long half = java.nio.file.Files.size(file) / 2;
        NumberSearch search = new NumberSearch(survey.numbers);
        try (RowReader rows = new RowReader(file, layout)) {
            while (rows.next()) {
                survey.search(rows, search, layout);
                bar.at(half + (rows.offset() + 1) / 2);
            }
        }
        return survey;
    }

    private void see(Row row, RejectedRows rejected) throws IOException {
        row.written().ifPresent(numbers::add);
        switch (row) {
            case Row.Kept _ -> {
                // Nobody in it.
            }
            case Row.Bad each -> {
                bad++;
                problems.merge(each.problem(), 1L, Long::sum);
                rejected.add(each);
                if (firstBad.size() < NAMED) {
                    firstBad.add(each);
                }
            }
            case Row.Good each -> {
                good++;
                if (numbers.add(each.number())) {
                    persons++;
                    kinds.merge(each.number().kind(today), 1L, Long::sum);
                }
            }
        }
    }

    private void search(RowReader rows, NumberSearch search, Layout layout) {
        byte[] output = rows.row().output(PLACEHOLDER);
        int at = search.find(output);
        if (at < 0) {
            return;
        }
        leaks++;
        if (firstLeaks.size() < NAMED) {
            firstLeaks.add(new Named(rows.line(), layout.columnAt(output, at)));
        }
    }

    /** Whatever must be nowhere in the output. */
    NumberSet numbers() {
        return numbers;
    }

    /** How many persons there are: numbers that stand for nobody here are none. */
    int persons() {
        return persons;
    }

    /** Persons of each kind. */
    Map<CprNumber.Kind, Long> kinds() {
        return kinds;
    }

    Map<RowProblem, Long> problems() {
        return problems;
    }

    List<Row.Bad> firstBad() {
        return firstBad;
    }

    /** The first rows where a number of the file stands outside its column, with that column's name. */
    List<Named> firstLeaks() {
        return firstLeaks;
    }

    long leaks() {
        return leaks;
    }

    /** Rows with a person. */
    long good() {
        return good;
    }

    /** Rows that stay out. */
    long bad() {
        return bad;
    }

    /** Of the input. */
    String sha256() {
        return sha256;
    }
}
