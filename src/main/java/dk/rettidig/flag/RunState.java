package dk.rettidig.flag;

import dk.rettidig.merkle.Hash;
import java.time.Instant;

/**
 * How far a run has come. Started is committed with its lease before anything is read; finished is committed with all of
 * its effect; aborted has none.
 */
public sealed interface RunState {

    /** When it started. */
    Instant startedAt();

    /** The word in columns and answers. */
    String word();

    /** Under way: somebody holds its lease. */
    record Started(Instant startedAt) implements RunState {
        @Override
        public String word() {
            return "started";
        }
    }

    /**
     * Its flags are raised.
     *
     * @param membership the RFC 6962 root over the salted leaves of all its children
     */
    record Finished(Instant startedAt, Instant endedAt, RunCounts counts, Hash membership) implements RunState {
        @Override
        public String word() {
            return "finished";
        }
    }

    /**
     * Nothing of it counts.
     *
     * @param reason a stable word, for instance {@code lease_lost}
     */
    record Aborted(Instant startedAt, Instant endedAt, String reason) implements RunState {
        @Override
        public String word() {
            return "aborted";
        }
    }
}
