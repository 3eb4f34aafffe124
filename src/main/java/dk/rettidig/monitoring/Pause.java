package dk.rettidig.monitoring;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.RunId;
import dk.rettidig.scoring.ModelRef;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a model raises no flags in a municipality.
 *
 * @param run the run that was measured; empty when concluded screenings were
 * @param figure the one farthest beyond its limit; others of the run may be beyond theirs too
 * @param limit of that day
 */
public record Pause(
        UUID id,
        MunicipalityCode municipality,
        ModelRef model,
        Optional<RunId> run,
        Figure figure,
        double limit,
        Instant pausedAt,
        Optional<Resumption> resumed) {

    /** When and by what task of a person it was lifted; who it was stands in the ledger. */
    public record Resumption(Instant at, ActorKind by) {}

    /** Whether it holds. */
    public boolean stands() {
        return resumed.isEmpty();
    }
}
