package dk.rettidig.oversight.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.Actor;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.Ledger.Covered;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.TreeHasher;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import dk.rettidig.verifier.Report;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class LedgerRoutesIT {

    private static final DemoPerson OFFICER = DemoPerson.DATA_PROTECTION_OFFICER;

    @Inject
    Ledger ledger;

    @TestHTTPResource("/")
    URI address;

    private Covered covered;

    private record Happened() implements LedgerEvent {
        @Override
        public String type() {
            return "test.happened";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("what", "something");
        }
    }

    @BeforeEach
    void somethingHappened() {
        covered = ledger.await(ledger.appendCommitted(new Actor.Scheduler(), new Happened()), Duration.ofSeconds(30));
    }

    @Test
    void anybodyReadsCheckpointKeyAndTiles() throws Exception {
        String note = given().get("/ledger/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String key =
                given().get("/ledger/log-key").then().statusCode(200).extract().asString();
        Checkpoint checkpoint = Checkpoint.open(SignedNote.parse(note), List.of(VerifierKey.parse(key.strip())));
        Response tile = given().get("/ledger/tile/0/000.p/1");

        assertThat(checkpoint.size()).isGreaterThanOrEqualTo(covered.treeSize());
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.body().asByteArray()).hasSize(Hash.LENGTH);
        assertThat(tile.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(tile.header("Content-Type")).isEqualTo("application/octet-stream");
        Response newest = given().get("/ledger/checkpoint");
        assertThat(newest.header("Cache-Control")).isEqualTo("public, max-age=1");
        assertThat(newest.header("Content-Type")).isEqualToIgnoringCase("text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/999",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "00/000",
                "64/000",
                "-1/000",
                "0/0",
                "0/x000/000",
                "0/x999/x999/x999/x999/x999/999",
                "0/99999999999999999999",
                "0/x009/x223/x372/x036/x854/x775/807",
                "0/x018/x446/x744/x073/x709/x551/616",
                "0/x001",
                "0/x001/x000",
                "0/001/000",
                "0/X001/000",
                "0/000/",
                "0/000.p/",
                "0/000.p/257",
                "0/000.p/-1",
                "0/000.p/255.p/1",
                "0/00a",
                "0/000%00",
                "0/000%0a",
                "63/000",
                "7/x123/x456/x789/x012/x345/678",
                "abc"
            })
    void aTileThatCannotBeIsNotFound(String path) {
        Response answer = given().urlEncodingEnabled(false).get("/ledger/tile/" + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("Cache-Control")).doesNotContain("immutable", "public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ledger/tile/entries/000.p/1",
                "/api/v1/ledger/entries",
                "/api/v1/ledger/entries/0",
                "/api/v1/ledger/entries/0/proof",
                "/api/v1/ledger/consistency?from=1"
            })
    void entriesAreNotForEverybody(String path) {
        assertThat(given().redirects().follow(false).get(path).statusCode()).isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ledger/tile/entries/000.p/1", "/api/v1/ledger/entries", "/api/v1/ledger/entries/0"})
    @TestSecurity(
            user = "somebody",
            roles = "caseworker",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void aCaseworkerIsRefusedTheLedger(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(403);
    }

    @Test
    @TestSecurity(
            user = "dpo",
            roles = "data_protection_officer",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void theOfficerReadsEntriesPageByPage() {
        Response page = given().get("/api/v1/ledger/entries?from=0&limit=1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.jsonPath().getList("entries")).hasSize(1);
        assertThat(page.jsonPath().getString("entries[0].entry.body.type")).isNotBlank();
        assertThat(page.header("Link")).contains("from=1").contains("rel=\"next\"");
        assertThat(given().get("/api/v1/ledger/entries?from=-5").jsonPath().getList("entries"))
                .isEmpty();
        assertThat(given().get("/api/v1/ledger/entries/99999999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    @TestSecurity(
            user = "dpo",
            roles = "data_protection_officer",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void theOfficersProofsHold() throws Exception {
        String path = "/api/v1/ledger/entries/" + covered.leafIndex() + "/proof?tree_size=" + covered.treeSize();
        JsonPath json = given().accept("application/json").get(path).jsonPath();
        TlogProof file = TlogProof.parse(
                given().accept("text/plain").get(path).asString().getBytes(StandardCharsets.UTF_8));

        List<Hash> hashes = json.getList("path", String.class).stream()
                .map(Hash::fromBase64)
                .toList();
        InclusionProof proof = new InclusionProof(json.getLong("index"), json.getLong("tree_size"), hashes);
        proof.verify(Hash.fromBase64(json.getString("leaf_hash")), Hash.fromBase64(json.getString("root_hash")));
        assertThat(file.path()).isEqualTo(hashes);
        assertThat(new TreeHasher().leaf(file.extra().bytes()).base64()).isEqualTo(json.getString("leaf_hash"));
    }

    @Test
    @TestSecurity(
            user = "dpo",
            roles = "data_protection_officer",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void theOfficerTakesTheWholeLedgerAway() throws Exception {
        Response export = given().contentType("application/json").post("/api/v1/ledger/exports");

        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(export.body().asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(names)
                .contains("checkpoint", "log-key")
                .anyMatch(name -> name.startsWith("tile/entries/000"))
                .anyMatch(name -> name.startsWith("tile/0/000"));
    }

    @Test
    void theOfficersEntryBundlesAreThoseOfTheExportFullAndPartial() throws Exception {
        aFullBundle();
        Response export = Session.of(OFFICER)
                .accept("application/zip")
                .contentType("application/json")
                .post("/api/v1/ledger/exports");
        assertThat(export.statusCode()).isEqualTo(200);

        List<String> read = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(export.body().asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("tile/entries/")) {
                    Response bundle = Session.of(OFFICER)
                            .accept("application/octet-stream")
                            .get("/ledger/" + entry.getName());
                    assertThat(bundle.statusCode()).as(entry.getName()).isEqualTo(200);
                    assertThat(bundle.header("Content-Type")).isEqualTo("application/octet-stream");
                    assertThat(bundle.body().asByteArray()).isEqualTo(zip.readAllBytes());
                    read.add(entry.getName());
                }
            }
        }
        assertThat(read).contains("tile/entries/000").anyMatch(name -> name.contains(".p/"));
        assertThat(Session.of(OFFICER)
                        .accept("application/octet-stream")
                        .get("/ledger/tile/entries/x001/000")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverMayReadEntriesVerifiesTheRunningServiceOverItsAddress() throws Exception {
        aFullBundle();
        VerifierKey key =
                VerifierKey.parse(given().get("/ledger/log-key").asString().strip());
        Trust trust = new Trust(List.of(key), List.of(), Optional.empty());
        String session = Session.cookies(OFFICER).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .findFirst()
                .orElseThrow();

        Report report =
                LedgerVerifier.verify(address, List.of(Map.entry("Cookie", session)), trust, true, (done, of) -> {});

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries())
                .isGreaterThanOrEqualTo(covered.treeSize())
                .isEqualTo(report.checkpoint().orElseThrow().size());
        assertThat(LedgerVerifier.verify(address, List.of(), trust, false, (done, of) -> {})
                        .ok())
                .as("hashes are for everybody")
                .isTrue();
        assertThatThrownBy(() -> LedgerVerifier.verify(address, List.of(), trust, true, (done, of) -> {}))
                .as("entries are not")
                .isInstanceOf(IOException.class);
    }

    /** Enough entries that the first bundle is full and the last one is not. */
    private void aFullBundle() {
        long behind = TilePath.FULL + 1 - covered.treeSize();
        for (long i = 0; i < behind; i++) {
            ledger.appendCommitted(new Actor.Scheduler(), new Happened());
        }
        somethingHappened();
        while (covered.treeSize() % TilePath.FULL == 0) {
            somethingHappened();
        }
    }
}
