package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.console.ProgressBar;
import dk.rettidig.cli.pseudonymise.PersonColumns.Person;
import dk.rettidig.pseudonym.CprNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the numbers of a file against a population: which are not in it, and which of its people each of these may be meant for.
 * The population takes one bit a number (ADR 101); what is remembered one by one are the numbers that are not in it.
 */
final class PopulationCheck {

    /** Numbers outside the population, at most: with more it is the wrong file. */
    static final int MOST_UNKNOWN = 100_000;

    /**
     * A file and how it is read.
     *
     * @param person where names and birth dates stand, when they are to be compared
     */
    record Source(Path file, Layout layout, Optional<PersonColumns> person) {}

    /** What a population file holds. */
    record Population(NumberSet numbers, long rows, long rejected, String sha256) {

        @Override
        public String toString() {
            return "Population[" + rows + " hidden]";
        }
    }

    /**
     * Somebody who may be meant.
     *
     * @param line of the population file
     * @param similarity of the names, 0 to 100; -1 when they are not compared
     */
    record Candidate(long line, CprNumber number, Reason reason, int similarity) {}

    /** A number that is not in the population, from the first row that has it. */
    static final class Unknown {

        private final Digits digits;
        private final long line;
        private final Optional<Person> person;
        private final List<Candidate> candidates = new ArrayList<>();
        private long rows;

        private Unknown(Digits digits, long line, Optional<Person> person) {
            this.digits = digits;
            this.line = line;
            this.person = person;
        }

        Digits digits() {
            return digits;
        }

        long line() {
            return line;
        }

        long rows() {
            return rows;
        }

        List<Candidate> candidates() {
            return candidates.stream()
                    .sorted(Comparator.comparingInt(Candidate::similarity)
                            .reversed()
                            .thenComparing(Candidate::line))
                    .toList();
        }

        private void add(long at, CprNumber number, Reason reason, Optional<Person> other) {
            if (candidates.stream().noneMatch(each -> each.number().equals(number))) {
                candidates.add(new Candidate(at, number, reason, similarity(other)));
            }
        }

        private int similarity(Optional<Person> other) {
            return person.isPresent() && other.isPresent()
                    ? Names.similarity(person.get().name(), other.get().name())
                    : -1;
        }
    }

    private record Link(Unknown unknown, Reason reason) {}

    private final Population population;
    private final Map<Digits, Unknown> unknown = new LinkedHashMap<>();
    private final Map<CprNumber, List<Link>> wanted = new HashMap<>();
    private final Map<LocalDate, List<Unknown>> byBirthDate = new HashMap<>();
    private String inputSha256 = "";

    private PopulationCheck(Population population) {
        this.population = population;
    }

    /** Reads the population, the input, and the population again for the lines of those who may be meant. */
    static PopulationCheck of(Source input, Source population, ProgressBar bar) throws IOException, InputRefused {
        PopulationCheck check = new PopulationCheck(read(population, bar));
        check.readInput(input);
        if (!check.unknown.isEmpty()) {
            check.readCandidates(population);
        }
        return check;
    }

    private static Population read(Source source, ProgressBar bar) throws IOException, InputRefused {
        NumberSet numbers = new NumberSet();
        long good = 0;
        long bad = 0;
        try (RowReader rows = new RowReader(source.file(), source.layout())) {
            while (rows.next()) {
                if (rows.row() instanceof Row.Good row) {
                    numbers.add(row.number());
                    good++;
                } else if (rows.row() instanceof Row.Bad) {
                    bad++;
                }
                bar.at(rows.offset());
            }
            return new Population(numbers, good, bad, rows.sha256());
        }
    }

    private void readInput(Source input) throws IOException, InputRefused {
        try (RowReader rows = new RowReader(input.file(), input.layout())) {
            while (rows.next()) {
                Optional<Digits> digits = outside(rows.row());
                if (digits.isPresent()) {
                    see(digits.get(), rows, input);
                }
            }
            inputSha256 = rows.sha256();
        }
        for (Unknown each : unknown.values()) {
            for (Digits.Near near : each.digits.near(population.numbers())) {
                wanted.computeIfAbsent(near.number(), _ -> new ArrayList<>()).add(new Link(each, near.reason()));
            }
            each.person.ifPresent(person -> byBirthDate
                    .computeIfAbsent(person.birthDate(), _ -> new ArrayList<>())
                    .add(each));
        }
    }

    private Optional<Digits> outside(Row row) {
        return switch (row) {
            case Row.Kept _ -> Optional.empty();
            case Row.Good good ->
                Optional.of(good.number())
                        .filter(number -> !population.numbers().holds(number))
                        .map(Digits::of);
            case Row.Bad bad -> bad.misread().map(misread -> Digits.of(misread.digits()));
        };
    }

    private void see(Digits digits, RowReader rows, Source input) throws InputRefused {
        Unknown known = unknown.get(digits);
        if (known == null) {
            if (unknown.size() == MOST_UNKNOWN) {
                throw new InputRefused(
                        "population_other",
                        "Mere end " + MOST_UNKNOWN + " numre står ikke i befolkningsudtrækket. Er det den rigtige fil?",
                        "More than " + MOST_UNKNOWN + " numbers are not in the population. Is it the right file?");
            }
            known = new Unknown(digits, rows.line(), input.person().flatMap(columns -> columns.read(rows)));
            unknown.put(digits, known);
        }
        known.rows++;
    }

    private void readCandidates(Source source) throws IOException, InputRefused {
        try (RowReader rows = new RowReader(source.file(), source.layout())) {
            while (rows.next()) {
                if (rows.row() instanceof Row.Good row) {
                    Optional<Person> person = byBirthDate.isEmpty() && !wanted.containsKey(row.number())
                            ? Optional.empty()
                            : source.person().flatMap(columns -> columns.read(rows));
                    wanted.getOrDefault(row.number(), List.of())
                            .forEach(link -> link.unknown().add(row.line(), row.number(), link.reason(), person));
                    person.ifPresent(other -> addNamesakes(row, other));
                }
            }
            if (!rows.sha256().equals(population.sha256())) {
                throw new InputRefused(
                        "population_changed",
                        "Befolkningsudtrækket blev ændret imens.",
                        "The population file was changed meanwhile.");
            }
        }
    }

    private void addNamesakes(Row.Good row, Person other) {
        for (Unknown each : byBirthDate.getOrDefault(other.birthDate(), List.of())) {
            if (each.similarity(Optional.of(other)) >= Names.SIMILAR) {
                each.add(row.line(), row.number(), Reason.SAME_BIRTH_DATE_SIMILAR_NAME, Optional.of(other));
            }
        }
    }

    Population population() {
        return population;
    }

    /** How many numbers, or ten digits that are none, are not in the population. */
    int unknown() {
        return unknown.size();
    }

    /** Those of them for whom somebody in the population may be meant. */
    List<Unknown> near() {
        return unknown.values().stream()
                .filter(each -> !each.candidates.isEmpty())
                .toList();
    }

    /** SHA-256 of the input. */
    String inputSha256() {
        return inputSha256;
    }

    @Override
    public String toString() {
        return "PopulationCheck[" + unknown.size() + " hidden]";
    }
}
