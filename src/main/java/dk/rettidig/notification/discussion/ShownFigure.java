package dk.rettidig.notification.discussion;

import dk.rettidig.notification.statistics.Cell;
import dk.rettidig.notification.statistics.PublishedFigures.Issue;

/** A figure exactly as it was published. */
public record ShownFigure(Issue issue, Cell cell, long figure) {

    /** Standard errors in a 95 % interval. */
    private static final double NORMAL_95 = 1.96;

    /** What a later figure says beside an earlier. */
    public enum Change {
        /** Chance may explain it. */
        WITHIN_CHANCE,
        HIGHER,
        LOWER,
        /** One of the two is not of a whole period. */
        NOT_COMPARABLE
    }

    /**
     * How far it lies from what would be expected at most, in about 95 of 100: the margin of its protection together with the chance
     * in a count (Poisson). Notifications of one child come together, so this is the least that it varies.
     */
    public double halfWidth() {
        double margin = margin();
        return Math.sqrt(margin * margin + NORMAL_95 * NORMAL_95 * figure);
    }

    /** How far the protection has moved it at most, in 95 of 100. */
    public long margin() {
        return cell.measure().margin(issue.margin());
    }

    /** The lower end, at least 0. */
    public long low() {
        return Math.max(0, (long) Math.floor(figure - halfWidth()));
    }

    /** The upper end. */
    public long high() {
        return (long) Math.ceil(figure + halfWidth());
    }

    /** What this says beside an earlier one: higher or lower only where the intervals do not overlap. */
    public Change since(ShownFigure before) {
        if (!issue.whole() || !before.issue.whole()) {
            return Change.NOT_COMPARABLE;
        }
        if (low() > before.high()) {
            return Change.HIGHER;
        }
        return high() < before.low() ? Change.LOWER : Change.WITHIN_CHANCE;
    }
}
