package dk.rettidig.monitoring;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.scoring.ModelRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pauses and withdrawals on file. Each method takes part in the caller's transaction. */
public interface Pauses {

    /** Files a pause; false when one of this model stands already. */
    boolean add(Pause pause);

    /** Whether one of the model stands. */
    boolean stands(MunicipalityCode municipality, ModelRef model);

    /** The pause. */
    Optional<Pause> find(MunicipalityCode municipality, UUID id);

    /** Lifts a pause; false when somebody has already. */
    boolean resume(MunicipalityCode municipality, UUID id, ActorKind by, Instant at);

    /** The municipality's pauses, those that stand first, then latest first. */
    List<Pause> list(MunicipalityCode municipality);

    /** How many stand in all municipalities. */
    long standing();

    /** Files a withdrawal; false when there is one of this model. */
    boolean add(Withdrawal withdrawal);

    /** Whether the model is withdrawn. */
    boolean withdrawn(MunicipalityCode municipality, ModelRef model);

    /** The municipality's withdrawals, latest first. */
    List<Withdrawal> withdrawals(MunicipalityCode municipality);
}
