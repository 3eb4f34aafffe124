package dk.rettidig.oversight.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import dk.rettidig.verifier.Report;
import dk.rettidig.web.Shells;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestIdentityAssociation;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An authorised verifier reads entries as they stand and takes the ledger along, and nothing else. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class VerifierIT {

    private static final int BUNDLE = 256;
    private static final String SEARCHED = "lb.the-officer-alone";

    @Inject
    Ledger ledger;

    @Inject
    TestIdentityAssociation identities;

    @TestHTTPResource("/")
    URI base;

    private record Happened() implements LedgerEvent {
        @Override
        public String type() {
            return "test.happened";
        }

        @Override
        public EventFields fields() {
            return EventFields.none();
        }
    }

    private void published() {
        ledger.await(ledger.appendCommitted(new Actor.Scheduler(), new Happened()), Duration.ofSeconds(30));
    }

    /** The path of the published bundle in which the officer's own search is. */
    private String bundleOfTheOfficersSearch() {
        officerSearches("basis=" + SEARCHED);
        published();
        JsonPath searches = officerSearches("type=oversight.ledger_searched&limit=256");
        List<Long> indices = searches.getList("entries.index", Long.class);
        List<String> bases = searches.getList("entries.entry.body.fields.query.basis", String.class);
        long index = indices.get(bases.indexOf(SEARCHED));
        long size = Long.parseLong(
                given().get("/ledger/checkpoint").asString().lines().toList().get(1));
        long bundle = index / BUNDLE;
        long width = Math.min(BUNDLE, size - bundle * BUNDLE);
        return "/ledger/tile/entries/%03d".formatted(bundle) + (width == BUNDLE ? "" : ".p/" + width);
    }

    private static JsonPath officerSearches(String query) {
        Response found = Session.of(DemoPerson.DATA_PROTECTION_OFFICER).get("/api/v1/ledger/search?" + query);
        assertThat(found.statusCode()).isEqualTo(200);
        return found.jsonPath();
    }

    private Response as(String role, String path) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("of-tests"))
                .addRole(role);
        if (!role.equals("verifier") && !role.equals("operator")) {
            identity.addAttribute("municipality", MunicipalityCode.SYNTHETIC.value());
        }
        identities.setTestIdentity(identity.build());
        try {
            return given().get(path);
        } finally {
            identities.setTestIdentity(null);
        }
    }

    @Test
    void theOfficersOwnSearchesAreReadByTheOfficerAndTheVerifierAndNobodyElse() {
        String path = bundleOfTheOfficersSearch();

        Response officer = given().cookies(Session.cookies(DemoPerson.DATA_PROTECTION_OFFICER))
                .get(path);
        Response verifier = as("verifier", path);

        assertThat(officer.statusCode()).isEqualTo(200);
        assertThat(verifier.statusCode()).isEqualTo(200);
        assertThat(verifier.body().asByteArray()).isEqualTo(officer.body().asByteArray());
        assertThat(new String(verifier.body().asByteArray(), StandardCharsets.UTF_8))
                .contains("oversight.ledger_searched", SEARCHED);
        for (DemoPerson person : List.of(
                DemoPerson.CASEWORKER_ONE, DemoPerson.CASEWORKER_TWO, DemoPerson.TEAM_LEADER, DemoPerson.DATA_TEAM)) {
            assertThat(given().cookies(Session.cookies(person)).get(path).statusCode())
                    .as(person.username())
                    .isEqualTo(403);
        }
        for (String role : List.of("legal_reviewer", "citizens_adviser", "model_owner", "operator")) {
            assertThat(as(role, path).statusCode()).as(role).isEqualTo(403);
        }
        assertThat(given().get(path).statusCode()).isIn(401, 403);
    }

    @Test
    @TestSecurity(user = "checker-of-tests", roles = "verifier")
    void theOutsidersToolChecksTheRunningServiceAndEachReadingIsAnEntry() throws Exception {
        published();
        Trust trust = new Trust(
                List.of(VerifierKey.parse(
                        given().get("/ledger/log-key").asString().strip())),
                List.of(),
                Optional.empty());
        LedgerSpy spy = LedgerSpy.now();

        Report report = LedgerVerifier.verify(base, List.of(), trust, true, (at, of) -> {});

        assertThat(report.findings()).isEmpty();
        assertThat(report.ok()).isTrue();
        assertThat(report.entries()).isPositive();
        long bundles = (report.entries() + BUNDLE - 1) / BUNDLE;
        assertThat(spy.entries("gate.permitted", "verifier")).isEqualTo(bundles);
        assertThat(spy.entries("gate.permitted"))
                .filteredOn(entry -> entry.contains("\"actor_kind\":\"verifier\""))
                .allMatch(entry -> entry.contains("\"action\":\"read_entries\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/ledger/entries",
                "/api/v1/ledger/entries/0",
                "/api/v1/ledger/entries/0/proof",
                "/api/v1/ledger/consistency?from=1",
                "/ledger/checkpoint",
                "/ledger/tile/0/000.p/1"
            })
    @TestSecurity(user = "checker-of-tests", roles = "verifier")
    void entriesAndProofsAreForTheVerifier(String path) {
        published();
        assertThat(given().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    @TestSecurity(user = "checker-of-tests", roles = "verifier")
    void theVerifierTakesTheWholeLedgerAlongButNoFindings() {
        published();
        Response export = given().contentType("application/json").post("/api/v1/ledger/exports");

        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.contentType()).startsWith("application/zip");
        assertThat(given().contentType("application/json")
                        .post("/api/v1/ledger/findings")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ledger",
                "/ledger/0",
                "/ledger/0/proof",
                "/api/v1/ledger/search",
                "/api/v1/ledger/volumes?from=2026-11-22&to=2026-11-22",
                "/api/v1/scope/bands",
                "/api/v1/flags",
                "/api/v1/notifications",
                "/api/v1/extracts",
                "/extracts",
                "/halts",
                "/documents",
                "/api/v1/reidentifications",
                "/api/v1/case-findings/figures",
                "/api/v1/deliveries?municipality=999",
                "/api/v1/runs"
            })
    @TestSecurity(user = "checker-of-tests", roles = "verifier")
    void nothingElseIs(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(403);
    }

    @Test
    @TestSecurity(user = "checker-of-tests", roles = "verifier")
    void whoSignsInIsToldWhatToDoInDanishAndInEnglish() {
        Map<String, String> english = Map.of(Shells.LANGUAGE_COOKIE, "en");

        assertThat(given().get("/").asString())
                .contains("godkendt kontrollant", "indførsler at efterprøve", "href=\"/ledger/verification\"")
                .doesNotContain("href=\"/ledger\"", "href=\"/flags\"");
        assertThat(given().cookies(english).get("/").asString())
                .contains("authorised verifier", "entries to check", "See how to check it");
        assertThat(given().get("/ledger/verification").asString())
                .contains("Efterprøv protokollen", "./rettidig verify " + base, "Hent hele protokollen");
        assertThat(given().cookies(english).get("/ledger/verification").asString())
                .contains("Check the ledger", "Each reading is an entry itself");
    }
}
