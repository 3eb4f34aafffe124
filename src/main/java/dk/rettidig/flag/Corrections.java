package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.merkle.Hash;
import dk.rettidig.scoring.FeatureValue;
import dk.rettidig.scoring.ModelRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flags whose values their sources have corrected; in the caller's transaction, one municipality at a time. */
public interface Corrections {

    /**
     * Flags, not ended or concluded, with a fact whose observation the source has corrected or retracted since and that is not
     * marked so. A flag whose content is erased is never among them.
     */
    List<FlagId> changed(MunicipalityCode municipality);

    /** Marks those facts of these flags; returns the flags that were marked. */
    List<FlagId> mark(MunicipalityCode municipality, List<FlagId> flags);

    /** Which of these flags a person has concluded. */
    List<FlagId> concluded(MunicipalityCode municipality, List<FlagId> flags);

    /** Notes that a flag's copy contradicts its entry; returns those of which that was not noted before. */
    List<FlagId> refuse(MunicipalityCode municipality, List<FlagId> flags, Instant at);

    /** When a flag's copy was made and the salt of its commitment; empty when there is no such flag. */
    Optional<Copied> copied(MunicipalityCode municipality, FlagId flag);

    /** What a flag rests on, with the values as they are now; empty when its content is erased. */
    Optional<Basis> basis(MunicipalityCode municipality, FlagId flag);

    /** Keeps what the model says with the corrected values, in place of what it said before. */
    void keep(MunicipalityCode municipality, FlagId flag, Rescored rescored);

    /**
     * The copy of a flag's values.
     *
     * @param at when the run that made it ended
     * @param salt of {@link CopyCommitment}; empty for a flag from before there was one, and when the content is erased
     */
    record Copied(Instant at, Optional<Hash> salt) {}

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
