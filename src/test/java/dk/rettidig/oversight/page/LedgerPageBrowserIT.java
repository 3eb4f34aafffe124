package dk.rettidig.oversight.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The data protection officer looks for entries in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class LedgerPageBrowserIT {

    @TestHTTPResource("/")
    URI base;

    @Inject
    Ledger ledger;

    private record Looked(long number) implements LedgerEvent {
        @Override
        public String type() {
            return "test.browsed";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("action", "open_flag")
                    .text("purpose", "child_support")
                    .text("basis", "lb.browsed")
                    .number("number", number);
        }
    }

    private void threeLooks() {
        Actor who = new Actor.Caseworker(new ActorName("browsed"), MunicipalityCode.SYNTHETIC);
        for (int i = 0; i < 3; i++) {
            ledger.await(ledger.appendCommitted(who, new Looked(i)), Duration.ofSeconds(30));
        }
    }

    @Test
    void findsEntriesByGroundAndTakesThemAlong() throws Exception {
        threeLooks();
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.follow("Protokol");
            browser.inspect("ledger");

            browser.page().getByText("Indsnævr søgningen").click();
            browser.page().getByLabel("Hjemmel, f.eks. lb.notification").fill("lb.browsed");
            browser.press("Vis");

            assertThat(browser.page().locator("tbody tr").count()).isEqualTo(3);
            assertThat(browser.page()
                            .getByLabel("Hjemmel, f.eks. lb.notification")
                            .inputValue())
                    .isEqualTo("lb.browsed");
            browser.inspect("ledger-found");
            browser.page()
                    .getByLabel("Kun det, der er hentet ud eller sendt videre")
                    .check();
            browser.press("Vis");
            assertThat(browser.page().locator("tbody tr").count()).isZero();
            assertThat(browser.page()
                            .getByLabel("Kun det, der er hentet ud eller sendt videre")
                            .isChecked())
                    .isTrue();
            browser.page()
                    .getByLabel("Kun det, der er hentet ud eller sendt videre")
                    .uncheck();
            browser.press("Vis");
            Download table = browser.page().waitForDownload(() -> browser.press("Hent det fundne som CSV med beviser"));
            assertThat(Files.readAllLines(table.path()))
                    .hasSize(5)
                    .last()
                    .asString()
                    .startsWith("checkpoint,");
        }
    }

    @Test
    void saysWhatIsWrongWithASearchThatCannotBeRead() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.visit("/ledger?from=2026-11-22&to=2026-11-21");

            assertThat(browser.page().locator(".govuk-error-summary").textContent())
                    .contains("Søgningen kan ikke læses", "Intet er vist");
            assertThat(browser.page().locator("tbody tr, .rt-empty").count()).isZero();
            browser.inspect("ledger-malformed");
        }
    }
}
