package dk.rettidig.oversight.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.oversight.erasure.ErasureRequestDesk;
import dk.rettidig.oversight.halt.HaltRows;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rights desk registers a request for erasure and decides on another's in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ErasureRequestPageBrowserIT {

    private static final String WHY = "Datatilsynet har fundet behandlingen ulovlig.";

    @TestHTTPResource("/")
    URI base;

    @Inject
    ErasureRequestDesk desk;

    @BeforeEach
    void none() throws SQLException {
        VaultSender.clear();
        HaltRows.change("truncate halt");
    }

    @Test
    void registersARequestAndLeavesTheDecisionToAnother() throws SQLException {
        String child = HaltRows.child().text();
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.follow("Sletning");
            browser.inspect("erasures-none");

            browser.page().getByLabel("Barnets pseudonym").fill("310299-9876");
            browser.press("Registrér");
            assertThat(browser.page().locator(".govuk-error-summary li").count())
                    .isEqualTo(4);
            assertThat(browser.page().content()).doesNotContain("310299");
            browser.inspect("erasures-wrong");

            browser.page().getByLabel("Barnets pseudonym").fill(child);
            browser.page().getByLabel("Behandlet uden hjemmel").check();
            browser.page().getByLabel("Sags- eller journalnummer").fill("S-2026-17");
            browser.page().getByLabel("Hvorfor?").fill(WHY);
            browser.press("Registrér");

            assertThat(browser.page().locator("tbody").textContent())
                    .contains("S-2026-17", "Behandlet uden hjemmel", "en anden skal afgøre den")
                    .doesNotContain("Hvad er afgørelsen?");
            assertThat(browser.page().content()).doesNotContain(child);
            browser.inspect("erasures-own");
        }
    }

    @Test
    void carriesOutAnothersRequestOnceNothingStandsInTheWay() throws SQLException {
        Pseudonym child = HaltRows.child();
        HaltRows.observed(child);
        HaltRows.change(
                "insert into halt (municipality, id, pseudonym, lookup, kind, case_reference, registered_by,"
                        + " registered_at) values (999, gen_random_uuid(), ?, sha256('h'), 'complaint', 'S-2026-18', 'desk',"
                        + " now())",
                (Object) child.bytes());
        desk.request(
                new Actor.LegalReviewer(new ActorName("lawyer"), MunicipalityCode.SYNTHETIC),
                new ErasureRequestDesk.Draft(child.text(), "unlawful", "S-2026-17", WHY));
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.follow("Sletning");
            browser.page().locator("summary").click();
            decide(browser);
            assertThat(browser.page().locator(".govuk-error-summary").textContent())
                    .contains("slettestop");
            browser.inspect("erasures-halted");

            HaltRows.change("truncate halt");
            decide(browser);
            assertThat(browser.page().locator("tbody").textContent()).contains("Alt om barnet er slettet");
            browser.inspect("erasures-done");
        }
        assertThat(HaltRows.of("observation", child)).isZero();
    }

    private static void decide(Browser browser) {
        browser.page().locator("tbody").getByLabel("Slet alt om barnet").check();
        browser.page().locator("tbody").getByLabel("Hvorfor?").fill(WHY);
        browser.press("Afgør");
    }
}
