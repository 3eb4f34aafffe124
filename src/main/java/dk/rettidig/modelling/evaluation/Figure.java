package dk.rettidig.modelling.evaluation;

import java.util.Arrays;

/** A figure of a score or decision against a truth. Shares are 0 to 1; NaN where it has no meaning. */
public enum Figure {
    /** Share of rows with the outcome. */
    BASE_RATE("base_rate", "Hyppighed", "Base rate", false),
    /** Share of pairs with and without the outcome in which the former scores higher, ties counting half. */
    AUC("auc", "AUC", "AUC", false),
    /** Precision at each distinct score, weighted by the recall it adds. */
    AVERAGE_PRECISION("average_precision", "Gennemsnitlig præcision", "Average precision", false),
    /** Mean squared error of probabilities (Brier 1950). */
    BRIER("brier", "Brier", "Brier", true),
    /** Expected calibration error over ten groups of equal size. */
    CALIBRATION_ERROR("calibration_error", "Kalibreringsfejl", "Calibration error", true),
    /** Mean probability less the share with the outcome: above 0, the score says too much. */
    CALIBRATION_GAP("calibration_gap", "Beregnet minus observeret", "Calculated less observed", true),
    /** Share of all rows at or above the threshold. */
    SELECTION_RATE("selection_rate", "Andel over tærsklen", "Selection rate", false),
    /** Share of rows without the outcome at or above the threshold. */
    FALSE_POSITIVE_RATE("false_positive_rate", "Fejlmarkeringer", "False positive rate", false),
    /** Share of rows with the outcome below the threshold. */
    FALSE_NEGATIVE_RATE("false_negative_rate", "Oversete", "False negative rate", false),
    /** Share of the rows at or above the threshold that have the outcome. */
    PRECISION("precision", "Præcision", "Precision", false),
    /** Share of the rows with the outcome at or above the threshold. */
    RECALL("recall", "Genfinding", "Recall", false);

    private final String id;
    private final String danish;
    private final String english;
    private final boolean ofProbabilities;

    Figure(String id, String danish, String english, boolean ofProbabilities) {
        this.id = id;
        this.danish = danish;
        this.english = english;
        this.ofProbabilities = ofProbabilities;
    }

    /** Its place among the figures of a resample. */
    int place() {
        return Arrays.asList(values()).indexOf(this);
    }

    /** Its name in JSON. */
    public String id() {
        return id;
    }

    /** Its name for people, Danish. */
    public String danish() {
        return danish;
    }

    /** Its name for people, English. */
    public String english() {
        return english;
    }

    /** Whether it has a meaning for probabilities only. */
    public boolean ofProbabilities() {
        return ofProbabilities;
    }
}
