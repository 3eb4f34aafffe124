package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.FeatureValue;
import dk.rettidig.scoring.ModelRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flags whose values their sources have corrected; in the caller's transaction, one municipality at a time. */
public interface Corrections {

    /** Marks facts whose observation the source has corrected or retracted since; returns the flags that they belong to. */
    List<FlagId> markChanged(MunicipalityCode municipality);

    /** What a flag rests on, with the values as they are now; empty when its content is erased. */
    Optional<Basis> basis(MunicipalityCode municipality, FlagId flag);

    /** Keeps what the model says with the corrected values, in place of what it said before. */
    void keep(MunicipalityCode municipality, FlagId flag, Rescored rescored);

    /**
     * What a flag rests on.
     *
     * @param values by indicator; one that is not there is missing
     * @param stale indicators whose latest value was out of date
     */
    record Basis(ModelRef model, LocalDate asOf, Map<IndicatorId, FeatureValue> values, List<IndicatorId> stale) {

        public Basis {
            values = Map.copyOf(values);
            stale = List.copyOf(stale);
        }

        @Override
        public String toString() {
            return "Basis[" + model + " " + asOf + "]";
        }
    }
}
