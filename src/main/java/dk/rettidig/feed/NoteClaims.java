package dk.rettidig.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.pseudonym.CprDetector;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the claims of a note whose signature was verified. Strict: every claim once, none missing, none unknown, each of
 * its form; and no CPR number in any of them.
 */
public final class NoteClaims {

    /** Claims are flat but for {@code period} and {@code indicators}. */
    private static final int MAXIMUM_DEPTH = 4;

    private static final int MAXIMUM_INDICATORS = 200;

    private static final Set<String> CLAIMS = Set.of(
            "iss", "jti", "feed", "municipality", "period", "indicators", "rows", "mode", "sha256", "iat", "domain");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAXIMUM_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode claims;

    private NoteClaims(JsonNode claims) {
        this.claims = claims;
    }

    /**
     * Parses verified claims.
     *
     * @throws NoteException {@code feed_note_malformed} with the claim, or {@code feed_cpr_number_found}
     */
    public static DeliveryNote parse(byte[] verifiedPayload) throws NoteException {
        JsonNode claims = read(verifiedPayload);
        NoteClaims note = new NoteClaims(claims);
        note.refuseCprNumbers("", claims);
        for (Map.Entry<String, JsonNode> claim : claims.properties()) {
            if (!CLAIMS.contains(claim.getKey())) {
                throw NoteException.claim(
                        "*", "no claims but " + CLAIMS.stream().sorted().toList());
            }
        }
        return note.note();
    }

    private static JsonNode read(byte[] payload) throws NoteException {
        try {
            JsonNode claims = JSON.readTree(payload);
            if (claims != null && claims.isObject()) {
                return claims;
            }
        } catch (JsonProcessingException malformed) {
            malformed.clearLocation();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("bytes in memory can be read", unreadable);
        }
        throw NoteException.claim("*", "a JSON object without repeated members");
    }

    /** The digest is hexadecimal and {@code iat} a count of seconds: both may hold ten digits in a row by nature. */
    private void refuseCprNumbers(String name, JsonNode node) throws NoteException {
        boolean spared = (name.equals("iat") && node.isNumber())
                || (name.equals("sha256") && node.isTextual() && digest(node.textValue()) != null);
        if (!spared && (CprDetector.found(name) || (node.isValueNode() && CprDetector.found(node.asText())))) {
            throw new NoteException(FeedErrorCode.CPR_NUMBER_FOUND, Map.of("where", "note"));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            refuseCprNumbers(member.getKey(), member.getValue());
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                refuseCprNumbers("", element);
            }
        }
    }

    private DeliveryNote note() throws NoteException {
        return new DeliveryNote(
                new RegistryId(text("iss", RegistryId::isValid, "a registry's id")),
                new NoteId(text("jti", NoteId::isValid, "1 to 128 letters, digits and . _ : ~ -")),
                new FeedId(text("feed", FeedId::isValid, "a feed's id")),
                new MunicipalityCode(text("municipality", code -> code.matches("[1-9][0-9]{2}"), "three digits")),
                period(),
                indicators(),
                rows(),
                mode(),
                sha256(),
                issuedAt(),
                domain());
    }

    /** The one claim that may be left out. */
    private Optional<PseudonymDomain> domain() throws NoteException {
        if (!claims.has("domain")) {
            return Optional.empty();
        }
        String text = text("domain", any -> true, "a pseudonym domain");
        try {
            return Optional.of(PseudonymDomain.parse(text));
        } catch (IllegalArgumentException notOne) {
            throw NoteException.claim("domain", "a pseudonym domain, for instance 999.child_support.1");
        }
    }

    private String text(String claim, java.util.function.Predicate<String> form, String expected) throws NoteException {
        JsonNode node = claims.path(claim);
        if (!node.isTextual() || !form.test(node.textValue())) {
            throw NoteException.claim(claim, expected);
        }
        return node.textValue();
    }

    private Period period() throws NoteException {
        JsonNode node = claims.path("period");
        String expected = "{\"from\": \"YYYY-MM-DD\", \"to\": \"YYYY-MM-DD\"}, from not after to";
        if (!node.isObject() || node.size() != 2) {
            throw NoteException.claim("period", expected);
        }
        try {
            return new Period(date(node.path("from")), date(node.path("to")));
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw NoteException.claim("period", expected);
        }
    }

    private static LocalDate date(JsonNode node) {
        if (!node.isTextual() || !node.textValue().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new IllegalArgumentException("not a date");
        }
        return LocalDate.parse(node.textValue());
    }

    private Set<IndicatorId> indicators() throws NoteException {
        JsonNode node = claims.path("indicators");
        Set<IndicatorId> ids = new HashSet<>();
        String expected = "1 to " + MAXIMUM_INDICATORS + " different indicator ids";
        if (!node.isArray() || node.isEmpty() || node.size() > MAXIMUM_INDICATORS) {
            throw NoteException.claim("indicators", expected);
        }
        for (JsonNode element : node) {
            boolean well = element.isTextual() && IndicatorId.isValid(element.textValue());
            if (!well || !ids.add(new IndicatorId(element.textValue()))) {
                throw NoteException.claim("indicators", expected);
            }
        }
        return ids;
    }

    private long rows() throws NoteException {
        JsonNode node = claims.path("rows");
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw NoteException.claim("rows", "a whole number, 0 or more");
        }
        return node.longValue();
    }

    private DeliveryMode mode() throws NoteException {
        return DeliveryMode.parse(claims.path("mode").asText())
                .orElseThrow(() -> NoteException.claim("mode", "full or delta"));
    }

    private Digest sha256() throws NoteException {
        Digest digest = digest(claims.path("sha256").asText());
        if (digest == null) {
            throw NoteException.claim("sha256", "64 hexadecimal digits, or 43 characters of base64url");
        }
        return digest;
    }

    private static @org.jspecify.annotations.Nullable Digest digest(String text) {
        if (text.matches("[0-9a-fA-F]{64}")) {
            return Digest.of(HexFormat.of().parseHex(text));
        }
        return text.matches("[A-Za-z0-9_-]{43}")
                ? Digest.of(Base64.getUrlDecoder().decode(text))
                : null;
    }

    private Instant issuedAt() throws NoteException {
        JsonNode node = claims.path("iat");
        // RFC 7519 section 2: seconds, perhaps with a fraction; years up to 9999.
        if (!node.isNumber() || node.doubleValue() < 0 || node.doubleValue() > 253_402_300_799d) {
            throw NoteException.claim("iat", "seconds since 1970-01-01T00:00:00Z");
        }
        return Instant.ofEpochSecond(node.longValue());
    }
}
