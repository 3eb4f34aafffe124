package dk.rettidig.handover.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.handover.HandedOver;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The central unit hands over and takes over in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class HandoverPageBrowserIT {

    private static final String WHY = "Familien er set hjemme, og vi fortsætter støtten.";

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        Sender.sendBytesAsTheyAre();
        VaultSender.clear();
    }

    private static String main(Page page) {
        return page.locator("main").textContent();
    }

    @Test
    void whatCameIsOpenedAndAnsweredAndOnlyThenRead() throws SQLException {
        HandedOver.received(Sender.pseudonym(8_201));
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            assertThat(main(page)).contains("1 overdragelse venter på jer");
            browser.follow("Overdragelser");
            assertThat(main(page)).contains("Fra København", "Fremme, ikke åbnet");
            browser.inspect("handovers");
            browser.follow("Fra København");
            assertThat(main(page)).contains("Indholdet ses, når I har åbnet").doesNotContain("Støttekontakten");
            browser.inspect("handover-closed");

            browser.press("Åbn overdragelsen");
            assertThat(main(page)).contains("Støttekontakten slutter", "Se underretningen", "Åbnet af modtageren");
            browser.press("Send svaret");
            assertThat(page.locator(".govuk-error-summary li").count()).isEqualTo(2);
            browser.inspect("handover-wrong");

            page.getByLabel("Vi overtager barnets sag").check();
            page.locator("#because").fill(WHY);
            browser.press("Send svaret");
            assertThat(main(page)).contains("Besvaret", WHY, DemoPerson.CASEWORKER_ONE.username());
            assertThat(page.content()).doesNotContain(Sender.pseudonym(8_201));
            browser.inspect("handover-answered");
        }
    }

    @Test
    void whoSentItSeesTheAnswerSendsMoreAndCloses() throws SQLException {
        String id = HandedOver.sent(Sender.pseudonym(8_202));
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.follow("Overdragelser");
            browser.follow("Til København");
            assertThat(main(page)).contains("Venter på omsætning af pseudonymet", "Hvad mangler", "Støttekontakten");
            browser.inspect("handover-waiting");

            HandedOver.moreAsked(id);
            page.reload();
            assertThat(main(page)).contains("Vi mangler materiale", "faglig leder", "Børnefaglig undersøgelse");
            page.getByLabel("Børnefaglig undersøgelse").check();
            browser.press("Materialet er sendt");
            assertThat(main(page)).contains("Åbnet, ikke besvaret", "Materiale eftersendt");

            HandedOver.takenOver(id);
            page.reload();
            browser.press("Afslut overdragelsen");
            assertThat(page.locator(".govuk-error-summary li").count()).isEqualTo(1);
            page.locator("#closing").fill(WHY);
            browser.press("Afslut overdragelsen");
            assertThat(main(page)).contains("Afsluttet", WHY);
            browser.inspect("handover-ended");
        }
    }

    @Test
    void theFormSaysWhatIsMissingAndShowsNoNumberAgain() {
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.follow("Overdragelser");
            assertThat(main(page)).contains("Ingen overdragelser her");
            browser.follow("Overdrag et barn");
            page.locator("#child").fill("010203-1234");
            page.locator("#remark").fill("Barnet 010203-1234 flytter til sin mor.");
            browser.press("Overdrag");
            assertThat(page.locator(".govuk-error-summary li").count()).isEqualTo(7);
            assertThat(page.content()).doesNotContain("010203");
            browser.inspect("handover-form");
        }
    }
}
