package dk.rettidig.authority;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * The claims of a request whose signature was made by an approved client.
 *
 * @param id {@code jti}, used once; free text of the client's, so only its digest is kept and entered
 * @param to of a conversion: the other domain
 * @param sha256 of the body, 64 lower case hexadecimal digits
 */
public record VerifiedRequest(
        Client client,
        String id,
        PseudonymDomain domain,
        Optional<PseudonymDomain> to,
        String sha256,
        Instant issuedAt) {

    /** What is kept of the id: its SHA-256, 64 lower case hexadecimal digits. */
    public String idDigest() {
        return Sha256.hex(id);
    }

    /** Who asks, as gate and ledger know it. */
    public Actor actor() {
        return new Actor.Registry(new ActorName(client.id().value()), client.municipality());
    }
}
