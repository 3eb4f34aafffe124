package dk.rettidig.oversight.erasure;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests on file. Each method takes part in the caller's transaction. */
public interface ErasureRequests {

    /** Files a request; false when one for the same child waits for a decision. */
    boolean add(ErasureRequest request, Pseudonym child);

    /** The request. */
    Optional<ErasureRequest> find(MunicipalityCode municipality, UUID id);

    /** The municipality's requests, those that wait first, newest first. */
    List<ErasureRequest> list(MunicipalityCode municipality);

    /** Whom a request concerns that waits for a decision; nobody else decides on it before the transaction ends. */
    Optional<Pseudonym> lockWaiting(MunicipalityCode municipality, UUID id);

    /** Files the decision and forgets the pseudonym. */
    void decide(ErasureRequest request, ErasureRequest.Decision decision);

    /** Whether a halt of the child is in force today. */
    boolean isHalted(MunicipalityCode municipality, Pseudonym child);

    /** Municipalities that have requests. */
    List<MunicipalityCode> municipalities();

    /** Erases requests that were decided before the moment, unless a halt keeps them; returns how many. */
    int eraseDecided(MunicipalityCode municipality, Instant before);
}
