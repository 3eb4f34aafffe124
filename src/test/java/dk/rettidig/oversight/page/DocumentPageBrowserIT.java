package dk.rettidig.oversight.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The data protection officer reads the documents of what runs in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DocumentPageBrowserIT {

    @TestHTTPResource("/")
    URI base;

    @Test
    void listsTheDocumentsAndShowsOneAsAPage() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.follow("Dokumenter");

            assertThat(browser.page().locator("tbody tr").count()).isEqualTo(6);
            assertThat(browser.page().locator("tbody").textContent())
                    .contains("Fortegnelse over behandlingsaktiviteter", "Record of processing activities", "bilag IV");
            browser.inspect("documents");

            browser.follow("Teknisk dokumentation");
            assertThat(browser.page().locator("h1").textContent())
                    .contains("Teknisk dokumentation", "Technical documentation");
            assertThat(browser.page().locator(".rt-document table").count()).isPositive();
            assertThat(browser.page().locator(".rt-document").textContent())
                    .contains("ÅBENT", "scorecard/1.2.0")
                    .doesNotContain("**", "|---");
            browser.inspect("document");
        }
    }

    @Test
    void aCaseworkerHasNoWayThere() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());

            assertThat(browser.page().content()).doesNotContain("/documents");
        }
    }
}
