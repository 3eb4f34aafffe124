package dk.rettidig.authority;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The claims of a request whose signature was made by an approved client.
 *
 * @param id {@code jti}, used once; free text of the client's, so only its digest is kept and entered
 * @param sha256 of the body, 64 lower case hexadecimal digits
 */
public record VerifiedRequest(Client client, String id, PseudonymDomain domain, String sha256, Instant issuedAt) {

    /** What is kept of the id: its SHA-256, 64 lower case hexadecimal digits. */
    public String idDigest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }

    /** Who asks, as gate and ledger know it. */
    public Actor actor() {
        return new Actor.Registry(new ActorName(client.id().value()), client.municipality());
    }
}
