package dk.rettidig.review.reidentification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.Sha256;
import dk.rettidig.text.JournalNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * The claims of a ticket: whom it lets the vault show, for what, until when. A compact JWS with the type {@value #TYPE} carries
 * them. {@code toString} hides them.
 *
 * @param issuer the installation: the name of its log
 * @param id {@code jti}, used once: 32 letters
 * @param domain the pseudonym's
 * @param expiresAt the first moment at which it is worth nothing
 */
public record Ticket(
        String issuer,
        String id,
        MunicipalityCode municipality,
        PseudonymDomain domain,
        Pseudonym pseudonym,
        Purpose purpose,
        JournalNumber caseReference,
        ReidentificationId request,
        Instant issuedAt,
        Instant expiresAt) {

    /** The {@code typ} of a ticket's header. */
    public static final String TYPE = "rettidig-reidentification+jwt";

    private static final Set<String> CLAIMS = Set.of(
            "iss", "jti", "municipality", "domain", "pseudonym", "purpose", "case_reference", "request", "iat", "exp");

    private static final int ID_LETTERS = 32;

    /** Seconds since 1970 up to the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** 128 bits in letters: no digit in it that could look like a number. */
    public static String freshId(SecureRandom random) {
        StringBuilder id = new StringBuilder(ID_LETTERS);
        random.ints(ID_LETTERS, 'a', 'a' + 16).forEach(letter -> id.append((char) letter));
        return id.toString();
    }

    /** What is kept and entered of the id: its SHA-256, 64 lower case hexadecimal digits. */
    public String idDigest() {
        return Sha256.hex(id);
    }

    /** The claims as JSON. */
    byte[] payload() {
        return JSON.createObjectNode()
                .put("iss", issuer)
                .put("jti", id)
                .put("municipality", municipality.value())
                .put("domain", domain.text())
                .put("pseudonym", pseudonym.text())
                .put("purpose", purpose.id())
                .put("case_reference", caseReference.value())
                .put("request", request.toString())
                .put("iat", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the claims of a ticket whose signature was verified: every claim once, none missing, none unknown.
     *
     * @throws SealException {@code MALFORMED}, naming no value
     */
    public static Ticket read(byte[] payload) throws SealException {
        try {
            JsonNode claims = JSON.readTree(payload);
            Set<String> named = new TreeSet<>();
            claims.fieldNames().forEachRemaining(named::add);
            if (!named.equals(CLAIMS)) {
                throw malformed("other claims than a ticket has");
            }
            return new Ticket(
                    text(claims, "iss"),
                    text(claims, "jti"),
                    new MunicipalityCode(text(claims, "municipality")),
                    PseudonymDomain.parse(text(claims, "domain")),
                    Pseudonym.parse(text(claims, "pseudonym")),
                    Purpose.parse(text(claims, "purpose")).orElseThrow(() -> malformed("a purpose nobody knows")),
                    new JournalNumber(text(claims, "case_reference")),
                    ReidentificationId.asked(text(claims, "request")),
                    moment(claims, "iat"),
                    moment(claims, "exp"));
        } catch (IOException | IllegalArgumentException notOne) {
            throw malformed("a claim is not of its form");
        }
    }

    private static String text(JsonNode claims, String name) throws SealException {
        if (!claims.path(name).isTextual()) {
            throw malformed("the claim " + name + " is no text");
        }
        return claims.path(name).textValue();
    }

    private static Instant moment(JsonNode claims, String name) throws SealException {
        JsonNode claim = claims.path(name);
        if (!claim.isIntegralNumber()
                || !claim.canConvertToLong()
                || claim.longValue() < 0
                || claim.longValue() > LATEST) {
            throw malformed("the claim " + name + " is no moment");
        }
        return Instant.ofEpochSecond(claim.longValue());
    }

    private static SealException malformed(String detail) {
        return new SealException(SealException.Reason.MALFORMED, detail);
    }

    @Override
    public String toString() {
        return "Ticket[" + request + "]";
    }
}
