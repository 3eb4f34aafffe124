package dk.rettidig.authority;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch asks for.
 *
 * @param to of a conversion: the other domain, as text
 * @param elements 1 to 1,000, each a point of the curve and not the identity
 */
record BatchBody(OprfMode mode, Optional<String> to, List<Element> elements) {

    /** Bytes of the largest body. */
    static final int LARGEST_BYTES = 256 * 1024;

    private static final String SUITE = "P256-SHA256";
    private static final int LONGEST_TEXT = 200;
    private static final int DEEPEST = 3;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Reads the JSON body of an evaluation. */
    static BatchBody read(byte[] bytes) {
        return read(bytes, false);
    }

    /** Reads the JSON body of a conversion, which names the other domain too. */
    static BatchBody readConversion(byte[] bytes) {
        return read(bytes, true);
    }

    private static BatchBody read(byte[] bytes, boolean conversion) {
        JsonNode body = object(bytes);
        JsonNode elements = body.path("elements");
        if (body.size() != (conversion ? 4 : 3)
                || body.path("to").isTextual() != conversion
                || !body.path("suite").isTextual()
                || !body.path("mode").isTextual()
                || !elements.isArray()
                || elements.isEmpty()) {
            throw new AuthorityFault(AuthorityErrorCode.BODY_MALFORMED);
        }
        if (elements.size() > Blinding.LARGEST_BATCH) {
            throw new AuthorityFault(AuthorityErrorCode.BATCH_TOO_LARGE);
        }
        if (!body.get("suite").textValue().equals(SUITE)) {
            throw new AuthorityFault(AuthorityErrorCode.SUITE);
        }
        return new BatchBody(
                mode(body.get("mode").textValue()),
                conversion ? Optional.of(body.get("to").textValue()) : Optional.empty(),
                elements(elements));
    }

    private static JsonNode object(byte[] bytes) {
        try {
            JsonNode body = JSON.readTree(bytes);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (IOException notJson) {
            throw new AuthorityFault(AuthorityErrorCode.BODY_MALFORMED);
        }
        throw new AuthorityFault(AuthorityErrorCode.BODY_MALFORMED);
    }

    private static OprfMode mode(String word) {
        for (OprfMode mode : OprfMode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                return mode;
            }
        }
        throw new AuthorityFault(AuthorityErrorCode.SUITE);
    }

    private static List<Element> elements(JsonNode array) {
        List<Element> elements = new ArrayList<>(array.size());
        for (JsonNode each : array) {
            elements.add(element(each, elements.size()));
        }
        return List.copyOf(elements);
    }

    private static Element element(JsonNode text, int index) {
        if (!text.isTextual()) {
            throw new AuthorityFault(AuthorityErrorCode.BODY_MALFORMED);
        }
        try {
            return Element.parse(Base64.getDecoder().decode(text.textValue()));
        } catch (OprfException | IllegalArgumentException refused) {
            throw new AuthorityFault(AuthorityErrorCode.ELEMENT, Map.of("index", index));
        }
    }
}
