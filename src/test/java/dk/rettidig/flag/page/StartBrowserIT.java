package dk.rettidig.flag.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class StartBrowserIT {

    @TestHTTPResource("/")
    URI base;

    @Test
    void aTeamLeaderStartsARunAndFollowsIt() {
        try (Browser browser = Browser.open(base)) {
            // Given
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.visit("/runs");
            browser.press("Start en beregning");
            browser.inspect("run-start");

            // When nothing is chosen
            browser.press("Start beregningen");

            // Then
            assertThat(browser.page()
                            .getByRole(com.microsoft.playwright.options.AriaRole.ALERT)
                            .innerText())
                    .contains("Vælg en hjemmel");
            browser.inspect("run-start-error");

            // When a basis is chosen
            browser.page()
                    .getByLabel("Demonstration på syntetiske data: børn med en åben underretning")
                    .check();
            browser.press("Start beregningen");

            // Then
            assertThat(browser.heading()).isEqualTo("Beregninger");
            assertThat(browser.page().getByText("lb.demo.notified").first().isVisible())
                    .isTrue();
        }
    }

    @Test
    void othersLearnWhoStartsRuns() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());

            browser.visit("/runs/start");

            assertThat(browser.page()
                            .getByText("En faglig leder starter beregninger.")
                            .isVisible())
                    .isTrue();
            assertThat(browser.page().locator("main form").count()).isZero();
        }
    }
}
