package dk.rettidig.oversight.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagEvent;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.RunId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.oversight.halt.HaltRows;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.review.ReviewEvent;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rights desk prepares an extract, decides entry by entry, releases and downloads it in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ExtractPageBrowserIT {

    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;

    @TestHTTPResource("/")
    URI base;

    @Inject
    Ledger ledger;

    @AfterEach
    void none() throws java.sql.SQLException {
        HaltRows.change("delete from extract");
    }

    private Pseudonym withAFlagThatWasRead() throws Exception {
        Pseudonym child = HaltRows.child();
        FlagId flag = HaltRows.flag(child, "view_sealed");
        Actor caseworker = new Actor.Caseworker(new ActorName("browsed"), HERE);
        ledger.appendCommitted(
                new Actor.Scheduler(),
                new FlagEvent.Raised(new RunId(UUID.randomUUID()), HERE, flag, child, "0".repeat(64)));
        ledger.await(
                ledger.appendCommitted(caseworker, new ReviewEvent.FlagOpened(HERE, flag)), Duration.ofSeconds(30));
        return child;
    }

    @Test
    void preparesDecidesReleasesAndDownloads() throws Exception {
        Pseudonym child = withAFlagThatWasRead();
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.follow("Indsigt");
            browser.inspect("extracts");
            browser.press("Forbered");
            assertThat(browser.page().locator(".govuk-error-summary li").count())
                    .isEqualTo(2);
            browser.inspect("extracts-wrong");
            browser.page().getByLabel("Barnets pseudonym").fill(child.text());
            browser.page().getByLabel("Sags- eller journalnummer").fill("S-2026-17");
            browser.press("Forbered");

            assertThat(browser.page().locator("section.rt-note").count()).isEqualTo(2);
            assertThat(browser.page().content()).doesNotContain(child.text(), "browsed");
            browser.inspect("extract-draft");
            browser.press("Frigiv udskriften");
            assertThat(browser.page().locator(".govuk-error-summary").textContent())
                    .contains("ingen har taget stilling til");
            browser.inspect("extract-undecided");
            browser.page().locator("#entry-1").check();
            browser.page().locator("#entry-2-3").check();
            browser.press("Gem valgene");
            browser.press("Frigiv udskriften");

            assertThat(browser.page().content()).contains("Holdes tilbage: Oplysninger om den anden forælder");
            browser.inspect("extract-released");
            Download file = browser.page()
                    .waitForDownload(
                            () -> browser.page().getByText("Hent som HTML").click());
            String html = Files.readString(file.path());
            assertThat(html).contains("rejste en markering", "raised a flag").doesNotContain("A caseworker read");
            Path saved = Path.of("target/screenshots/extract-document.html").toAbsolutePath();
            Files.writeString(saved, html);
        }
    }
}
