package dk.rettidig.flag;

import java.util.Locale;

/**
 * How far a run is; for people to watch, not authoritative.
 *
 * @param done of {@code total}, in the stage's own measure
 * @param total 0 when it is not known
 */
public record RunProgress(Stage stage, long done, long total) {

    /** What a run does, in this order. */
    public enum Stage {
        /** Reading observations; counted in rows. */
        READING("læser"),
        /** Asking the model; counted in children. */
        SCORING("beregner"),
        /** Waiting for the checkpoint that seeds the lot. */
        DRAWING("trækker lod"),
        /** Writing flags; counted in flags. */
        RAISING("markerer");

        private final String danish;

        Stage(String danish) {
            this.danish = danish;
        }

        /** The word in columns and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The word on Danish pages. */
        public String danish() {
            return danish;
        }
    }
}
