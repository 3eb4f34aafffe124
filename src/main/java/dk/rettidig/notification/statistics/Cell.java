package dk.rettidig.notification.statistics;

/**
 * One figure of an edition.
 *
 * @param category a code of the dimension; {@code all} for {@link Dimension#TOTAL}
 */
public record Cell(Measure measure, Dimension dimension, String category) {

    /** The one category of {@link Dimension#TOTAL}. */
    public static final String ALL = "all";

    /** Its name in the noise: every dimension and category in a fixed order. Never changes, or old editions would. */
    public String name() {
        return "measure=" + measure.id() + ";" + dimension.id() + "=" + category;
    }
}
