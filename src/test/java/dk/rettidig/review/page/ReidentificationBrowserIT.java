package dk.rettidig.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.flag.FlagId;
import dk.rettidig.review.reidentification.WayBack;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way back as people use it: ask, approve, fetch a ticket, see what became of it, count. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ReidentificationBrowserIT {

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void nothingBefore() throws Exception {
        try (Connection connection = RealDatabase.database().superuser()) {
            connection
                    .createStatement()
                    .execute("delete from reidentification; delete from reidentification_substitute;"
                            + " delete from reidentification_count");
        }
    }

    @Test
    void leadsFromTheFlagOverTheTeamLeaderToATicketAndThePersonWhoCounts() throws Exception {
        try (Browser asker = Browser.open(base);
                Browser leader = Browser.open(base);
                Browser officer = Browser.open(base)) {
            FlagId flag = WayBack.read();
            asker.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            ask(asker, flag);

            leader.signInAs(DemoPerson.TEAM_LEADER.displayName());
            leader.inspect("home-with-reidentification");
            leader.follow("Se anmodningerne");
            leader.inspect("reidentifications-waiting");
            assertThat(leader.page().content()).contains(WayBack.WHY).doesNotContain("af 100");
            leader.press("Godkend");
            assertThat(leader.page().getByText("Ingen anmodninger venter").isVisible())
                    .isTrue();

            String ticket = fetched(asker, flag);
            assertThat(WayBack.Vault.of("999").answer(ticket)).contains("tlog-proof");
            asker.visit("/flags/" + flag);
            assertThat(asker.page()
                            .getByText("Der udstedes ikke flere på den anmodning")
                            .isVisible())
                    .isTrue();
            asker.inspect("flag-reidentification-redeemed");
            leader.visit("/reidentifications");
            leader.inspect("reidentifications-done");

            officer.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            officer.follow("Genidentifikation");
            assertThat(officer.page().locator("tbody tr").allInnerTexts())
                    .anyMatch(row -> row.contains("demo-raadgiver-1"))
                    .anyMatch(row -> row.contains("demo-leder"));
            officer.inspect("reidentification-counts");
        }
    }

    private static void ask(Browser asker, FlagId flag) {
        asker.visit("/flags/" + flag);
        asker.page().getByText("Bed om genidentifikation").click();
        asker.inspect("flag-reidentification-ask");
        asker.press("Send anmodningen");
        assertThat(asker.page().locator(".govuk-error-summary").isVisible()).isTrue();
        asker.inspect("flag-reidentification-errors");
        asker.page().getByLabel("Sags- eller journalnummer").fill("SAG-2026-17");
        asker.page().getByLabel("Hvorfor skal du vide, hvem barnet er?").fill(WayBack.WHY);
        asker.press("Send anmodningen");
        assertThat(asker.page().getByText("Din anmodning venter på").isVisible())
                .isTrue();
        asker.inspect("flag-reidentification-waiting");
    }

    private static String fetched(Browser asker, FlagId flag) throws Exception {
        asker.visit("/flags/" + flag);
        asker.inspect("flag-reidentification-approved");
        Download download = asker.page().waitForDownload(() -> asker.press("Hent billet"));
        assertThat(download.suggestedFilename()).matches("genidentifikation-[0-9a-f]{8}\\.jose");
        asker.visit("/flags/" + flag);
        asker.inspect("flag-reidentification-ticketed");
        return Files.readString(download.path()).strip();
    }

    @Test
    void aTeamLeaderDeclinesForAReasonAndNamesASubstituteWhoDecides() throws Exception {
        try (Browser leader = Browser.open(base);
                Browser substitute = Browser.open(base)) {
            WayBack.read();
            FlagId flag = WayBack.read();
            try (Browser asker = Browser.open(base)) {
                asker.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
                ask(asker, flag);
            }
            leader.signInAs(DemoPerson.TEAM_LEADER.displayName());
            leader.visit("/reidentifications");
            leader.page()
                    .getByText("Afslå", new Page.GetByTextOptions().setExact(true))
                    .click();
            leader.press("Afslå anmodningen");
            leader.inspect("reidentifications-decline-errors");
            assertThat(leader.page()
                            .getByText("Skriv en begrundelse på mindst 20 tegn.")
                            .count())
                    .isEqualTo(2);

            leader.press("Navngiv stedfortræder");
            leader.inspect("reidentifications-substitute-errors");
            LocalDate today = LocalDate.now(ZoneId.of("Europe/Copenhagen"));
            leader.page().getByLabel("Navn, som kollegaen logger ind med").fill("demo-raadgiver-2");
            leader.page().getByLabel("Første dag").fill(today.toString());
            leader.page().getByLabel("Sidste dag").fill(today.plusDays(6).toString());
            leader.press("Navngiv stedfortræder");
            assertThat(leader.page().getByText("demo-raadgiver-2 afgør fra").isVisible())
                    .isTrue();
            leader.inspect("reidentifications-substitute");

            substitute.signInAs(DemoPerson.CASEWORKER_TWO.displayName());
            substitute.follow("Genidentifikation");
            substitute
                    .page()
                    .getByText("Afslå", new Page.GetByTextOptions().setExact(true))
                    .click();
            substitute.page().getByLabel("Begrund afslaget").fill("Sagen er allerede fundet i fagsystemet i går.");
            substitute.press("Afslå anmodningen");
            assertThat(substitute.page().locator("tbody").innerText()).contains("afslået", "demo-raadgiver-2");
            leader.visit("/reidentifications");
            leader.press("Afslut stedfortræderen");
            assertThat(leader.page().getByText("Der er ingen stedfortræder.").isVisible())
                    .isTrue();
        }
    }

    @Test
    void saysTheSameInEnglishAndWithoutScripts() {
        try (Browser browser = Browser.withoutScripts(base)) {
            FlagId flag = WayBack.read();
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.follow("English");
            browser.visit("/flags/" + flag);
            browser.page().getByText("Ask for re-identification").click();
            browser.page().getByLabel("Case or journal number").fill("SAG-2026-18");
            browser.page()
                    .getByLabel("Why do you need to know who the child is?")
                    .fill(WayBack.WHY);
            browser.press("Send the request");
            assertThat(browser.page()
                            .getByText("Your request waits for a team leader")
                            .isVisible())
                    .isTrue();
            browser.press("Withdraw the request");
            assertThat(browser.page()
                            .getByText("Your latest request is: withdrawn.")
                            .isVisible())
                    .isTrue();
            browser.follow("Re-identification");
            browser.page().locator("tbody a").first().click();
            assertThat(browser.heading()).isEqualTo("What do we know about the child?");
        }
    }
}
