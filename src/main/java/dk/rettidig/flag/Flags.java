package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import java.util.List;
import java.util.Optional;

/**
 * The flags of a municipality, for {@code review}. Whoever calls has asked the gate. Reads see the one municipality only;
 * moves take part in the caller's transaction, so that a flag moves exactly when its entry is recorded.
 */
public interface Flags {

    /**
     * The municipality's flags that have not ended, by {@link FlagListing#BY_DEADLINE}.
     *
     * @param after the last listing of the page before; empty for the first page
     * @param limit at most so many, 1 to 200
     */
    List<FlagListing> list(MunicipalityCode municipality, Optional<FlagListing> after, int limit);

    /** The flag, whatever its state. */
    Optional<FlagListing> find(MunicipalityCode municipality, FlagId id);

    /** The facts of a flag whose content is not erased, unweighted. */
    Optional<FlagFacts> facts(MunicipalityCode municipality, FlagId id);

    /**
     * The strength of a flag. The database shows it only from state {@code view_sealed} on; that the reader's own view is
     * sealed is for the caller to check.
     */
    Optional<FlagStrength> strength(MunicipalityCode municipality, FlagId id);

    /**
     * What the flag's model says with values that their sources have corrected since; empty when none was, and like the
     * strength before state {@code view_sealed}.
     */
    Optional<Rescored> rescored(MunicipalityCode municipality, FlagId id);

    /**
     * Open → opened; opened and view sealed stay as they are. In the caller's transaction.
     *
     * @param version as the caller last read it; empty when the caller does not mind changes, as when reading
     */
    FlagMove open(MunicipalityCode municipality, FlagId id, Optional<Long> version);

    /** Opened → view sealed; view sealed stays as it is (a second reader). In the caller's transaction. */
    FlagMove sealView(MunicipalityCode municipality, FlagId id, Optional<Long> version);

    /** View sealed → concluded. In the caller's transaction. */
    FlagMove conclude(MunicipalityCode municipality, FlagId id, Optional<Long> version);

    /**
     * Records that the case system acknowledged a concluded flag, or that a person wrote why none is due; from then on
     * the class {@code flag_concluded} of the retention register runs. In the caller's transaction.
     */
    FlagMove acknowledge(MunicipalityCode municipality, FlagId id);
}
