package dk.rettidig.review.reidentification;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.ledger.AppendId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The requests of a municipality. Implemented by the store; takes part in the caller's transaction. Each step is taken by one
 * conditional statement, so that of two who take it at once one finds it taken.
 */
public interface Reidentifications {

    /** Files a request; false when the person has one under way about the flag. */
    boolean ask(Reidentification request);

    /** The request. */
    Optional<Reidentification> find(MunicipalityCode municipality, ReidentificationId id);

    /** The person's requests about the flag, latest first. */
    List<Reidentification> about(MunicipalityCode municipality, FlagId flag, ActorName by);

    /** Requests made since a moment, latest first. */
    List<Reidentification> since(MunicipalityCode municipality, Instant from, int limit);

    /** Requested → approved or declined; false when it is no longer requested, or waited too long. */
    boolean decide(Reidentification request, Reidentification.Decision decision);

    /** Requested, approved or ticketed → withdrawn; false when it is none of these. */
    boolean withdraw(Reidentification request);

    /** Approved or ticketed → ticketed, the former ticket being worth nothing; false when the approval does not stand. */
    boolean ticket(Reidentification request, Reidentification.IssuedTicket ticket, Instant now);

    /** Ticketed → redeemed; false unless exactly this ticket waits to be redeemed and has not expired. */
    boolean redeem(Reidentification request, String ticketDigest, String redemptionDigest, Instant now);

    /** Notes the entry of the redemption. */
    void enter(Reidentification request, AppendId entry);

    /** Marks what waited or stood too long as lapsed, and returns it. */
    List<Reidentification> lapse(MunicipalityCode municipality, Instant now);
}
