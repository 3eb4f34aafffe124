package dk.rettidig.notification.statistics.page;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The team leader and the citizens' adviser look at figures in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class StatisticsPageBrowserIT {

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        change(
                "set session_replication_role = replica; delete from notification_figure; delete from notification_edition");
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void published() throws SQLException {
        for (int year = 2022; year <= 2025; year++) {
            change("insert into notification_edition values (999, '" + year + "', 'year', '" + year + "-12-31', '"
                    + (year + 1) + "-03-01T06:00:00Z', 6, " + (year > 2022) + ")");
            for (String measure : new String[] {
                "notifications",
                "assessed_in_time",
                "to_acknowledge",
                "acknowledged_in_time",
                "to_assessment",
                "to_clarification"
            }) {
                int figure = measure.equals("notifications") ? year - 1500 : 200;
                change("insert into notification_figure values (999, '" + year + "', 'total', 'all', '" + measure
                        + "', " + figure + "), (999, '" + year + "', 'notifier', 'N01', '" + measure + "', "
                        + figure / 2 + ")");
            }
        }
        change("insert into notification_figure select 999, '2025', 'sex', c, m, f from (values"
                + " ('female', 255), ('male', 261), ('unknown', 9)) given (c, f),"
                + " (values ('notifications'), ('children')) measures (m)");
    }

    @Test
    void sayFirstWhenThereWillBeFiguresAndThenShowThem() throws SQLException {
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.follow("Tal");
            assertThat(page.locator("main").textContent()).contains("Ingen tal endnu", "30 dage efter");
            browser.inspect("statistics-none");

            published();
            browser.follow("Tal");
            assertThat(page.locator("main").textContent()).contains("Udgave 2025", "højst 6", "Skole");
            browser.inspect("statistics");
            page.getByLabel("Fordelt på").selectOption("total");
            page.getByLabel("Udgave").selectOption("2022");
            browser.press("Vis");
            assertThat(page.locator("main").textContent())
                    .contains("Udgave 2022", "Tallene er ikke hele perioden", "522", "(38");
            browser.inspect("statistics-total");

            page.getByLabel("Fordelt på").selectOption("sex");
            page.getByLabel("Udgave").selectOption("2025");
            browser.press("Vis");
            assertThat(page.locator("tbody").textContent())
                    .as("counted in 2025, and not yet before")
                    .contains("Pige", "255", "Dreng", "261", "Ufødt eller ukendt");
            assertThat(page.locator("main").textContent()).doesNotContain("Den tælles ikke igen");
            page.getByLabel("Udgave").selectOption("2024");
            browser.press("Vis");
            assertThat(page.locator("tbody").textContent())
                    .contains("Pige", "–")
                    .doesNotContain("255");
            assertThat(page.locator("main").textContent()).contains("Den tælles ikke igen");
            browser.inspect("statistics-sex");
        }
    }
}
