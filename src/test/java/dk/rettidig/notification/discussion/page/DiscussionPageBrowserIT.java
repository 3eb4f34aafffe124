package dk.rettidig.notification.discussion.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.discussion.DiscussionRows;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a figure to a discussion, an action and the next period's figure, in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DiscussionPageBrowserIT {

    private static final String LIKE_A_NUMBER = SyntheticCpr.hyphenated(1);

    @TestHTTPResource("/")
    URI base;

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        DiscussionRows.clear();
    }

    @Test
    void aFigureBecomesADiscussionAnActionAndABeforeAndAfter() throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Due.DENMARK);
        DiscussionRows.published(2024, 100);
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.follow("Tal");
            browser.follow("Drøftelser af tal");
            assertThat(page.locator("main").textContent()).contains("Ingen drøftelser endnu");
            browser.inspect("discussions-none");
            browser.follow("Tal");
            browser.follow("Åbn en drøftelse af et af tallene");
            page.getByLabel("Hvad ser vi").fill("Handler om " + LIKE_A_NUMBER + " på skolen");
            browser.press("Åbn drøftelsen");
            assertThat(page.content()).contains("seen-error").doesNotContain(LIKE_A_NUMBER);
            browser.inspect("discussion-refused");
            page.getByLabel("Hvad ser vi").fill("Skolerne underretter sjældnere end før.");
            browser.press("Åbn drøftelsen");
            assertThat(page.locator("main").textContent())
                    .contains("Underretninger: ", "100", "79–121", "Næste udgave er ikke offentliggjort endnu");

            page.getByLabel("Skole, dagtilbud eller andet sted").fill("Opdigtet Skole ved Åen");
            page.getByLabel("Ansvarlig").fill("Leder af modtagelsen");
            page.getByLabel("Frist").fill(today.plusDays(7).toString());
            browser.press("Gem handlingen");
            assertThat(page.locator("main").textContent()).contains("Opdigtet Skole ved Åen", "I gang");
            browser.inspect("discussion-planned");

            DiscussionRows.change("update figure_action set due = '" + today.minusDays(1) + "'");
            DiscussionRows.published(2025, 120);
            page.navigate(base.toString());
            assertThat(page.locator("main").textContent()).contains("1 handling om tal efter fristen");
            browser.follow("Se drøftelserne");
            assertThat(page.locator("main").textContent()).contains("1 efter fristen");
            browser.inspect("discussions");
            page.locator("main table a").click();
            assertThat(page.locator("main").textContent())
                    .contains("2025", "Tilfældighed kan forklare ændringen", "Efter fristen");
            page.locator("main details summary").click();
            page.getByLabel("Udfald").selectOption("given_up");
            browser.press("Afslut handlingen");
            page.locator(".govuk-error-summary a").click();
            assertThat(page.locator("main details textarea:focus").count()).isEqualTo(1);
            browser.inspect("discussion-end-refused");
            browser.press("Afslut handlingen");
            assertThat(page.locator("main").textContent()).contains("Gjort").doesNotContain("1 efter fristen");
            browser.inspect("discussion-ended");
        }
    }

    @Test
    void theDataProtectionOfficerReadsAndHasNoForms() throws SQLException {
        DiscussionRows.published(2024, 100);
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.follow("Tal");
            assertThat(page.locator("main").textContent()).doesNotContain("Åbn en drøftelse");
            browser.follow("Drøftelser af tal");
            assertThat(page.locator("main form").count()).isZero();
        }
    }
}
