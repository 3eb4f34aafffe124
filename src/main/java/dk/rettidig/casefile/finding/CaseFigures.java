package dk.rettidig.casefile.finding;

import dk.rettidig.casefile.finding.CaseChecks.Cell;
import dk.rettidig.casefile.finding.CaseChecks.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many demands stood how, month by month.
 *
 * @param newest the latest check; empty before the first
 * @param guarded whether the reader sees aggregates only: whole municipality, months that are over, rounded, small ones hidden
 */
public record CaseFigures(Optional<Check> newest, boolean guarded, List<Figure> figures) {

    /** Below this a count is hidden from those who see aggregates only, and theirs are rounded to multiples of it. */
    public static final int FEWEST = 5;

    public CaseFigures {
        figures = List.copyOf(figures);
    }

    /**
     * One count.
     *
     * @param month its first day
     * @param asOf the day of the last check in it
     * @param unit empty where the record names none, and for all units together
     * @param findings empty where it is hidden
     */
    public record Figure(
            LocalDate month,
            LocalDate asOf,
            String rule,
            int version,
            Optional<Integer> unit,
            FoundState state,
            OptionalLong findings) {}

    /** Exact counts by unit, for those who work on the cases. */
    static CaseFigures exact(Optional<Check> newest, List<Cell> cells) {
        return new CaseFigures(
                newest,
                false,
                cells.stream()
                        .map(cell -> figure(cell, OptionalLong.of(cell.findings()), unit(cell)))
                        .toList());
    }

    private static Optional<Integer> unit(Cell cell) {
        return cell.unit() == 0 ? Optional.empty() : Optional.of(cell.unit());
    }

    /** What the others see of the same counts. */
    static CaseFigures guarded(Optional<Check> newest, List<Cell> cells, LocalDate today) {
        record Sum(LocalDate month, String rule, int version, FoundState state) {}
        Map<Sum, List<Cell>> sums = cells.stream()
                .filter(cell -> cell.month().isBefore(today.withDayOfMonth(1)))
                .collect(Collectors.groupingBy(
                        cell -> new Sum(cell.month(), cell.rule(), cell.version(), cell.state()),
                        () -> new TreeMap<>(java.util.Comparator.comparing(Sum::month)
                                .reversed()
                                .thenComparing(Sum::rule)
                                .thenComparing(Sum::version)
                                .thenComparing(Sum::state)),
                        Collectors.toList()));
        return new CaseFigures(
                newest.map(last -> new Check(last.day(), rounded(last.cases()).orElse(0), last.policy(), last.at())),
                true,
                sums.values().stream()
                        .map(of -> figure(
                                of.getFirst(),
                                rounded(of.stream().mapToLong(Cell::findings).sum()),
                                Optional.empty()))
                        .toList());
    }

    /** How many demands stood so at the latest check. */
    public long now(FoundState state) {
        return figures.stream()
                .filter(figure ->
                        newest.filter(last -> last.day().equals(figure.asOf())).isPresent())
                .filter(figure -> figure.state() == state)
                .mapToLong(figure -> figure.findings().orElse(0))
                .sum();
    }

    private static Figure figure(Cell cell, OptionalLong findings, Optional<Integer> unit) {
        return new Figure(cell.month(), cell.asOf(), cell.rule(), cell.version(), unit, cell.state(), findings);
    }

    /** The nearest multiple of {@link #FEWEST}; empty where there are fewer. */
    private static OptionalLong rounded(long count) {
        return count < FEWEST ? OptionalLong.empty() : OptionalLong.of((count + FEWEST / 2) / FEWEST * FEWEST);
    }
}
