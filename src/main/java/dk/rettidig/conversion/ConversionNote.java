package dk.rettidig.conversion;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What the holder of the vault says about a conversion before the pairs are sent: the claims of the compact JWS (RFC 7515) in
 * the header {@value #HEADER}.
 *
 * @param sender claim {@code iss}: the vault's reserved name, or the gate refuses
 * @param id claim {@code jti}, the idempotency key
 * @param pairs how many lines the body has
 * @param sha256 over the bytes on the wire
 */
public record ConversionNote(
        RegistryId sender,
        NoteId id,
        MunicipalityCode municipality,
        ConversionKind kind,
        PseudonymDomain from,
        PseudonymDomain to,
        int pairs,
        Digest sha256,
        Instant issuedAt) {

    /** The header that carries the note. */
    public static final String HEADER = "Rettidig-Conversion-Note";

    /** The {@code typ} that our own tools write; a note without {@code typ} is accepted. */
    public static final String TYPE = "rettidig-conversion-note+jwt";

    /** Most pairs of a delivery: the largest municipality has 112,000 children. */
    public static final int MOST_PAIRS = 250_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    public ConversionNote {
        if (pairs < (kind.mayBeEmpty() ? 0 : 1) || pairs > MOST_PAIRS) {
            throw new IllegalArgumentException(
                    "a conversion has 1 to " + MOST_PAIRS + " pairs, a rotation or a source's perhaps none");
        }
    }

    /** Whether kind, domains and municipality fit together. */
    public boolean isCoherent() {
        boolean own = from.municipality().equals(municipality.value());
        return own
                && to.source().isEmpty()
                && switch (kind) {
                    case ROTATION -> to.equals(from.next());
                    case MERGE -> to.equals(from);
                    case MOVE ->
                        !to.municipality().equals(from.municipality())
                                && to.use().equals(from.use())
                                && from.source().isEmpty();
                    case SOURCE -> from.isOfSourceUnder(to);
                };
    }

    /** The note as a compact JWS. */
    public String signedWith(SigningKey key) {
        String claims = JSON.createObjectNode()
                .put("iss", sender.value())
                .put("jti", id.value())
                .put("municipality", municipality.value())
                .put("kind", kind.id())
                .put("from_domain", from.text())
                .put("to_domain", to.text())
                .put("pairs", pairs)
                .put("sha256", sha256.text())
                .put("iat", issuedAt.getEpochSecond())
                .toString();
        return Jws.sign(key, TYPE, claims.getBytes(StandardCharsets.UTF_8));
    }
}
