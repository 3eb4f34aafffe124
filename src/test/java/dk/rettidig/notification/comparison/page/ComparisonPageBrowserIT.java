package dk.rettidig.notification.comparison.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The team leader loads a year's figures, mends what is wrong in them, and looks at the neighbours. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ComparisonPageBrowserIT {

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; delete from comparison_figure;"
                    + " delete from comparison_load");
        }
    }

    /** Rates about 11 for each 100 children, drawn by a fixed seed: no published figure is copied. */
    private static String figures(String own) {
        StringBuilder csv = new StringBuilder("municipality,notifications,children,compared_as\n" + own + "\n");
        SplittableRandom random = new SplittableRandom(4);
        int[] codes = {101, 147, 151, 153, 155, 157, 159, 161, 163, 165, 167, 169, 173, 175, 183, 185, 187, 190};
        for (int code : codes) {
            int children = (int) (1_000 * Math.exp(4 * random.nextDouble()));
            long notifications = Math.round(children * (.07 + .08 * random.nextDouble()));
            String as = code < 155 ? "neighbour" : code > 180 ? "similar" : "";
            csv.append(code + "," + notifications + "," + children + "," + as + "\n");
        }
        return csv.toString();
    }

    @Test
    void loadAndCompare() {
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.follow("Tal");
            browser.follow("Sammenlign kommuner");
            assertThat(page.locator("main").textContent()).contains("Ingen tal endnu");
            browser.inspect("comparison-none");

            page.locator("#year").fill("2025");
            page.locator("#source").fill("Syntetiske tal til en test");
            page.locator("#figures").fill(figures("999,1000,0,"));
            browser.press("Indlæs");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Linje 2", "mindst 1 barn");
            assertThat(page.locator("#source").inputValue()).isEqualTo("Syntetiske tal til en test");
            browser.inspect("comparison-error");

            page.locator("#figures").fill(figures("999,1600,8000,"));
            browser.press("Indlæs");
            assertThat(page.locator("main").textContent())
                    .contains("Kilde: Syntetiske tal til en test", "Egen kommune", "klart over (1 af 500)");
            assertThat(page.locator(".rt-plot circle").count()).isEqualTo(19);
            assertThat(page.locator(".rt-plot svg").textContent()).contains("2.000", "5.000", "10.000", "50.000");
            browser.inspect("comparison");
            page.getByLabel("Hvem sammenlignes med?").selectOption("neighbour");
            browser.press("Vis");
            assertThat(page.locator(".rt-plot circle").count()).isEqualTo(5);
        }
    }

    @Test
    void readersHaveNoForm() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.visit("/statistics/comparison");
            assertThat(browser.page().locator("main").textContent()).contains("Den faglige leder indlæser");
            assertThat(browser.page().locator("#figures").count()).isZero();
        }
    }
}
