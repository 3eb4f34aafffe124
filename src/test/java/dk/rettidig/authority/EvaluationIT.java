package dk.rettidig.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.Evaluation;
import dk.rettidig.pseudonym.EvaluationProof;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.SplitKey;
import dk.rettidig.testing.DomainKeys;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class EvaluationIT {

    private static final String EVALUATED = "authority.batch_evaluated";
    private static final String REFUSED = "authority.batch_refused";

    @Test
    void aBatchIsEvaluatedWithAProofThatHoldsForThePublishedKey() throws OprfException, SQLException {
        Asker asker = new Asker().registered(100, DomainKeys.WHOLE);
        Blinding blinding = Asker.blinding(OprfMode.VOPRF, 3);
        LedgerSpy spy = LedgerSpy.now();
        byte[] body = Asker.body("voprf", blinding.blinded());

        Response answer = asker.ask(DomainKeys.WHOLE, body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Element published = published("999.child_support.1", 0);
        List<Pseudonym> pseudonyms = blinding.verified(published, evaluation(answer));
        assertThat(pseudonyms)
                .first()
                .isEqualTo(DomainKeys.key().pseudonym(OprfMode.VOPRF, "person 0".getBytes(StandardCharsets.UTF_8)));
        assertThat(spy.entries(EVALUATED))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"elements\":3", "\"domain\":\"999.child_support.1\"", Asker.sha256(body))
                .doesNotContain(answer.jsonPath().getString("elements[0]"));
    }

    @Test
    void anyIdWillDoAndNoneIsKeptAsItIs() throws OprfException, SQLException {
        Asker asker = new Asker().registered(100, DomainKeys.WHOLE);
        byte[] body = Asker.body("voprf", Asker.blinding(OprfMode.VOPRF, 1).blinded());
        Map<String, Object> claims = asker.claims(DomainKeys.WHOLE, body);
        claims.put("jti", "ab310299-1234-4abc-8def-0123456789ab");
        LedgerSpy spy = LedgerSpy.now();
        assertThat(asker.post(DomainKeys.WHOLE, asker.signed(claims), body).statusCode())
                .isEqualTo(200);
        assertThat(spy.entries(EVALUATED)).hasSize(1).first().asString().doesNotContain("310299");
    }

    @Test
    void modeZeroIsAnsweredWithoutProof() throws OprfException {
        Asker asker = new Asker().registered(100, DomainKeys.WHOLE);
        Blinding blinding = Asker.blinding(OprfMode.OPRF, 2);
        Response answer = asker.ask(DomainKeys.WHOLE, Asker.body("oprf", blinding.blinded()));
        assertThat(answer.jsonPath().getString("proof")).isNull();
        assertThat(blinding.opened(evaluation(answer)).getFirst())
                .isEqualTo(DomainKeys.key().pseudonym(OprfMode.OPRF, "person 0".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anyTwoHoldersOfSharesGiveTheSamePseudonym() throws OprfException {
        Asker asker = new Asker().registered(100, DomainKeys.SPLIT);
        Blinding blinding = Asker.blinding(OprfMode.VOPRF, 2);
        byte[] body = Asker.body("voprf", blinding.blinded());
        Element whole = wholeOf("999.shared_key.1");
        List<SplitKey.Part> parts = new ArrayList<>();
        for (int holder = 1; holder <= SplitKey.HOLDERS; holder++) {
            Response answer = asker.post(
                    "/api/v1/authority/domains/999.shared_key.1/shares/" + holder + "/evaluations",
                    asker.signed(asker.claims(DomainKeys.SPLIT, body)),
                    body);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            parts.add(new SplitKey.Part(holder, published("999.shared_key.1", holder), evaluation(answer)));
        }
        List<Pseudonym> first =
                blinding.opened(SplitKey.combine(whole, blinding.blinded(), List.of(parts.get(0), parts.get(1))));
        assertThat(blinding.opened(SplitKey.combine(whole, blinding.blinded(), List.of(parts.get(2), parts.get(0)))))
                .isEqualTo(first);
        assertThat(asker.ask(DomainKeys.SPLIT, body).jsonPath().getString("code"))
                .as("nobody here has the whole key")
                .isEqualTo("authority_domain_unknown");
    }

    @Test
    void theQuotaOfADayEndsInA429ThatSaysWhenToAskAgainAndTakesNothing() throws OprfException, SQLException {
        Asker asker = new Asker().registered(1, DomainKeys.WHOLE);
        LedgerSpy spy = LedgerSpy.now();
        Blinding forty = Asker.blinding(OprfMode.VOPRF, 40);
        Blinding two = Asker.blinding(OprfMode.VOPRF, 2);
        Blinding one = Asker.blinding(OprfMode.VOPRF, 1);

        assertThat(asker.ask(DomainKeys.WHOLE, Asker.body("voprf", forty.blinded()))
                        .statusCode())
                .isEqualTo(200);
        Response over = asker.ask(DomainKeys.WHOLE, Asker.body("voprf", two.blinded()));
        Response last = asker.ask(DomainKeys.WHOLE, Asker.body("voprf", one.blinded()));
        Response after = asker.ask(DomainKeys.WHOLE, Asker.body("voprf", one.blinded()));

        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(over.header("Retry-After"))).isBetween(1, 86_401);
        assertThat(over.jsonPath().getString("code")).isEqualTo("authority_quota_exceeded");
        assertThat(last.statusCode())
                .as("forty-one are the quota of one person and a margin of forty")
                .isEqualTo(200);
        assertThat(after.statusCode()).isEqualTo(429);
        assertThat(spy.entries(REFUSED)).hasSize(2);
    }

    @Test
    void aReplayedBatchIsRefusedAndCostsNothing() throws OprfException {
        Asker asker = new Asker().registered(1, DomainKeys.WHOLE);
        byte[] body = Asker.body("voprf", Asker.blinding(OprfMode.VOPRF, 36).blinded());
        String header = asker.signed(asker.claims(DomainKeys.WHOLE, body));
        assertThat(asker.post(DomainKeys.WHOLE, header, body).statusCode()).isEqualTo(200);
        assertThat(asker.post(DomainKeys.WHOLE, header, body).jsonPath().getString("code"))
                .isEqualTo("authority_batch_replayed");
        byte[] five = Asker.body("voprf", Asker.blinding(OprfMode.VOPRF, 5).blinded());
        assertThat(asker.ask(DomainKeys.WHOLE, five).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            identity                | AA==                                         | voprf | authority_element_invalid
            off the curve           | AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB | voprf | authority_element_invalid
            32 bytes                | AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | voprf | authority_element_invalid
            uncompressed form       | BGsX0fLhLEJH+Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT+NC4v4af5uO5+tKfA+eFivOM1drMV7Oy7ZAaDe/UfU= | voprf | authority_element_invalid
            no base64               | ???                                          | voprf | authority_element_invalid
            empty                   | ''                                           | voprf | authority_element_invalid
            another suite           | generator                                    | poprf | authority_suite_unsupported
            """)
    void whatIsNoElementIsNamedByItsPlace(String what, String element, String mode, String code) throws OprfException {
        Asker asker = new Asker().registered(100, DomainKeys.WHOLE);
        String good =
                Base64.getEncoder().encodeToString(DomainKeys.key().publicKey().bytes());
        byte[] body = Asker.json(Map.of(
                "suite",
                "P256-SHA256",
                "mode",
                mode,
                "elements",
                List.of(good, element.equals("generator") ? good : element)));
        Response answer = asker.ask(DomainKeys.WHOLE, body);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(422);
        if (code.endsWith("invalid")) {
            assertThat(answer.jsonPath().getInt("index")).isEqualTo(1);
        }
        assertThat(answer.asString()).doesNotContain(good);
    }

    @Test
    void bodiesThatAreNotTheContractsAreRefused() throws OprfException {
        Asker asker = new Asker().registered(5_000, DomainKeys.WHOLE);
        Element element = DomainKeys.key().publicKey();
        String good = new String(Asker.body("voprf", List.of(element)), StandardCharsets.UTF_8);
        assertThat(code(asker, "not json")).isEqualTo("authority_body_malformed");
        assertThat(code(asker, "[]")).isEqualTo("authority_body_malformed");
        assertThat(code(asker, good + "{}")).isEqualTo("authority_body_malformed");
        assertThat(code(asker, good.replace("\"mode\":", "\"mode\":\"voprf\",\"mode\":")))
                .isEqualTo("authority_body_malformed");
        assertThat(code(asker, "{\"suite\":\"P256-SHA256\",\"mode\":\"voprf\",\"elements\":[]}"))
                .isEqualTo("authority_body_malformed");
        assertThat(code(asker, good.replace("P256-SHA256", "P384-SHA384"))).isEqualTo("authority_suite_unsupported");
        byte[] tooMany = Asker.body("voprf", Collections.nCopies(1_001, element));
        assertThat(asker.ask(DomainKeys.WHOLE, tooMany).statusCode()).isEqualTo(413);
        byte[] huge = new byte[BatchBody.LARGEST_BYTES + 1];
        assertThat(asker.ask(DomainKeys.WHOLE, huge).jsonPath().getString("code"))
                .isEqualTo("authority_batch_too_large");
        byte[] most = Asker.body("voprf", Collections.nCopies(1_000, element));
        assertThat(asker.ask(DomainKeys.WHOLE, most).statusCode()).isEqualTo(200);
    }

    @Test
    void whoCannotBeIdentifiedIsToldNothing() throws OprfException, SQLException {
        Asker asker = new Asker().registered(100, DomainKeys.WHOLE);
        byte[] body = Asker.body("voprf", Asker.blinding(OprfMode.VOPRF, 1).blinded());
        Map<String, Object> claims = asker.claims(DomainKeys.WHOLE, body);
        LedgerSpy spy = LedgerSpy.now();

        assertThat(code(asker.post(DomainKeys.WHOLE, "", body))).isEqualTo("authority_request_missing");
        assertThat(code(asker.post(DomainKeys.WHOLE, new Asker().signed(claims), body)))
                .isEqualTo("authority_request_unverified");
        Asker proposed = new Asker();
        proposed.propose(10, DomainKeys.WHOLE);
        assertThat(code(proposed.ask(DomainKeys.WHOLE, body))).isEqualTo("authority_request_unverified");
        String signed = asker.signed(claims);
        assertThat(code(asker.post(DomainKeys.WHOLE, signed.substring(0, signed.length() - 4) + "AAAA", body)))
                .isEqualTo("authority_request_unverified");
        claims.put("iat", Instant.now().getEpochSecond() - 1_000);
        Response old = asker.post(DomainKeys.WHOLE, asker.signed(claims), body);
        assertThat(code(old)).isEqualTo("authority_request_expired");
        assertThat(old.statusCode()).isEqualTo(401);
        assertThat(old.header("WWW-Authenticate")).contains("Rettidig-Evaluation-Request");
        assertThat(spy.entries(EVALUATED)).isEmpty();
    }

    @Test
    void aSignatureCountsForItsBodyItsDomainAndItsClientOnly() throws OprfException {
        Asker asker = new Asker().registered(100, DomainKeys.WHOLE);
        byte[] body = Asker.body("voprf", Asker.blinding(OprfMode.VOPRF, 1).blinded());
        byte[] other = Asker.body("voprf", Asker.blinding(OprfMode.VOPRF, 1).blinded());
        Map<String, Object> claims = asker.claims(DomainKeys.WHOLE, body);

        assertThat(code(asker.post(DomainKeys.WHOLE, asker.signed(claims), other)))
                .isEqualTo("authority_request_mismatch");
        assertThat(code(asker.post(DomainKeys.FOREIGN, asker.signed(claims), body)))
                .isEqualTo("authority_request_mismatch");
        assertThat(code(asker.ask(DomainKeys.FOREIGN, body))).isEqualTo("authority_domain_unknown");
        assertThat(code(asker.ask(DomainKeys.SPLIT, body))).isEqualTo("authority_domain_unknown");
        for (String claim : List.copyOf(claims.keySet())) {
            Map<String, Object> fewer = asker.claims(DomainKeys.WHOLE, body);
            fewer.remove(claim);
            assertThat(code(asker.post(DomainKeys.WHOLE, asker.signed(fewer), body)))
                    .as(claim)
                    .isEqualTo("authority_request_malformed");
        }
        claims.put("iss", "somebody-else");
        assertThat(code(asker.post(DomainKeys.WHOLE, asker.signed(claims), body)))
                .isEqualTo("authority_request_mismatch");
        claims.put("more", "claims");
        assertThat(code(asker.post(DomainKeys.WHOLE, asker.signed(claims), body)))
                .isEqualTo("authority_request_malformed");
    }

    @Test
    void anotherMediaTypeIsToldWhatToSend() throws OprfException {
        Asker asker = new Asker().registered(100, DomainKeys.WHOLE);
        byte[] body = Asker.body("voprf", Asker.blinding(OprfMode.VOPRF, 1).blinded());
        Response answer = RestAssured.given()
                .header(Asker.HEADER, asker.signed(asker.claims(DomainKeys.WHOLE, body)))
                .contentType("text/csv")
                .accept("application/json")
                .body(body)
                .post("/api/v1/authority/domains/999.child_support.1/evaluations");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(code(answer)).isEqualTo("authority_media_type_unsupported");
    }

    private static String code(Asker asker, String body) {
        return code(asker.ask(DomainKeys.WHOLE, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }

    static Element published(String domain, int holder) throws OprfException {
        return element(RestAssured.get("/api/v1/authority/domains")
                .jsonPath()
                .getString("find { it.domain == '" + domain + "' && it.holder == " + holder + " }.public_key"));
    }

    static Element wholeOf(String domain) throws OprfException {
        return element(RestAssured.get("/api/v1/authority/domains")
                .jsonPath()
                .getString("find { it.domain == '" + domain + "' }.whole_public_key"));
    }

    private static Element element(String base64) throws OprfException {
        return Element.parse(Base64.getDecoder().decode(base64));
    }

    private static Evaluation evaluation(Response answer) throws OprfException {
        return evaluation(answer, "");
    }

    /** The evaluation under a member of the answer, whose path ends with a dot, or of the whole answer. */
    static Evaluation evaluation(Response answer, String at) throws OprfException {
        List<Element> elements = new ArrayList<>();
        for (String each : answer.jsonPath().getList(at + "elements", String.class)) {
            elements.add(element(each));
        }
        String proof = answer.jsonPath().getString(at + "proof");
        return new Evaluation(
                elements,
                proof == null
                        ? Optional.empty()
                        : Optional.of(EvaluationProof.parse(Base64.getDecoder().decode(proof))));
    }
}
