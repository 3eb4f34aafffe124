package dk.rettidig.seal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.seal.SealException.Reason;

/** JSON objects of headers and keys: no member twice (RFC 7515 section 4), nothing behind the object, little nesting. */
final class StrictJson {

    /** A header or a key has at most one level of nesting; eight leaves room and stops a deep bomb. */
    private static final int MAXIMUM_DEPTH = 8;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAXIMUM_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    static JsonNode object(String text, String what) throws SealException {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || !node.isObject()) {
                throw new SealException(Reason.MALFORMED, "expected " + what + " as a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new SealException(
                    Reason.MALFORMED, "expected " + what + " as a JSON object without repeated members");
        }
    }
}
