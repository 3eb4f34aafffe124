package dk.rettidig.monitoring;

import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.scoring.ModelRef;
import java.time.LocalDate;

/**
 * How many children's screenings were concluded alike: all that remains of them.
 *
 * @param quarter first day of the quarter in which they were concluded
 * @param ageBand the code of the indicator AGE_BAND; {@link #UNKNOWN} when it was not known
 * @param became what the latest run before the conclusion made of them
 * @param tenth which tenth (0 to 9) a flag's probability lies in; {@link #UNKNOWN} of others and of flags nobody had read
 * @param need whether need for support was found
 * @param probabilities sum of the flags' probabilities
 */
public record Tally(
        ModelRef model,
        LocalDate quarter,
        int ageBand,
        MemberStatus became,
        int tenth,
        boolean need,
        long children,
        double probabilities) {

    /** An age band or tenth that is not known. */
    public static final int UNKNOWN = -1;

    boolean flagged() {
        return became == MemberStatus.FLAGGED;
    }

    boolean calibrated() {
        return tenth != UNKNOWN;
    }
}
