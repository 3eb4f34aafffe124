package dk.rettidig.flag;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * The facts a flag rests on, without weight, direction or order of strength: what a caseworker reads first. Values are in
 * the order of the indicators' ids.
 *
 * @param asOf the day as of which the run read; nothing that became known later was used
 * @param model name and version of the released model, {@code name/version}
 * @param missing indicators of the model for which nothing was delivered
 * @param retracted indicators whose latest value the source had taken back before the run read
 * @param stale indicators whose latest value was older than its freshness allows, and was not used
 */
public record FlagFacts(
        FlagListing listing,
        Pseudonym pseudonym,
        LocalDate asOf,
        String model,
        List<Fact> values,
        List<IndicatorId> missing,
        List<IndicatorId> retracted,
        List<IndicatorId> stale) {

    public FlagFacts {
        values = List.copyOf(values);
        missing = List.copyOf(missing);
        retracted = List.copyOf(retracted);
        stale = List.copyOf(stale);
    }

    /**
     * A copy of one observation as the run used it.
     *
     * @param value in the indicator's unit
     * @param knownAt when it was known at the source
     * @param delivery the number of the delivery that brought it, where it is still known
     * @param change whether the source has changed it since
     */
    public record Fact(
            IndicatorId indicator,
            LocalDate from,
            LocalDate to,
            double value,
            Instant knownAt,
            OptionalLong delivery,
            Change change) {

        @Override
        public String toString() {
            return "Fact[" + indicator + " " + from + "/" + to + "]";
        }
    }

    /** What the source has done to a value since the run read it. */
    public enum Change {
        NONE,
        CORRECTED,
        RETRACTED
    }

    @Override
    public String toString() {
        return "FlagFacts[" + listing.id() + "]";
    }
}
