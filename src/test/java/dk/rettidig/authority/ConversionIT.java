package dk.rettidig.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SplitKey;
import dk.rettidig.testing.DomainKeys;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same blinded elements under two keys, for those whom two people let convert. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ConversionIT {

    private static final PseudonymDomain FROM = DomainKeys.WHOLE;
    private static final PseudonymDomain TO = DomainKeys.NEXT;
    private static final byte[] FIRST = "person 0".getBytes(StandardCharsets.UTF_8);

    private static Asker vault(int population) {
        return new Asker().converting(population, List.of(FROM), TO, DomainKeys.FOREIGN);
    }

    @Test
    void givesBothPseudonymsOfEachWithAProofForEachKeyInOneEntry() throws OprfException, SQLException {
        Asker vault = vault(100);
        Blinding blinding = Asker.blinding(OprfMode.VOPRF, 3);
        byte[] body = Asker.conversionBody(TO, blinding.blinded());
        LedgerSpy spy = LedgerSpy.now();

        Response answer = vault.convert(FROM, TO, body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Element oldKey = EvaluationIT.published(FROM.text(), 0);
        Element newKey = EvaluationIT.published(TO.text(), 0);
        assertThat(blinding.verified(oldKey, EvaluationIT.evaluation(answer, "from.")))
                .first()
                .isEqualTo(DomainKeys.key(FROM).pseudonym(OprfMode.VOPRF, FIRST));
        assertThat(blinding.verified(newKey, EvaluationIT.evaluation(answer, "to.")))
                .first()
                .isEqualTo(DomainKeys.key(TO).pseudonym(OprfMode.VOPRF, FIRST));
        assertThatThrownBy(() -> blinding.verified(oldKey, EvaluationIT.evaluation(answer, "to.")))
                .as("a proof counts for its own key alone")
                .isInstanceOf(OprfException.class);
        assertThatThrownBy(() -> blinding.verified(newKey, EvaluationIT.evaluation(answer, "from.")))
                .isInstanceOf(OprfException.class);
        assertThat(spy.entries("authority.batch_converted"))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"elements\":3", FROM.text(), TO.text(), Asker.sha256(body))
                .doesNotContain(answer.jsonPath().getString("to.elements[0]"));
        assertThat(spy.entries("authority.batch_evaluated")).isEmpty();
    }

    @Test
    void leadsToAnotherMunicipalityWhereItWasRegisteredSo() throws OprfException {
        Asker vault = vault(100);
        Blinding blinding = Asker.blinding(OprfMode.VOPRF, 1);

        Response answer =
                vault.convert(FROM, DomainKeys.FOREIGN, Asker.conversionBody(DomainKeys.FOREIGN, blinding.blinded()));

        assertThat(blinding.verified(
                        EvaluationIT.published(DomainKeys.FOREIGN.text(), 0), EvaluationIT.evaluation(answer, "to.")))
                .containsExactly(DomainKeys.key(DomainKeys.FOREIGN).pseudonym(OprfMode.VOPRF, FIRST));
    }

    @Test
    void leadsToASourceAndNeverFromOne() throws OprfException {
        Asker vault = new Asker().converting(100, List.of(FROM), DomainKeys.SCHOOL);
        Blinding blinding = Asker.blinding(OprfMode.VOPRF, 1);

        Response answer =
                vault.convert(FROM, DomainKeys.SCHOOL, Asker.conversionBody(DomainKeys.SCHOOL, blinding.blinded()));

        assertThat(blinding.verified(
                        EvaluationIT.published(DomainKeys.SCHOOL.text(), 0), EvaluationIT.evaluation(answer, "to.")))
                .containsExactly(DomainKeys.key(DomainKeys.SCHOOL).pseudonym(OprfMode.VOPRF, FIRST));
        assertThat(code(vault.convert(
                        FROM, DomainKeys.DAY_CARE, Asker.conversionBody(DomainKeys.DAY_CARE, blinding.blinded()))))
                .as("each source is named")
                .isEqualTo("authority_domain_unknown");
        for (PseudonymDomain to : List.of(FROM, DomainKeys.DAY_CARE, DomainKeys.SCHOOL_NEXT)) {
            assertThat(new Asker()
                            .propose(10, List.of(DomainKeys.SCHOOL), List.of(to))
                            .statusCode())
                    .as("a registry links with nobody: " + to)
                    .isEqualTo(422);
        }
        Asker registry = new Asker().registered(100, DomainKeys.SCHOOL);
        assertThat(registry.ask(DomainKeys.SCHOOL, Asker.body("voprf", blinding.blinded()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(code(registry.ask(FROM, Asker.body("voprf", blinding.blinded()))))
                .isEqualTo("authority_domain_unknown");
    }

    @Test
    void isForThoseAloneWhomTwoPeopleLetConvert() throws OprfException, SQLException {
        List<Element> one = Asker.blinding(OprfMode.VOPRF, 1).blinded();
        Asker registry = new Asker().registered(100, FROM);
        Asker rotating = new Asker().converting(100, List.of(FROM), TO);
        LedgerSpy spy = LedgerSpy.now();

        assertThat(code(registry.convert(FROM, TO, Asker.conversionBody(TO, one))))
                .isEqualTo("authority_domain_unknown");
        assertThat(code(rotating.convert(FROM, DomainKeys.FOREIGN, Asker.conversionBody(DomainKeys.FOREIGN, one))))
                .isEqualTo("authority_domain_unknown");
        assertThat(code(rotating.convert(TO, FROM, Asker.conversionBody(FROM, one))))
                .as("never back")
                .isEqualTo("authority_domain_unknown");
        assertThat(code(rotating.ask(TO, Asker.body("voprf", one))))
                .as("to convert to a domain is not to ask in it")
                .isEqualTo("authority_domain_unknown");
        assertThat(spy.refusals("registry")).isEqualTo(4);
        assertThat(spy.entries("authority.batch_converted")).isEmpty();
    }

    @Test
    void nobodyRegistersAConversionThatLeadsElsewhere() {
        assertThat(new Asker().propose(10, List.of(FROM), List.of(FROM)).statusCode())
                .isEqualTo(422);
        assertThat(new Asker().propose(10, List.of(TO), List.of(FROM)).statusCode())
                .isEqualTo(422);
        assertThat(new Asker()
                        .propose(10, List.of(FROM), List.of(DomainKeys.SPLIT))
                        .statusCode())
                .as("another use")
                .isEqualTo(422);
        assertThat(new Asker().propose(10, List.of(FROM), List.of(TO.next())).statusCode())
                .as("no key")
                .isEqualTo(422);
        assertThat(new Asker()
                        .propose(10, List.of(FROM), List.of(TO, DomainKeys.FOREIGN))
                        .jsonPath()
                        .getList("conversions"))
                .isEqualTo(List.of(DomainKeys.FOREIGN.text(), TO.text()));
    }

    @Test
    void aRequestIsForOneOfTheTwoOnlyAndForItsDomainsAndItsBody() throws OprfException {
        Asker vault = vault(100);
        List<Element> one = Asker.blinding(OprfMode.VOPRF, 1).blinded();
        byte[] body = Asker.conversionBody(TO, one);
        Map<String, Object> claims = vault.conversionClaims(FROM, TO, body);

        assertThat(code(vault.post(FROM, vault.signed(claims), Asker.body("voprf", one))))
                .isEqualTo("authority_request_malformed");
        assertThat(code(vault.convert(FROM, vault.signed(vault.claims(FROM, body)), body)))
                .isEqualTo("authority_request_malformed");
        byte[] elsewhere = Asker.conversionBody(DomainKeys.FOREIGN, one);
        assertThat(code(vault.convert(FROM, vault.signed(vault.conversionClaims(FROM, TO, elsewhere)), elsewhere)))
                .isEqualTo("authority_request_mismatch");
        assertThat(code(vault.convert(DomainKeys.FOREIGN, vault.signed(claims), body)))
                .isEqualTo("authority_request_mismatch");
        assertThat(code(vault.convert(FROM, vault.signed(claims), elsewhere))).isEqualTo("authority_request_mismatch");
        byte[] plain = Asker.body("voprf", one);
        assertThat(code(vault.convert(FROM, TO, plain))).isEqualTo("authority_body_malformed");
        byte[] unproven = new String(body, StandardCharsets.UTF_8)
                .replace("voprf", "oprf")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(code(vault.convert(FROM, TO, unproven))).isEqualTo("authority_suite_unsupported");
    }

    @Test
    void isUsedOnceAndCountsInBothDomains() throws OprfException {
        Asker vault = new Asker().converting(1, List.of(FROM), TO);
        byte[] forty =
                Asker.conversionBody(TO, Asker.blinding(OprfMode.VOPRF, 40).blinded());
        String signed = vault.signed(vault.conversionClaims(FROM, TO, forty));

        assertThat(vault.convert(FROM, signed, forty).statusCode()).isEqualTo(200);
        assertThat(code(vault.convert(FROM, signed, forty))).isEqualTo("authority_batch_replayed");
        byte[] two = Asker.conversionBody(TO, Asker.blinding(OprfMode.VOPRF, 2).blinded());
        Response over = vault.convert(FROM, TO, two);
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.header("Retry-After")).isNotNull();
        assertThat(vault.ask(
                                FROM,
                                Asker.body(
                                        "voprf",
                                        Asker.blinding(OprfMode.VOPRF, 1).blinded()))
                        .statusCode())
                .as("what was refused cost nothing")
                .isEqualTo(200);
        assertThat(vault.convert(
                                FROM,
                                TO,
                                Asker.conversionBody(
                                        TO, Asker.blinding(OprfMode.VOPRF, 1).blinded()))
                        .statusCode())
                .as("evaluations count as well")
                .isEqualTo(429);
    }

    @Test
    void takesAThousandAtOnceAndNotOneMore() throws OprfException {
        Asker vault = vault(5_000);
        Element element = DomainKeys.key().publicKey();

        byte[] most = Asker.conversionBody(TO, Collections.nCopies(1_000, element));
        assertThat(vault.convert(FROM, TO, most).jsonPath().getList("to.elements"))
                .hasSize(1_000);
        byte[] more = Asker.conversionBody(TO, Collections.nCopies(1_001, element));
        assertThat(vault.convert(FROM, TO, more).statusCode()).isEqualTo(413);
        assertThat(vault.convert(FROM, TO, Asker.conversionBody(TO, List.of())).statusCode())
                .isEqualTo(422);
    }

    @Test
    void twoHoldersConvertWithTheirSharesAndNobodyHasAWholeKey() throws OprfException {
        PseudonymDomain from = DomainKeys.SPLIT;
        PseudonymDomain to = DomainKeys.SPLIT_NEXT;
        Asker vault = new Asker().converting(100, List.of(from), to);
        Blinding blinding = Asker.blinding(OprfMode.VOPRF, 2);
        byte[] body = Asker.conversionBody(to, blinding.blinded());
        List<SplitKey.Part> old = new ArrayList<>();
        List<SplitKey.Part> fresh = new ArrayList<>();
        for (int holder : List.of(3, 1)) {
            Response answer = vault.post(
                    "/api/v1/authority/domains/" + from.text() + "/shares/" + holder + "/conversions",
                    vault.signed(vault.conversionClaims(from, to, body)),
                    body);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            old.add(new SplitKey.Part(
                    holder, EvaluationIT.published(from.text(), holder), EvaluationIT.evaluation(answer, "from.")));
            fresh.add(new SplitKey.Part(
                    holder, EvaluationIT.published(to.text(), holder), EvaluationIT.evaluation(answer, "to.")));
        }

        assertThat(blinding.opened(SplitKey.combine(EvaluationIT.wholeOf(from.text()), blinding.blinded(), old)))
                .first()
                .isEqualTo(DomainKeys.key(from).pseudonym(OprfMode.VOPRF, FIRST));
        assertThat(blinding.opened(SplitKey.combine(EvaluationIT.wholeOf(to.text()), blinding.blinded(), fresh)))
                .first()
                .isEqualTo(DomainKeys.key(to).pseudonym(OprfMode.VOPRF, FIRST));
        assertThatThrownBy(() -> SplitKey.combine(EvaluationIT.wholeOf(to.text()), blinding.blinded(), old))
                .isInstanceOf(OprfException.class);
        assertThat(code(vault.convert(from, to, body))).isEqualTo("authority_domain_unknown");
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }
}
