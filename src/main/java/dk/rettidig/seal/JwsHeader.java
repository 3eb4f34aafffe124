package dk.rettidig.seal;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.seal.SealException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A protected header that passed every check of RFC 7515 section 4 that applies here. */
record JwsHeader(KeyId keyId, Optional<String> type) {

    /** Longest encoded header, characters: algorithm, key id and type need about 150. */
    private static final int MAXIMUM_CHARACTERS = 1_024;

    /**
     * Members that bring their own key, another encoding, or semantics that must be understood (RFC 7515 sections 4.1.2
     * to 4.1.11, RFC 7797, RFC 7516): refused, because ignoring them has been the way in for others.
     */
    private static final List<String> REFUSED =
            List.of("crit", "jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256", "b64", "enc", "zip");

    static JwsHeader of(KeyId keyId, String type) {
        if (!type.matches("[a-z0-9.+-]{1,64}")) {
            throw new IllegalArgumentException("a type is lower case letters, digits, '.', '+' and '-'");
        }
        return new JwsHeader(keyId, Optional.of(type));
    }

    String encoded() {
        String typ = type.map(value -> ",\"typ\":\"" + value + "\"").orElse("");
        String json = "{\"alg\":\"" + Jws.ALGORITHM + "\",\"kid\":\"" + keyId + "\"" + typ + "}";
        return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
    }

    static JwsHeader parse(String encoded) throws SealException {
        if (encoded.length() > MAXIMUM_CHARACTERS) {
            throw new SealException(
                    Reason.TOO_LARGE, "expected a header of at most " + MAXIMUM_CHARACTERS + " characters");
        }
        JsonNode header = StrictJson.object(utf8(Base64Url.decode(encoded)), "the protected header");
        JsonNode algorithm = header.path("alg");
        if (!algorithm.isTextual() || !algorithm.textValue().equals(Jws.ALGORITHM)) {
            throw new SealException(Reason.ALGORITHM_REFUSED, "expected alg " + Jws.ALGORITHM);
        }
        for (String member : REFUSED) {
            if (header.has(member)) {
                throw new SealException(Reason.HEADER_REFUSED, "the header member " + member + " is not accepted");
            }
        }
        return new JwsHeader(keyId(header.path("kid")), type(header.path("typ")));
    }

    private static KeyId keyId(JsonNode kid) throws SealException {
        if (!kid.isTextual()) {
            throw new SealException(Reason.KEY_ID_REFUSED, "expected a kid");
        }
        return KeyId.parse(kid.textValue());
    }

    private static Optional<String> type(JsonNode typ) throws SealException {
        if (typ.isMissingNode()) {
            return Optional.empty();
        }
        if (!typ.isTextual()) {
            throw new SealException(Reason.TYPE_REFUSED, "expected typ as text");
        }
        return Optional.of(typ.textValue());
    }

    private static String utf8(byte[] bytes) throws SealException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SealException(Reason.MALFORMED, "expected UTF-8", e);
        }
    }
}
