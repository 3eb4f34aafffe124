package dk.rettidig.oversight.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.gate.Policies;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What this installation's documents are, who reads them, and what the record keeps of it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DocumentShelfIT {

    private static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;

    @Inject
    Policies policies;

    @Test
    void theDocumentsAreThoseOfWhatRunsHere() throws Exception {
        var made = GeneratedDocuments.of(Running.packaged(policies));

        Response list = Session.of(DPO).get("/api/v1/documents");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.<List<String>>path("id"))
                .containsExactlyInAnyOrder(
                        "algorithm-register", "annex-iv", "article-30", "dpia-facts", "fria-facts", "model-card");
        made.forEach((name, text) -> assertThat(Session.of(DPO)
                        .get("/api/v1/documents/" + name.replace(".md", ""))
                        .<String>path("markdown"))
                .as(name)
                .isEqualTo(text));
    }

    @Test
    void theModelCardIsTheOneThatWasSignedWithTheRelease() throws Exception {
        Response card = Session.of(DPO).get("/api/v1/documents/model-card");

        assertThat(Running.packaged(policies).manifest().files())
                .filteredOn(file -> file.name().equals("model-card.md"))
                .singleElement()
                .satisfies(file -> assertThat(file.sha256()).isEqualTo(card.<String>path("sha256")));
        assertThat(card.<String>path("markdown")).contains("## Dansk", "## English");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/documents/article-30/markdown", "/api/v1/documents/article-30", "/documents/article-30"})
    void whoeverReadsOneIsOnTheRecordWithTheVersionThatWasRead(String path) throws Exception {
        String digest = digest(GeneratedDocuments.of(Running.packaged(policies)).getOrDefault("article-30.md", ""));
        LedgerSpy spy = LedgerSpy.now();

        Session.of(DPO).accept("*/*").get(path).then().statusCode(200);

        assertThat(spy.entries("oversight.document_read"))
                .singleElement(STRING)
                .contains("article-30", digest)
                .doesNotContain("demo-dpo");
        assertThat(spy.entries("gate.permitted"))
                .anySatisfy(entry -> assertThat(entry).contains("read_documents"));
    }

    @Test
    void aDownloadIsAFileOfItsOwnAndTheMarkdownIsWhatItsDigestIsOf() throws Exception {
        Response markdown = Session.of(DPO).accept("text/markdown").get("/documents/annex-iv/markdown");
        Response html = Session.of(DPO).accept("text/html").get("/documents/annex-iv/html");

        assertThat(markdown.header("Content-Disposition")).isEqualTo("attachment; filename=\"annex-iv.md\"");
        assertThat(digest(markdown.asString()))
                .isEqualTo(Session.of(DPO).get("/api/v1/documents/annex-iv").<String>path("sha256"));
        assertThat(html.header("Content-Disposition")).isEqualTo("attachment; filename=\"annex-iv.html\"");
        assertThat(html.asString())
                .contains("<title>Teknisk dokumentation · Technical documentation</title>", "<table")
                .doesNotContain("<script", "**", "src=", "href=");
    }

    @ParameterizedTest
    @EnumSource(value = DemoPerson.class, names = "DATA_PROTECTION_OFFICER", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseReadsThem(DemoPerson person) throws Exception {
        LedgerSpy spy = LedgerSpy.now();

        Session.of(person).get("/api/v1/documents/annex-iv").then().statusCode(403);

        assertThat(spy.entries("oversight.document_read")).isEmpty();
        assertThat(spy.entries("gate.refused")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "annex-iv.md", "..%2Fpolicies", "ANNEX-IV"})
    void aNameThatNoDocumentHasIsNotFound(String name) throws Exception {
        LedgerSpy spy = LedgerSpy.now();

        int status = Session.of(DPO).get("/api/v1/documents/" + name).statusCode();

        assertThat(status).isEqualTo(404);
        assertThat(spy.entries("oversight.document_read")).isEmpty();
    }

    private static String digest(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
