package dk.rettidig.guideline.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.guideline.GuidelineRows;
import dk.rettidig.pseudonym.SyntheticCpr;
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

/** The team leader keeps the register in a real browser, and others read it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class GuidelinePageBrowserIT {

    private static final String TITLE = "Opdigtet retningslinje for modtagelsen";
    private static final String WHY = "Modtagelsen har fået en ny arbejdsgang.";

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        GuidelineRows.clear();
    }

    private static void write(Page page, String from, String review) {
        page.getByLabel("Titel").fill(TITLE);
        page.getByLabel("Ejer (en funktion, aldrig en person)").fill("Leder af modtagelsen");
        page.getByLabel("Udgave").fill("2.1");
        page.getByLabel("Hvor den ligger").fill("https://example.invalid/retningslinjer/modtagelse");
        page.getByLabel("Gældende").check();
        page.getByLabel("Gælder fra").fill(from);
        page.getByLabel("Revisionsdag").fill(review);
        page.getByLabel("En central enhed tager imod alle underretninger").check();
        page.getByLabel("Begrundelse").fill(WHY);
    }

    private static String main(Page page) {
        return page.locator("main").textContent();
    }

    @Test
    void theTeamLeaderRegistersAnswersAndSeesWhatIsMissing() {
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            assertThat(main(page)).doesNotContain("efter revisionsdagen");
            browser.follow("Retningslinjer");
            assertThat(main(page))
                    .contains("Ingen retningslinjer er registreret endnu.", "Aldrig besvaret i selvtjekket: 23");
            browser.inspect("guidelines-none");

            browser.follow("Registrér en retningslinje");
            write(page, "2026-03-01", "2026-02-01");
            browser.press("Gem");
            assertThat(page.locator(".govuk-error-summary li").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("Revisionsdagen ligger før");
            assertThat(page.getByLabel("Titel").inputValue()).isEqualTo(TITLE);
            assertThat(page.getByLabel("Begrundelse").inputValue()).isEqualTo(WHY);
            assertThat(page.getByLabel("En central enhed tager imod alle underretninger")
                            .isChecked())
                    .isTrue();
            browser.inspect("guidelines-wrong");
            page.getByLabel("Revisionsdag").fill("2026-03-02");
            browser.press("Gem");
            assertThat(browser.heading()).contains(TITLE);
            assertThat(main(page)).contains("Leder af modtagelsen", "Passeret", "Version 1");
            browser.inspect("guideline-one");

            browser.follow("En central enhed tager imod alle underretninger");
            answer(browser);
            browser.follow("Retningslinjer");
            assertThat(main(page)).contains("Revisionsdagen er passeret: 1", "1 af 23 opmærksomhedspunkter");
            browser.follow("Beredskab uden for åbningstiden");
            page.locator("#answer-partly").check();
            page.getByLabel("Bemærkning").fill("Vagten om natten er ikke beskrevet.");
            browser.press("Gem svaret");
            browser.follow("Retningslinjer");
            assertThat(main(page)).contains("og ingen dag for forbedring: 1", "Ingen dag for forbedring");
            browser.inspect("guidelines");
            browser.visit("/");
            assertThat(main(page)).contains("1 retningslinje efter revisionsdagen");
        }
    }

    private static void answer(Browser browser) {
        Page page = browser.page();
        assertThat(main(page)).contains("Hvor sendes en underretning hen", "KL 2012 (efter hukommelsen, usikker");
        page.getByLabel("Ja, det er besvaret").check();
        page.getByLabel("Bemærkning").fill("Skrevet om et opdigtet barn " + SyntheticCpr.hyphenated(2));
        browser.press("Gem svaret");
        assertThat(page.locator(".govuk-error-summary li").count()).isEqualTo(2);
        assertThat(page.getByLabel("Ja, det er besvaret").isChecked()).isTrue();
        assertThat(page.getByLabel("Bemærkning").inputValue()).isEmpty();
        browser.inspect("guideline-point-wrong");
        page.getByLabel("Retningslinje, som svaret viser hen til").selectOption(TITLE);
        browser.press("Gem svaret");
        assertThat(main(page)).contains("Viser hen til: " + TITLE, "Hvem der svarede, står kun i protokollen.");
        browser.inspect("guideline-point");
    }

    @Test
    void aCaseworkerReadsInEnglishAndHasNoForms() {
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.follow("English");
            browser.visit("/guidelines");
            assertThat(main(page)).contains("What is missing (46)");
            assertThat(page.locator("main form").count()).isZero();
            browser.visit("/guidelines/points/honour_risk");
            assertThat(browser.heading()).contains("Risk assessment before the parents are contacted");
            assertThat(page.locator("main form").count()).isZero();
            browser.visit("/guidelines/new");
            assertThat(browser.heading()).doesNotContain("Register a guideline");
        }
    }

    @Test
    void onPaperThereAreNoFormsAndNoNavigation() {
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.visit("/guidelines/points/siblings");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("form.rt-screen").isVisible()).isFalse();
            assertThat(page.locator(".rt-nav").isVisible()).isFalse();
            assertThat(page.locator("h1").isVisible()).isTrue();
        }
    }
}
