package dk.rettidig.monitoring;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.RunId;
import dk.rettidig.scoring.ModelRef;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What was measured of a run.
 *
 * @param figures empty when the run had too few children to say anything
 */
public record Measurement(
        RunId run, MunicipalityCode municipality, ModelRef model, Instant at, Judgement judgement, List<Held> figures) {

    public Measurement {
        figures = List.copyOf(figures);
    }

    /**
     * A figure held against its limit.
     *
     * @param accepted whether a named person resumed in spite of a figure like this, not long ago
     */
    public record Held(Figure figure, double limit, boolean breached, boolean accepted) {

        /** Whether it pauses the model. */
        boolean pauses() {
            return breached && !accepted;
        }

        /** How many times its limit a figure is; what is far beyond comes first. */
        double excess() {
            return figure.value() / limit;
        }
    }

    /** Those beyond their limits. */
    public List<Held> breaches() {
        return figures.stream().filter(Held::breached).toList();
    }

    /** Whether figures were held against limits. */
    public enum Judgement {
        /** They were. */
        JUDGED("judged"),
        /** The run had too few children: chance would judge. */
        TOO_FEW("too_few"),
        /** The run was over other children than those the model was made for: its figures say nothing of drift. */
        OTHER_SCOPE("other_scope");

        private final String id;

        Judgement(String id) {
            this.id = id;
        }

        /** The word in rows, entries and JSON. */
        public String id() {
            return id;
        }

        /** Parses the word of a row. */
        public static Judgement parse(String id) {
            return Arrays.stream(values())
                    .filter(each -> each.id.equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
