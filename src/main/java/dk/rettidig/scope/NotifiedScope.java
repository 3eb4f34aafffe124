package dk.rettidig.scope;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Puts a child in scope because of a notification that a person registered here, and ends it when a person concluded the
 * screening. What a registry delivers as {@link Scopes#NOTIFIED} fills the same table. Takes part in the caller's transaction.
 */
public interface NotifiedScope {

    /**
     * An interval from the day of receipt on.
     *
     * @param to the last day that the legal basis permits
     */
    void begin(
            MunicipalityCode municipality,
            BasisId basis,
            Pseudonym child,
            LocalDate from,
            LocalDate to,
            Instant knownAt);

    /** Ends the interval that began on the day; from the moment on the child is not in scope by it. */
    void end(MunicipalityCode municipality, BasisId basis, Pseudonym child, LocalDate from, Instant knownAt);
}
