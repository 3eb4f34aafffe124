package dk.rettidig.conversion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.pseudonym.CprDetector;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads the claims of a note whose signature was verified. Strict: every claim once, none missing, none unknown. */
final class NoteReader {

    private static final Set<String> CLAIMS =
            Set.of("iss", "jti", "municipality", "kind", "from_domain", "to_domain", "pairs", "sha256", "iat");

    /** Seconds since 1970 up to the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private NoteReader() {}

    /** The note. */
    static ConversionNote read(byte[] payload) {
        JsonNode claims = object(payload);
        Set<String> named = new TreeSet<>();
        claims.fieldNames().forEachRemaining(named::add);
        if (!named.equals(CLAIMS)) {
            throw ConversionFault.claim("*");
        }
        if (CprDetector.found(claims.path("jti").asText())
                || CprDetector.found(claims.path("iss").asText())) {
            throw new ConversionFault(ConversionErrorCode.CPR_NUMBER_FOUND, Map.of("where", "note"));
        }
        ConversionKind kind =
                ConversionKind.parse(claims.path("kind").asText()).orElseThrow(() -> ConversionFault.claim("kind"));
        return new ConversionNote(
                new RegistryId(text(claims, "iss", RegistryId::isValid)),
                new NoteId(text(claims, "jti", NoteId::isValid)),
                new MunicipalityCode(text(claims, "municipality", code -> code.matches("[1-9][0-9]{2}"))),
                kind,
                domain(claims, "from_domain"),
                domain(claims, "to_domain"),
                (int) number(claims, "pairs", kind.mayBeEmpty() ? 0 : 1, ConversionNote.MOST_PAIRS),
                Digest.of(HexFormat.of().parseHex(text(claims, "sha256", hex -> hex.matches("[0-9a-f]{64}")))),
                Instant.ofEpochSecond(number(claims, "iat", 0, LATEST)));
    }

    private static JsonNode object(byte[] payload) {
        try {
            JsonNode claims = JSON.readTree(payload);
            if (claims != null && claims.isObject()) {
                return claims;
            }
        } catch (IOException notJson) {
            throw ConversionFault.claim("*");
        }
        throw ConversionFault.claim("*");
    }

    private static String text(JsonNode claims, String name, Predicate<String> form) {
        JsonNode claim = claims.path(name);
        if (!claim.isTextual() || !form.test(claim.textValue())) {
            throw ConversionFault.claim(name);
        }
        return claim.textValue();
    }

    private static PseudonymDomain domain(JsonNode claims, String name) {
        try {
            return PseudonymDomain.parse(text(claims, name, any -> true));
        } catch (IllegalArgumentException notOne) {
            throw ConversionFault.claim(name);
        }
    }

    private static long number(JsonNode claims, String name, long least, long most) {
        JsonNode claim = claims.path(name);
        if (!claim.isIntegralNumber()
                || !claim.canConvertToLong()
                || claim.longValue() < least
                || claim.longValue() > most) {
            throw ConversionFault.claim(name);
        }
        return claim.longValue();
    }
}
