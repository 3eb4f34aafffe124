package dk.rettidig.scoring;

/** What a model does when nothing current is known of a feature. Absence is never read as zero. */
public enum MissingRule {
    /** A bin of its own, with a weight learned from children of whom nothing was known. */
    OWN_BIN,
    /** The model abstains. */
    ABSTAIN
}
