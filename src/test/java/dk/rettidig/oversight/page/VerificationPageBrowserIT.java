package dk.rettidig.oversight.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** An authorised verifier in a real browser: from the front page to the command and the file. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@TestSecurity(user = "checker-of-tests", roles = "verifier")
class VerificationPageBrowserIT {

    @TestHTTPResource("/")
    URI base;

    @Test
    void landsAtWhatCanBeCheckedAndTakesTheLedgerAlong() {
        try (Browser browser = Browser.open(base)) {
            browser.visit("/");
            browser.inspect("verifier-home");
            browser.follow("Se, hvordan du efterprøver den");

            assertThat(browser.heading()).isEqualTo("Efterprøv protokollen");
            browser.inspect("verification");
            Download ledger = browser.page().waitForDownload(() -> browser.press("Hent hele protokollen"));
            assertThat(ledger.suggestedFilename()).startsWith("ledger-").endsWith(".zip");
        }
    }
}
