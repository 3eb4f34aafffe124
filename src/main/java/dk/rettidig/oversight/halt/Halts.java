package dk.rettidig.oversight.halt;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Halts on file. Each method takes part in the caller's transaction. */
public interface Halts {

    /** Files a halt; false when the same child has one of this kind for this case that was not lifted. */
    boolean add(Halt halt, Pseudonym child);

    /** Lifts a halt; whom it concerned, or empty when there is none or it was lifted. */
    Optional<Pseudonym> lift(MunicipalityCode municipality, UUID id, ActorName by, Instant at);

    /** The halt. */
    Optional<Halt> find(MunicipalityCode municipality, UUID id);

    /** Whom the halt concerns; asked to count what it keeps, and never shown. */
    Optional<Pseudonym> child(MunicipalityCode municipality, UUID id);

    /** The municipality's halts, those that were not lifted first, newest first. */
    List<Halt> list(MunicipalityCode municipality);

    /** Municipalities that have halts. */
    List<MunicipalityCode> municipalities();

    /** Erases halts that were lifted, or whose last day was over, before the moment; returns how many. */
    int eraseEnded(MunicipalityCode municipality, Instant before);
}
