package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.KnownValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What a run reads. */
public interface RunInputs {

    /** Opens the municipality as it is at this moment: whatever is read from the snapshot fits together. */
    Snapshot open(MunicipalityCode municipality);

    /** One consistent view. For one thread; to be closed. */
    interface Snapshot extends AutoCloseable {

        /**
         * The children in scope under the basis on a day, as was known by the moment; in no order.
         *
         * @param maximumDays how many days from its first, which counts, an interval holds at most
         */
        List<Pseudonym> inScope(BasisId basis, int maximumDays, LocalDate day, Instant known);

        /** Children who are not calculated because somebody objected for them (GDPR article 21). */
        List<Pseudonym> objected();

        /**
         * Streams the versions of observations known by the moment, in no order; nothing is kept. Of children who are not
         * calculated no row is read.
         *
         * @return number of rows
         */
        long read(Set<IndicatorId> indicators, Instant known, Rows rows);

        /** The versions of these children's observations known by the moment. */
        Map<Pseudonym, List<Sourced>> of(List<Pseudonym> children, Set<IndicatorId> indicators, Instant known);

        @Override
        void close();
    }

    /** Receives rows as primitives. */
    @FunctionalInterface
    interface Rows {

        /**
         * One row.
         *
         * @param a first of the pseudonym's four big-endian words
         * @param indicator the indicator's code
         * @param fromDay first day of the period, days since 1970-01-01
         * @param toDay last day of the period, days since 1970-01-01
         * @param knownAtMicros microseconds since 1970-01-01T00:00Z
         */
        void row(
                long a,
                long b,
                long c,
                long d,
                short indicator,
                int fromDay,
                int toDay,
                double value,
                long knownAtMicros,
                boolean retracted);
    }

    /**
     * A value and the delivery that brought it.
     *
     * @param delivery the number of the delivery
     */
    record Sourced(KnownValue value, OptionalLong delivery) {}
}
