package dk.rettidig.authority;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.time.Instant;

/**
 * The claims of a request whose signature was made by an approved client.
 *
 * @param id {@code jti}, used once
 * @param sha256 of the body, 64 lower case hexadecimal digits
 */
public record VerifiedRequest(Client client, String id, PseudonymDomain domain, String sha256, Instant issuedAt) {

    /** Who asks, as gate and ledger know it. */
    public Actor actor() {
        return new Actor.Registry(new ActorName(client.id().value()), client.municipality());
    }
}
