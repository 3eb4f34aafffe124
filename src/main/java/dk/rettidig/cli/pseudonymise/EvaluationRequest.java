package dk.rettidig.cli.pseudonymise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The body of a batch and the signed header that speaks for it (docs/authority.md section 3). */
final class EvaluationRequest {

    static final String HEADER = "Rettidig-Evaluation-Request";
    static final String SUITE = "P256-SHA256";
    static final String MODE = "voprf";

    /** The {@code typ} of the header. */
    static final String TYPE = "rettidig-evaluation-request+jwt";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_LETTERS = 32;

    private final PseudonymDomain domain;
    private final Optional<PseudonymDomain> to;
    private final byte[] body;

    /** A request for an evaluation, or for a conversion when there is another domain. */
    EvaluationRequest(PseudonymDomain domain, Optional<PseudonymDomain> to, List<Element> blinded) {
        this.domain = domain;
        this.to = to;
        ObjectNode content = JSON.createObjectNode().put("suite", SUITE).put("mode", MODE);
        to.ifPresent(other -> content.put("to", other.text()));
        ArrayNode elements = content.putArray("elements");
        blinded.forEach(element -> elements.add(Base64.getEncoder().encodeToString(element.bytes())));
        this.body = content.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The path at an authority, for the holder with this number. */
    String path(int holder) {
        return "/api/v1/authority/domains/" + domain.text() + (holder == 0 ? "" : "/shares/" + holder)
                + (to.isPresent() ? "/conversions" : "/evaluations");
    }

    byte[] body() {
        return body;
    }

    /** The header, with an id never used before. */
    String signed(String client, SigningKey key, Instant now) {
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", client)
                .put("jti", freshId())
                .put("domain", domain.text())
                .put("sha256", HexFormat.of().formatHex(Sha256.fresh().digest(body)))
                .put("iat", now.getEpochSecond());
        to.ifPresent(other -> claims.put("to", other.text()));
        return Jws.sign(key, TYPE, claims.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** 128 bits in letters: no digit in it that could look like a number. */
    private static String freshId() {
        StringBuilder id = new StringBuilder(ID_LETTERS);
        RANDOM.ints(ID_LETTERS, 'a', 'a' + 16).forEach(letter -> id.append((char) letter));
        return id.toString();
    }
}
