package dk.rettidig.modelling.evaluation;

import dk.rettidig.modelling.evaluation.EvaluationReport.Reliability;
import dk.rettidig.modelling.evaluation.GroupCounts.Cell;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

/**
 * The figures that the counts of one group permit, with 95 % intervals that need no rows: shares by Wilson (1927), AUC by
 * DeLong, DeLong and Clarke-Pearson (1988), means by their standard error. Immutable.
 */
final class CountedFigures {

    private static final double Z = 1.959964;
    private static final Set<Figure> OF_DECISIONS = EnumSet.of(
            Figure.BASE_RATE,
            Figure.SELECTION_RATE,
            Figure.FALSE_POSITIVE_RATE,
            Figure.FALSE_NEGATIVE_RATE,
            Figure.PRECISION,
            Figure.RECALL);

    private final GroupCounts table;
    private final List<Cell> cells;

    /**
     * The figures of some cells.
     *
     * @param cells of one group of the table
     */
    CountedFigures(GroupCounts table, List<Cell> cells) {
        this.table = table;
        this.cells = List.copyOf(cells);
    }

    /** People in all. */
    long people() {
        return cells.stream().mapToLong(Cell::count).sum();
    }

    double baseRate() {
        return (double) people(true) / people();
    }

    private long people(boolean outcome) {
        return cells.stream()
                .filter(cell -> cell.outcome() == outcome)
                .mapToLong(Cell::count)
                .sum();
    }

    private long selected() {
        return cells.stream()
                .filter(cell -> cell.score() >= table.threshold())
                .mapToLong(Cell::count)
                .sum();
    }

    /** By {@link Figure#id()}; NaN where a figure has no meaning for these people. */
    Map<String, Interval> figures() {
        Judged judged = new Judged(
                "counts",
                "antal",
                "counts",
                cells.stream().mapToDouble(Cell::score).toArray(),
                truth(),
                table.threshold(),
                table.probabilities());
        double[] values = SortedRows.all(judged)
                .figures(cells.stream().mapToInt(Cell::count).toArray());
        Map<String, Interval> figures = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            if (OF_DECISIONS.contains(figure)
                    || (table.banded() && figure == Figure.AUC)
                    || (table.probabilities() && (figure == Figure.BRIER || figure == Figure.CALIBRATION_GAP))) {
                figures.put(figure.id(), interval(figure, values[figure.place()]));
            }
        }
        return figures;
    }

    private boolean[] truth() {
        boolean[] truth = new boolean[cells.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = cells.get(i).outcome();
        }
        return truth;
    }

    private Interval interval(Figure figure, double value) {
        if (Double.isNaN(value)) {
            return new Interval(value, value, value);
        }
        return switch (figure) {
            case BASE_RATE, SELECTION_RATE -> wilson(value, people());
            case FALSE_POSITIVE_RATE -> wilson(value, people(false));
            case FALSE_NEGATIVE_RATE, RECALL -> wilson(value, people(true));
            case PRECISION -> wilson(value, selected());
            case AUC -> around(value, Math.sqrt(varianceOfAuc()), 0, 1);
            case BRIER -> around(value, error((score, came) -> (score - came) * (score - came)), 0, 1);
            case CALIBRATION_GAP -> around(value, error((score, came) -> score - came), -1, 1);
            default -> throw new IllegalArgumentException("counts do not permit " + figure);
        };
    }

    private static Interval wilson(double share, long people) {
        double divisor = 1 + Z * Z / people;
        double middle = (share + Z * Z / (2 * people)) / divisor;
        double half = Z * Math.sqrt(share * (1 - share) / people + Z * Z / (4.0 * people * people)) / divisor;
        return new Interval(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private static Interval around(double value, double error, double least, double most) {
        return Double.isNaN(error)
                ? new Interval(value, least, most)
                : new Interval(value, Math.max(least, value - Z * error), Math.min(most, value + Z * error));
    }

    /** Standard error of the mean of what is measured of each person; NaN for fewer than two. */
    private double error(DoubleBinaryOperator measured) {
        double people = people();
        double sum = 0;
        double squares = 0;
        for (Cell cell : cells) {
            double each = measured.applyAsDouble(cell.score(), cell.outcome() ? 1 : 0);
            sum += cell.count() * each;
            squares += cell.count() * each * each;
        }
        return people < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares - sum * sum / people) / (people - 1) / people);
    }

    private double varianceOfAuc() {
        double with = people(true);
        double without = people(false);
        return placements(true, without) / with + placements(false, with) / without;
    }

    /** Variance, among people of one outcome, of the share of the others whom each is placed rightly against. */
    private double placements(boolean outcome, double others) {
        double people = 0;
        double sum = 0;
        double squares = 0;
        for (Cell cell : cells) {
            if (cell.outcome() == outcome && cell.count() > 0) {
                double placed = rightly(cell) / others;
                people += cell.count();
                sum += cell.count() * placed;
                squares += cell.count() * placed * placed;
            }
        }
        return people < 2 ? Double.NaN : Math.max(0, squares - sum * sum / people) / (people - 1);
    }

    private double rightly(Cell of) {
        double rightly = 0;
        for (Cell other : cells) {
            if (other.outcome() != of.outcome()) {
                int order = Double.compare(of.score(), other.score());
                boolean right = of.outcome() ? order > 0 : order < 0;
                rightly += order == 0 ? 0.5 * other.count() : right ? other.count() : 0;
            }
        }
        return rightly;
    }

    /** What came of each band; bands of fewer people than {@code smallest} are left out. Empty without probabilities. */
    List<Reliability> reliability(int smallest) {
        Map<Double, long[]> bands = new TreeMap<>();
        if (table.probabilities()) {
            for (Cell cell : cells) {
                long[] band = bands.computeIfAbsent(cell.score(), _ -> new long[2]);
                band[0] += cell.count();
                band[1] += cell.outcome() ? cell.count() : 0;
            }
        }
        return bands.entrySet().stream()
                .filter(band -> band.getValue()[0] >= smallest)
                .map(band -> new Reliability(
                        band.getKey(),
                        (double) band.getValue()[1] / band.getValue()[0],
                        Math.toIntExact(band.getValue()[0])))
                .toList();
    }
}
