package dk.rettidig.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.seal.SealException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwsTest {

    /** RFC 8037 appendix A.1. */
    private static final SigningKey KEY = SigningKey.ofSeed(
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    private static final String KID = KEY.id().value();
    private static final String TYPE = "delivery-note+jwt";
    private static final byte[] PAYLOAD = "{\"rows\":3}".getBytes(StandardCharsets.UTF_8);

    @Test
    void signatureIsTheOneOfRfc8037AppendixA4() {
        String input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";

        byte[] signature = KEY.sign(input.getBytes(StandardCharsets.US_ASCII));

        assertThat(Base64Url.encode(signature))
                .isEqualTo("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
        assertThat(catchReason(input + "." + Base64Url.encode(signature)))
                .as("the example names no key")
                .isEqualTo(Reason.KEY_ID_REFUSED);
    }

    @Test
    void verifiesWhatItSignedAndShowsTheHeader() throws SealException {
        String compact = Jws.sign(KEY, TYPE, PAYLOAD);

        assertThat(Jws.verified(compact, JwsTest::registered)).isEqualTo(PAYLOAD);
        assertThat(Jws.parse(compact).type()).contains(TYPE);
        assertThat(Jws.parse(compact).keyId()).isEqualTo(KEY.id());
    }

    @Test
    void anotherImplementationReadsAndWritesTheSameForm() throws Exception {
        PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(Map.of(
                "kty",
                "OKP",
                "crv",
                "Ed25519",
                "x",
                "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                "d",
                "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"));
        JsonWebSignature theirs = new JsonWebSignature();
        theirs.setPayload("{\"rows\":3}");
        theirs.setAlgorithmHeaderValue("EdDSA");
        theirs.setKeyIdHeaderValue(KID);
        theirs.setKey(jwk.getPrivateKey());
        JsonWebSignature reader = new JsonWebSignature();
        reader.setCompactSerialization(Jws.sign(KEY, TYPE, PAYLOAD));
        reader.setKey(jwk.getPublicKey());

        assertThat(Jws.verified(theirs.getCompactSerialization(), JwsTest::registered))
                .isEqualTo(PAYLOAD);
        assertThat(reader.verifySignature()).isTrue();
        assertThat(reader.getPayloadBytes()).isEqualTo(PAYLOAD);
    }

    @Test
    void refusesEveryChangedCharacter() {
        String compact = Jws.sign(KEY, TYPE, PAYLOAD);

        for (int i = 0; i < compact.length(); i++) {
            char other = compact.charAt(i) == 'A' ? 'B' : 'A';
            String changed = compact.substring(0, i) + other + compact.substring(i + 1);
            assertThat(catchReason(changed)).as("character %d", i).isNotNull();
        }
    }

    static Stream<Arguments> hostile() {
        String good = Jws.sign(KEY, TYPE, PAYLOAD);
        String[] part = good.split("\\.", -1);
        String kid = "\"kid\":\"" + KID + "\"";
        return Stream.of(
                Arguments.of("alg none", unsigned("{\"alg\":\"none\"," + kid + "}"), Reason.ALGORITHM_REFUSED),
                Arguments.of("alg none, signed", signed("{\"alg\":\"none\"," + kid + "}"), Reason.ALGORITHM_REFUSED),
                Arguments.of("alg NONE", signed("{\"alg\":\"NONE\"," + kid + "}"), Reason.ALGORITHM_REFUSED),
                Arguments.of("alg eddsa", signed("{\"alg\":\"eddsa\"," + kid + "}"), Reason.ALGORITHM_REFUSED),
                Arguments.of("alg number", signed("{\"alg\":1," + kid + "}"), Reason.ALGORITHM_REFUSED),
                Arguments.of("alg missing", signed("{" + kid + "}"), Reason.ALGORITHM_REFUSED),
                Arguments.of("alg twice", signed("{\"alg\":\"none\",\"alg\":\"EdDSA\"," + kid + "}"), Reason.MALFORMED),
                Arguments.of("HS256 under the public key", hmac(kid), Reason.MALFORMED),
                Arguments.of("HS256 header", signed("{\"alg\":\"HS256\"," + kid + "}"), Reason.ALGORITHM_REFUSED),
                Arguments.of("two signatures", good + "." + part[2], Reason.MALFORMED),
                Arguments.of("JSON form", "{\"payload\":\"\",\"signatures\":[]}", Reason.MALFORMED),
                Arguments.of("kid missing", signed("{\"alg\":\"EdDSA\"}"), Reason.KEY_ID_REFUSED),
                Arguments.of(
                        "kid a path", signed("{\"alg\":\"EdDSA\",\"kid\":\"../../dev/null\"}"), Reason.KEY_ID_REFUSED),
                Arguments.of("kid a number", signed("{\"alg\":\"EdDSA\",\"kid\":7}"), Reason.KEY_ID_REFUSED),
                Arguments.of(
                        "kid unknown",
                        signed("{\"alg\":\"EdDSA\",\"kid\":\"" + "A".repeat(43) + "\"}"),
                        Reason.KEY_UNKNOWN),
                Arguments.of(
                        "crit", signed("{\"alg\":\"EdDSA\"," + kid + ",\"crit\":[\"exp\"]}"), Reason.HEADER_REFUSED),
                Arguments.of(
                        "crit empty", signed("{\"alg\":\"EdDSA\"," + kid + ",\"crit\":[]}"), Reason.HEADER_REFUSED),
                Arguments.of("jwk", signed("{\"alg\":\"EdDSA\"," + kid + ",\"jwk\":{}}"), Reason.HEADER_REFUSED),
                Arguments.of("b64", signed("{\"alg\":\"EdDSA\"," + kid + ",\"b64\":false}"), Reason.HEADER_REFUSED),
                Arguments.of("typ a number", signed("{\"alg\":\"EdDSA\"," + kid + ",\"typ\":1}"), Reason.TYPE_REFUSED),
                Arguments.of(
                        "huge header",
                        signed("{\"alg\":\"EdDSA\"," + kid + ",\"x\":\"" + "a".repeat(2000) + "\"}"),
                        Reason.TOO_LARGE),
                Arguments.of(
                        "deep header",
                        signed("{\"alg\":\"EdDSA\"," + kid + ",\"x\":" + "[".repeat(99) + "]".repeat(99) + "}"),
                        Reason.MALFORMED),
                Arguments.of("header an array", signed("[]"), Reason.MALFORMED),
                Arguments.of("header empty", "." + part[1] + "." + part[2], Reason.MALFORMED),
                Arguments.of("header with a tail", signed("{\"alg\":\"EdDSA\"," + kid + "}{}"), Reason.MALFORMED),
                Arguments.of("padding", part[0] + "." + part[1] + "=." + part[2], Reason.NOT_CANONICAL),
                Arguments.of("padded signature", good + "==", Reason.NOT_CANONICAL),
                Arguments.of(
                        "stray bits",
                        part[0] + "." + part[1] + "." + part[2].substring(0, 85) + "_",
                        Reason.NOT_CANONICAL),
                Arguments.of("standard alphabet", part[0] + ".+/+/." + part[2], Reason.NOT_CANONICAL),
                Arguments.of("white space", part[0] + ". " + part[1] + "." + part[2], Reason.NOT_CANONICAL),
                Arguments.of("line end", good + "\n", Reason.NOT_CANONICAL),
                Arguments.of(
                        "short signature", part[0] + "." + part[1] + "." + part[2].substring(0, 84), Reason.MALFORMED),
                Arguments.of("another payload", part[0] + ".e30." + part[2], Reason.SIGNATURE_INVALID),
                Arguments.of("too large", part[0] + "." + "A".repeat(70_000) + "." + part[2], Reason.TOO_LARGE),
                Arguments.of("empty", "", Reason.MALFORMED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void refusesHostileForms(String name, String compact, Reason reason) {
        assertThat(catchReason(compact)).as(name).isEqualTo(reason);
    }

    @Test
    void refusesAnotherRegisteredKeysSignatureUnderThisKeysId() {
        SigningKey other = SigningKey.ofSeed(new byte[32]);
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + KID + "\"}";
        String input = Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + "." + Base64Url.encode(PAYLOAD);
        String forged = input + "." + Base64Url.encode(other.sign(input.getBytes(StandardCharsets.US_ASCII)));

        assertThat(catchReason(forged)).isEqualTo(Reason.SIGNATURE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "a b", "x\"y", "å"})
    void refusesToSignUnderATypeThatIsNoType(String type) {
        assertThatThrownBy(() -> Jws.sign(KEY, type, PAYLOAD)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void detachedSignatureHoldsForItsContentAndTypeOnly() throws SealException {
        DetachedSignature made = DetachedSignature.sign(KEY, "manifest", PAYLOAD);
        DetachedSignature signature = DetachedSignature.parse(made.text() + "\n");

        assertThat(signature.verify("manifest", PAYLOAD, JwsTest::registered)).isEqualTo(KEY.verifyingKey());
        assertThatThrownBy(() -> signature.verify("report", PAYLOAD, JwsTest::registered))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TYPE_REFUSED));
        assertThatThrownBy(() -> signature.verify("manifest", PAYLOAD, id -> Optional.empty()))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_UNKNOWN));
        byte[] changed = PAYLOAD.clone();
        changed[0] ^= 1;
        assertThatThrownBy(() -> signature.verify("manifest", changed, JwsTest::registered))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SIGNATURE_INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a..b", "not a signature", "e30.e30.e30"})
    void refusesWhatIsNoDetachedSignature(String text) {
        assertThatThrownBy(() -> DetachedSignature.parse(text)).isInstanceOf(SealException.class);
    }

    private static @org.jspecify.annotations.Nullable Reason catchReason(String compact) {
        try {
            Jws.verified(compact, JwsTest::registered);
            return null;
        } catch (SealException e) {
            return e.reason();
        }
    }

    private static Optional<VerifyingKey> registered(KeyId id) {
        return Optional.of(KEY.verifyingKey()).filter(key -> key.id().equals(id));
    }

    private static String unsigned(String header) {
        return Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + "." + Base64Url.encode(PAYLOAD) + ".";
    }

    private static String signed(String header) {
        String input = Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + "." + Base64Url.encode(PAYLOAD);
        return input + "." + Base64Url.encode(KEY.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The classic confusion: an HMAC whose secret is the public key. */
    private static String hmac(String kid) {
        try {
            String header = "{\"alg\":\"EdDSA\"," + kid + "}";
            String input = Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + "." + Base64Url.encode(PAYLOAD);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.verifyingKey().encoded(), "HmacSHA256"));
            return input + "." + Base64Url.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
