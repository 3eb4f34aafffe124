package dk.rettidig.ledger.witness;

import java.time.Instant;

/**
 * How a witness did when it was asked last.
 *
 * @param name the name of its key
 * @param size leaves of the tree that it cosigned last, as far as this process knows
 * @param at when it was asked
 */
public record WitnessStatus(String name, State state, long size, Instant at) {

    /** What came of it. */
    public enum State {
        /** Not asked since this process is the sequencer. */
        NOT_ASKED,
        /** It cosigned. */
        COSIGNED,
        /** No answer in time. */
        SLOW,
        /** No connection, the answer broke off, or it or a proxy says that it is away (5xx). */
        UNREACHABLE,
        /** It does not follow this log, or does not know its key. */
        UNKNOWN_THERE,
        /** It says that the checkpoint does not extend what it cosigned. */
        REFUSED,
        /** It says that it cosigned a larger tree. */
        AHEAD,
        /** Its answer is no cosignature by its key of this checkpoint; a redirect is not followed. */
        WRONG_ANSWER;

        /** Lower case, for health and metrics. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
