package dk.rettidig.oversight.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import dk.rettidig.verifier.ProofTableVerifier;
import dk.rettidig.verifier.Report;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data protection officer looks for entries, and takes the proof along. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@TestSecurity(
        user = "dpo-of-tests",
        roles = "data_protection_officer",
        attributes = @SecurityAttribute(key = "municipality", value = "999"))
class LedgerSearchIT {

    @Inject
    Ledger ledger;

    @TempDir
    Path directory;

    private record Looked(String type, String basis, long number) implements LedgerEvent {
        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("action", "open_flag")
                    .text("purpose", "child_support")
                    .text("basis", basis)
                    .number("number", number);
        }
    }

    private String happened(String actor, String type, String basis, int times) {
        Actor who = new Actor.Caseworker(new ActorName(actor), MunicipalityCode.SYNTHETIC);
        Ledger.Covered last = new Ledger.Covered(0, 0, "");
        for (int i = 0; i < times; i++) {
            last = ledger.await(ledger.appendCommitted(who, new Looked(type, basis, i)), Duration.ofSeconds(30));
        }
        return given().get("/api/v1/ledger/entries/" + last.leafIndex())
                .jsonPath()
                .getString("entry.body.actor");
    }

    private static JsonPath search(String query) {
        return given().get("/api/v1/ledger/search?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void findsByHandleTypePurposeBasisActionAndDay() {
        String handle = happened("searched-a", "test.looked", "lb.search", 3);
        happened("searched-b", "test.looked", "lb.search", 2);
        String today = LocalDate.now(ZoneId.of("Europe/Copenhagen")).toString();

        assertThat(search("handle=" + handle).getList("entries")).hasSize(3);
        assertThat(search("basis=lb.search&type=test.").getList("entries")).hasSize(5);
        assertThat(search("basis=lb.search&type=test.looked&purpose=child_support&action=open_flag&handle=" + handle
                                + "&from=" + today + "&to=" + today)
                        .getList("entries"))
                .hasSize(3);
        assertThat(search("basis=lb.search&type=tesu").getList("entries")).isEmpty();
        assertThat(search("basis=lb.searc").getList("entries")).isEmpty();
        assertThat(search("handle=" + handle + "&to=2020-01-01").getList("entries"))
                .isEmpty();
        assertThat(search("handle=" + handle + "&purpose=supervision").getList("entries"))
                .isEmpty();
        assertThat(search("handle=" + handle + "&refused=true").getList("entries"))
                .isEmpty();
    }

    @Test
    void goesOnWhereThePageEndedAndEveryHitIsTheEntryItself() {
        String handle = happened("searched-c", "test.paged", "lb.paged", 5);
        List<Long> seen = new ArrayList<>();
        JsonPath page = search("handle=" + handle + "&limit=2");
        while (page.get("below") != null) {
            seen.addAll(page.getList("entries.index", Long.class));
            page = search("handle=" + handle + "&limit=2&below=" + page.getLong("below"));
        }
        seen.addAll(page.getList("entries.index", Long.class));

        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(page.getString("entries[0].entry.body.type")).isEqualTo("test.paged");
    }

    @Test
    void refusalsAreFoundAndTheSearchIsAnEntryItself() {
        happened("searched-d", "test.thing_refused", "lb.refused", 1);

        assertThat(search("refused=true&basis=lb.refused").getList("entries")).hasSize(1);
        happened(
                "searched-d",
                "test.later",
                "lb.later",
                1); // published after the search, so the search is published too
        JsonPath searches = search("type=oversight.ledger_searched&limit=50");
        assertThat(searches.getList("entries.entry.body.fields.query.basis", String.class))
                .contains("lb.refused");
    }

    @Test
    void exportsAreFoundAndLooksAndRefusalsAreNot() {
        String handle = happened("searched-g", "supervision.package_taken", "lb.exported", 1);
        happened("searched-g", "extract.released", "lb.exported", 1);
        happened("searched-g", "test.looked", "lb.exported", 2);
        happened("searched-g", "casefile.findings_exported_refused", "lb.exported", 1);

        assertThat(search("basis=lb.exported").getList("entries")).hasSize(5);
        assertThat(search("exported=true&basis=lb.exported").getList("entries.entry.body.type", String.class))
                .containsExactly("extract.released", "supervision.package_taken");
        assertThat(search("exported=true&handle=" + handle + "&to=2020-01-01").getList("entries"))
                .isEmpty();
        assertThat(search("exported=true&refused=true&basis=lb.exported").getList("entries"))
                .isEmpty();
        assertThat(search("exported=false&refused=true&basis=lb.exported").getList("entries"))
                .hasSize(1);
    }

    @Test
    void takingTheWholeLedgerOrFindingsAlongIsAnExportOnce() {
        String last = "exported=true&type=gate.permitted&action=export_ledger";
        happened("searched-h", "test.later", "lb.later", 1);
        int before = search(last).getList("entries").size();
        int findings = search("exported=true&type=oversight.findings_exported")
                .getList("entries")
                .size();
        given().contentType("application/json")
                .post("/api/v1/ledger/exports")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .post("/api/v1/ledger/findings?basis=lb.nothing")
                .then()
                .statusCode(200);
        happened("searched-h", "test.later", "lb.later", 1);

        assertThat(search(last).getList("entries")).hasSize(before + 1);
        assertThat(search("exported=true&type=oversight.findings_exported").getList("entries"))
                .hasSize(findings + 1);
        assertThat(search("exported=true&action=export_findings").getList("entries"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "from=2026-11-22&to=2026-11-21", "to=2026-02-30", "from=0001-01-01"})
    void aQueryThatCannotBeReadSaysSo(String query) {
        given().get("/api/v1/ledger/search?" + query)
                .then()
                .statusCode(422)
                .body("code", org.hamcrest.Matchers.equalTo("ledger_query_malformed"));
        given().get("/api/v1/ledger/search?handle=" + "x".repeat(201)).then().statusCode(422);
        given().get("/api/v1/ledger/volumes?from=2026-01-01").then().statusCode(422);
    }

    @Test
    void volumesCountEachActorsDay() {
        String handle = happened("searched-e", "test.volume", "lb.volume", 4);
        String today = LocalDate.now(ZoneId.of("Europe/Copenhagen")).toString();

        JsonPath days = given().get("/api/v1/ledger/volumes?from=" + today + "&to=" + today)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(days.getList("findAll { it.handle == '" + handle + "' }.entries", Long.class))
                .containsExactly(4L);
    }

    @Test
    void whatIsTakenAlongProvesItself() throws Exception {
        String handle = happened("searched-f", "test.taken", "lb.taken", 3);
        String table = given().contentType("application/json")
                .post("/api/v1/ledger/findings?handle=" + handle)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Trust trust = new Trust(
                List.of(VerifierKey.parse(
                        given().get("/ledger/log-key").asString().strip())),
                List.of(),
                Optional.empty());

        assertThat(verified(table, trust).ok()).isTrue();
        assertThat(verified(table, trust).entries()).isEqualTo(3);
        String[] rows = table.split("\r\n");
        assertThat(rows).hasSize(5);
        for (String changed : List.of(
                table.replaceFirst("open_flag", "read_flag"),
                table.replaceFirst("caseworker", "operator"),
                table.replace(rows[1] + "\r\n", rows[1].replaceFirst("^[0-9]+", "0") + "\r\n"),
                table.replace(rows[1], rows[1] + rows[2].substring(rows[2].lastIndexOf(','))),
                table.replace(rows[2] + "\r\n", "\r\n"),
                table.replace(rows[4], rows[4].substring(0, rows[4].length() - 8)),
                table + rows[1] + "\r\n",
                table.replace(rows[1], altered(rows[1])))) {
            assertThat(verified(changed, trust).ok()).as(changed).isFalse();
        }
        assertThat(verified(table, Trust.NOTHING).ok()).isFalse();
    }

    /** The row with another number inside its entry. */
    private static String altered(String row) {
        String[] columns = row.split(",", -1);
        String entry = new String(Base64.getDecoder().decode(columns[8]), StandardCharsets.UTF_8);
        columns[8] = Base64.getEncoder()
                .encodeToString(
                        entry.replaceFirst("\"number\":[0-9]", "\"number\":7").getBytes(StandardCharsets.UTF_8));
        return String.join(",", columns);
    }

    private Report verified(String table, Trust trust) throws Exception {
        Path file = Files.writeString(directory.resolve("table.csv"), table);
        return ProofTableVerifier.verify(file, trust);
    }
}
