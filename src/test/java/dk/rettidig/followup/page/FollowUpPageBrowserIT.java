package dk.rettidig.followup.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.followup.FollowUpRows;
import dk.rettidig.handover.HandedOver;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The central unit follows up in a real browser; no run has ever been started. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FollowUpPageBrowserIT {

    private static final String WHY = "Familien er fulgt op af skolen, og barnet trives igen.";

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        Sender.sendBytesAsTheyAre();
        VaultSender.clear();
    }

    private static void notified(int child, String cause, int hoursAgo) {
        Session.of(DemoPerson.CASEWORKER_ONE)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "child",
                        Sender.pseudonym(child),
                        "age",
                        "3-6",
                        "received_at",
                        Clock.systemUTC()
                                .instant()
                                .minus(Duration.ofHours(hoursAgo))
                                .toString(),
                        "notifier",
                        "N01",
                        "causes",
                        List.of(cause)))
                .post("/api/v1/notifications")
                .then()
                .statusCode(201);
    }

    @Test
    void theListSaysWhyAndWhatItDoesNotSayAndAPersonClosesWithAReason() {
        notified(7_401, "R03", 40);
        notified(7_401, "R04", 3);
        notified(7_402, "R18", 2);
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            assertThat(page.locator("main").textContent()).contains("2 børn uden registreret indsats");
            browser.follow("Opfølgning");
            assertThat(page.locator("main").textContent())
                    .contains(
                            "betyder ikke, at barnet ingen hjælp har fået",
                            "dst-2015",
                            "local",
                            "må ikke lægges sammen");
            assertThat(page.locator("tbody").first().locator("tr").allTextContents())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("Gentagne underretninger");
            browser.inspect("follow-up");

            page.getByLabel("Hvorfor").selectOption("grave");
            browser.press("Vis");
            assertThat(page.locator("tbody").first().locator("tr").count()).isEqualTo(1);
            page.getByText("Grov underretning", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            browser.inspect("follow-up-one");
            browser.press("Afslut");
            assertThat(page.locator(".govuk-error-summary li").count()).isEqualTo(2);
            browser.inspect("follow-up-wrong");

            page.getByLabel("Løst: der er ikke længere behov").check();
            page.getByLabel("Begrundelse").fill(WHY);
            browser.press("Afslut");
            assertThat(page.locator("main").textContent())
                    .contains("Afsluttet", WHY, DemoPerson.CASEWORKER_ONE.username());
            assertThat(page.content()).doesNotContain(Sender.pseudonym(7_402));
            browser.follow("Opfølgning");
            assertThat(page.locator("tbody").first().locator("tr").count()).isEqualTo(1);
        }
    }

    @Test
    void whoClosesAsMovedSaysWhereToAndIsToldWhoMustNotify() {
        notified(7_403, "R18", 2);
        notified(7_404, "R18", 3);
        String linked = Session.of(DemoPerson.CASEWORKER_ONE)
                .get("/api/v1/notifications")
                .path("notifications[0].id");
        String with = Session.of(DemoPerson.CASEWORKER_ONE)
                .get("/api/v1/notifications")
                .path("notifications[1].id");
        Session.of(DemoPerson.CASEWORKER_ONE)
                .contentType(ContentType.JSON)
                .body(Map.of("with", with))
                .post("/api/v1/notifications/" + linked + "/links")
                .then()
                .statusCode(200);
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.follow("Opfølgning");
            page.getByText("Grov underretning", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(page.locator("main").textContent())
                    .contains("Søskende og andre børn i husstanden", "Tilsammen 2 børn på listen");
            assertThat(page.getByLabel("Hvor flytter barnet hen?").isVisible()).isFalse();
            page.getByLabel("Flyttet fra kommunen").check();
            page.getByLabel("Begrundelse").fill(WHY);
            browser.press("Afslut");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Skriv, hvor barnet flytter hen", "Skriv flyttedagen");
            browser.inspect("follow-up-moved-wrong");

            page.getByLabel("Hvor flytter barnet hen?").selectOption("101");
            page.getByLabel("Hvilken dag flytter barnet?")
                    .fill(Due.dayOf(Clock.systemUTC().instant()).toString());
            browser.press("Afslut");
            assertThat(page.locator("main").textContent())
                    .contains("Flyttet fra kommunen", "København", "Underret den på anden måde");
            browser.inspect("follow-up-moved");
        }
    }

    @Test
    void aChildThatWasHandedOverShowsWhereTheHandoverStands() throws SQLException {
        notified(7_405, "R18", 2);
        String handover = HandedOver.sent(Sender.pseudonym(7_405));
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.follow("Opfølgning");
            page.getByText("Grov underretning", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            page.getByLabel("Flyttet fra kommunen").check();
            page.getByLabel("Hvor flytter barnet hen?").selectOption("101");
            page.getByLabel("Hvilken dag flytter barnet?")
                    .fill(Due.dayOf(Clock.systemUTC().instant()).toString());
            page.getByLabel("Begrundelse").fill(WHY);
            browser.press("Afslut");
            // municipality 999 hands nobody over: linked by hand
            FollowUpRows.change("update follow_up_closing set handover = '" + handover + "'");
            page.reload();
            assertThat(page.locator("main").textContent())
                    .contains("Venter på omsætning af pseudonymet")
                    .doesNotContain("Underret den på anden måde");
            browser.inspect("follow-up-handed-over");

            FollowUpRows.change("delete from handover_side where handover = '" + handover + "'");
            page.reload();
            assertThat(page.locator("main").textContent()).contains("Overdragelsen er slettet");
        }
    }

    @Test
    void anEmptyListSaysWhatItKnowsAndWhatItDoesNot() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.follow("Opfølgning");
            assertThat(browser.page().locator("main").textContent())
                    .contains("Ingen børn her", "kender kun de underretninger, der er registreret her");
            browser.inspect("follow-up-none");
        }
    }
}
