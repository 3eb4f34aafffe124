package dk.rettidig.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ReaderWayBrowserIT {

    private static final String WHY = "Læreren fortæller om mange dage væk, og barnet siger det samme.";
    private static final Instant DEADLINE = Instant.parse("2036-12-20T06:00:00Z");

    @TestHTTPResource("/")
    URI base;

    private static String flag(double probability) {
        return "/flags/"
                + RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, probability)
                        .getFirst();
    }

    @Test
    void leadsACaseworkerFromTheFrontPageToAnOutcomeInDanish() {
        try (Browser browser = Browser.open(base)) {
            // Given
            String flag = flag(0.31);
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.inspect("home-with-flags");
            browser.follow("Se markeringerne");
            browser.inspect("flags");
            browser.visit(flag);
            assertThat(browser.heading()).isEqualTo("Hvad ved vi om barnet?");
            browser.inspect("flag-facts");

            // When
            browser.press("Lås min vurdering");
            assertThat(browser.page().locator(".govuk-error-summary").isVisible())
                    .isTrue();
            assertThat(browser.page().evaluate("document.activeElement.className"))
                    .asString()
                    .contains("govuk-error-summary");
            browser.inspect("flag-facts-errors");
            browser.page().getByLabel("Jeg er i tvivl").check();
            browser.page().getByLabel("Begrund din vurdering").fill(WHY);
            browser.press("Lås min vurdering");
            assertThat(browser.heading()).isEqualTo("Hvad siger beregningen?");
            browser.inspect("weights");
            tellsTheFamily(browser.page());
            browser.page().getByLabel("Screening åbnet (barnets lov § 18)").check();
            browser.inspect("weights-screening");
            browser.press("Gem konklusionen");
            browser.inspect("weights-errors");
            browser.page().getByLabel("Dag").fill("3");
            browser.page().getByLabel("Måned").fill("11");
            browser.page().getByLabel("År").fill("2026");
            browser.page().getByLabel("Begrund din konklusion").fill(WHY);
            browser.press("Gem konklusionen");

            // Then
            assertThat(browser.page().getByText("Markeringen er konkluderet").isVisible())
                    .isTrue();
            assertThat(browser.page().getByText("3. marts 2027").isVisible()).isTrue();
            browser.inspect("weights-concluded");
            browser.visit(flag);
            browser.inspect("flag-concluded");
        }
    }

    /** The text for the family stands closed on the page; opened it is all that is printed. */
    private static void tellsTheFamily(Page page) {
        assertThat(page.locator(".rt-handout").count()).isEqualTo(4);
        assertThat(page.locator(".rt-handout[lang=en]").count()).isEqualTo(2);
        assertThat(page.locator("main").innerText()).contains("51 dage gammel", "For gammelt til at blive brugt");
        page.getByText("Til dig, der er barn eller ung").click();
        assertThat(page.locator(".rt-handout[open]").innerText())
                .contains("Underretninger på et år: 3.", "Af 100 af dem var der 31,", "Hvem bestemmer?");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator("h1").isVisible()).isFalse();
        assertThat(page.locator(".rt-handout[open]").isVisible()).isTrue();
        assertThat(page.locator(".rt-handout:not([open])").first().isVisible()).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
        page.getByText("Til dig, der er barn eller ung").click();
    }

    @Test
    void leadsTheSameWayInEnglish() {
        try (Browser browser = Browser.open(base)) {
            String flag = flag(0.42);
            browser.signInAs(DemoPerson.CASEWORKER_TWO.displayName());
            browser.follow("English");
            browser.visit(flag);
            assertThat(browser.heading()).isEqualTo("What do we know about the child?");
            browser.inspect("flag-facts-en");
            browser.page().getByLabel("The child probably needs support").check();
            browser.page().getByLabel("Give the reasons for your view").fill(WHY);
            browser.press("Seal my view");
            assertThat(browser.heading()).isEqualTo("What does the calculation say?");
            browser.inspect("weights-en");
        }
    }

    @Test
    void worksWithoutScripts() {
        try (Browser browser = Browser.withoutScripts(base)) {
            String flag = flag(0.2);
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.visit(flag);
            browser.page().getByLabel("Jeg er i tvivl").check();
            browser.page().getByLabel("Begrund din vurdering").fill(WHY);
            browser.press("Lås min vurdering");
            browser.page().getByLabel("Ingen grund til at screene").check();
            browser.page().getByLabel("Begrund din konklusion").fill(WHY);
            browser.press("Gem konklusionen");
            assertThat(browser.page().getByText("Markeringen er konkluderet").isVisible())
                    .isTrue();
        }
    }

    @Test
    void tellsKindlyThatAColleagueConcludedFirst() {
        try (Browser one = Browser.open(base);
                Browser two = Browser.open(base)) {
            // Given
            String flag = flag(0.5);
            for (Browser browser : java.util.List.of(one, two)) {
                browser.signInAs(
                        browser == one
                                ? DemoPerson.CASEWORKER_ONE.displayName()
                                : DemoPerson.CASEWORKER_TWO.displayName());
                browser.visit(flag);
                browser.page().getByLabel("Jeg er i tvivl").check();
                browser.page().getByLabel("Begrund din vurdering").fill(WHY);
                browser.press("Lås min vurdering");
                browser.page().getByLabel("Ingen grund til at screene").check();
                browser.page().getByLabel("Begrund din konklusion").fill(WHY);
            }
            one.press("Gem konklusionen");

            // When
            two.press("Gem konklusionen");

            // Then
            assertThat(two.heading()).isEqualTo("En kollega konkluderede, mens du skrev");
            two.inspect("conflict");
        }
    }

    @Test
    void showsTheSamePageForStrongAndWeakFlagsBeforeTheSeal() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.visit(flag(0.11));
            String weak = plain(browser.page());
            browser.visit(flag(0.98));

            assertThat(plain(browser.page())).isEqualTo(weak);
        }
    }

    /** The page without ids and tokens, and without the way back: an id with ten digits in a row is not repeated there. */
    private static String plain(Page page) {
        return page.content()
                .replaceAll("\\?back=[^\"]*", "BACK")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("Markering [0-9a-f]{8}", "BRIEF")
                .replaceAll("name=\"csrf-token\" value=\"[^\"]*\"", "TOKEN")
                .replaceAll("[0-9.]+ indførsler", "SIZE");
    }

    @Test
    void showsATeamLeaderDeadlinesAndNoWayIn() {
        try (Browser browser = Browser.open(base)) {
            String flag = flag(0.3);
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.follow("Markeringer");
            assertThat(browser.page()
                            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Åbn markering"))
                            .count())
                    .isZero();
            browser.inspect("flags-team-leader");
            browser.visit(flag);
            assertThat(browser.heading()).isEqualTo("Du har ikke adgang til dette");
            browser.inspect("error-403");
        }
    }
}
