package dk.rettidig.review;

import dk.rettidig.access.ActorName;
import dk.rettidig.flag.FlagId;
import java.time.Instant;

/**
 * Somebody who read a flag, and who has not acknowledged yet that a source corrected a value of it after it had ended.
 *
 * @param at when the correction was found, the last one where there were several
 */
public record CorrectionNotice(FlagId flag, ActorName reader, Instant at) {

    @Override
    public String toString() {
        return "CorrectionNotice[" + flag + "]";
    }
}
