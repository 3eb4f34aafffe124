package dk.rettidig.authority;

import dk.rettidig.access.ActorName;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.time.Instant;
import java.util.Optional;

/** Which domains' keys two people erased. Called inside a transaction; a row that was approved stays for ever. */
public interface Erasures {

    /**
     * A proposal to erase a domain's key.
     *
     * @param by who proposed
     */
    record Proposal(PseudonymDomain domain, ActorName by, Instant at) {}

    /** The proposal that waits for another person. */
    Optional<Proposal> proposed(PseudonymDomain domain);

    /** Files a proposal in place of an earlier one; false when the domain was erased. */
    boolean propose(Proposal proposal);

    /** Approves what another person proposed since the moment; false when there is no such proposal any more. */
    boolean approve(PseudonymDomain domain, ActorName by, Instant proposedSince, Instant at);

    /** Whether the domain was erased. */
    boolean isErased(PseudonymDomain domain);
}
