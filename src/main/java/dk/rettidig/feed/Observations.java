package dk.rettidig.feed;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.Set;

/**
 * The stored observations, for runs. Who reads has asked the gate before. Rows come in no order, corrections and
 * retractions as rows of their own: of one pseudonym, indicator and period the row with the latest {@code knownAt} counts,
 * and nothing counts when that one is retracted.
 */
public interface Observations {

    /**
     * Streams the observations of a municipality as they were known at a moment, as binary {@code COPY} and without an
     * object a row. Runs in a read-only transaction of its own.
     *
     * @param indicators codes of the catalogue
     * @param knownUntil rows known later are left out
     * @return number of rows visited
     */
    long stream(MunicipalityCode municipality, Set<Short> indicators, Instant knownUntil, Visitor visitor);

    /** Takes one observation after the other. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Takes an observation.
         *
         * @param buffer holds the 32 bytes of the pseudonym from {@code pseudonymOffset} on; reused after the call
         * @param fromEpochDay first day of the period, days since 1970-01-01
         * @param toEpochDay last day of the period
         * @param knownAtMicros microseconds since 1970-01-01T00:00Z
         */
        void accept(
                byte[] buffer,
                int pseudonymOffset,
                short indicator,
                int fromEpochDay,
                int toEpochDay,
                long knownAtMicros,
                double value,
                boolean retracted);
    }
}
