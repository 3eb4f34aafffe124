package dk.rettidig.modelling.evaluation;

import java.util.List;

/**
 * How many people of each group had which score and outcome, counted where the attributes may be seen. Attributes such as
 * origin never enter the service; only these counts do. Every attribute divides the same people anew.
 *
 * @param subject what was counted, in words
 * @param banded whether scores are bands of a score; else 1 for selected and 0 for not
 * @param threshold scores of at least this much count as selected
 */
public record GroupCounts(String subject, boolean banded, double threshold, List<Cell> cells) {

    public GroupCounts {
        cells = List.copyOf(cells);
    }

    /**
     * One number of the table.
     *
     * @param attribute by which people are divided, such as origin
     * @param value of the attribute: the group
     * @param score of a band, or 1 and 0 for selected and not
     * @param outcome whether what the score speaks of came true
     * @param count people, at least 0
     */
    public record Cell(String attribute, String value, double score, boolean outcome, int count) {

        public Cell {
            if (count < 0) {
                throw new IllegalArgumentException("a count is at least 0");
            }
        }
    }

    /** Whether scores can be read as probabilities: bands between 0 and 1. */
    boolean probabilities() {
        return banded
                && cells.stream().allMatch(cell -> cell.score() >= 0 && cell.score() <= 1)
                && cells.stream().anyMatch(cell -> cell.score() > 0 && cell.score() < 1);
    }
}
