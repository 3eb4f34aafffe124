package dk.rettidig.authority;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the claims of a request whose signature was verified. Strict: every claim once, none missing, none unknown. */
final class RequestClaims {

    private static final Set<String> CLAIMS = Set.of("iss", "jti", "domain", "sha256", "iat");

    /** The claim that a conversion has besides: a request for one thing cannot be used for the other. */
    private static final String TO = "to";

    /** Seconds since 1970 up to the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private RequestClaims() {}

    /** What a request asks for. */
    enum Kind {
        EVALUATION,
        CONVERSION
    }

    /** The request, signed by the client. */
    static VerifiedRequest read(byte[] payload, Client client, Kind kind) {
        JsonNode claims = object(payload);
        Set<String> named = new TreeSet<>();
        claims.fieldNames().forEachRemaining(named::add);
        boolean conversion = kind == Kind.CONVERSION && named.remove(TO);
        if (!named.equals(CLAIMS) || conversion != (kind == Kind.CONVERSION)) {
            throw malformed("*");
        }
        if (!text(claims, "iss", "[a-z0-9._-]{2,64}").equals(client.id().value())) {
            throw new AuthorityFault(AuthorityErrorCode.REQUEST_MISMATCH, Map.of("claim", "iss"));
        }
        return new VerifiedRequest(
                client,
                text(claims, "jti", "[A-Za-z0-9._:~-]{1,128}"),
                domain(claims, "domain"),
                conversion ? Optional.of(domain(claims, TO)) : Optional.empty(),
                text(claims, "sha256", "[0-9a-f]{64}"),
                moment(claims));
    }

    private static JsonNode object(byte[] payload) {
        try {
            JsonNode claims = JSON.readTree(payload);
            if (claims != null && claims.isObject()) {
                return claims;
            }
        } catch (IOException notJson) {
            throw malformed("*");
        }
        throw malformed("*");
    }

    private static String text(JsonNode claims, String name, String form) {
        JsonNode claim = claims.path(name);
        if (!claim.isTextual() || !claim.textValue().matches(form)) {
            throw malformed(name);
        }
        return claim.textValue();
    }

    private static PseudonymDomain domain(JsonNode claims, String name) {
        try {
            return PseudonymDomain.parse(text(claims, name, ".{1,100}"));
        } catch (IllegalArgumentException notOne) {
            throw malformed(name);
        }
    }

    private static Instant moment(JsonNode claims) {
        JsonNode claim = claims.path("iat");
        if (!claim.isIntegralNumber()
                || !claim.canConvertToLong()
                || claim.longValue() < 0
                || claim.longValue() > LATEST) {
            throw malformed("iat");
        }
        return Instant.ofEpochSecond(claim.longValue());
    }

    private static AuthorityFault malformed(String claim) {
        return new AuthorityFault(AuthorityErrorCode.REQUEST_MALFORMED, Map.of("claim", claim));
    }
}
