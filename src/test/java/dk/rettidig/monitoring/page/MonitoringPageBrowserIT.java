package dk.rettidig.monitoring.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The monitoring pages in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class MonitoringPageBrowserIT {

    private static final Instant DEADLINE = Instant.parse("2036-12-20T06:00:00Z");
    private static final String EMPTY =
            "truncate monitoring_run, monitoring_figure, monitoring_pause, model_withdrawal";

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    @AfterEach
    void nothingIsStopped() throws SQLException {
        change(EMPTY);
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A run whose school feed stopped, and the pause that it led to. */
    private static FlagId paused() throws SQLException {
        FlagId flag =
                RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3).getFirst();
        String run = "(select run from flag where id = '" + flag + "')";
        change(
                "insert into monitoring_run (run, municipality, model_name, model_version, measured_at, judgement) values ("
                        + run + ", 999, 'scorecard', '1.0.0', now(), 'judged')");
        change(
                "insert into monitoring_figure (run, measure, source, indicator, value, limit_value, breached, accepted) "
                        + "select " + run + ", m, s, i, v, l, v > l, false from (values "
                        + "('input_shift', 'notification-register', 'NOTIF_PRIOR', 0.031, 0.2), "
                        + "('missing_rise', 'notification-register', '', 0.0, 0.15), "
                        + "('stale_share', 'notification-register', '', 0.0, 0.25), "
                        + "('input_shift', 'daycare', 'DAY_ABS', 0.257, 0.2), "
                        + "('missing_rise', 'school', '', 0.533, 0.15), "
                        + "('abstention_share', '', '', 0.004, 0.3), "
                        + "('score_shift', '', '', 0.149, 0.2)) f(m, s, i, v, l)");
        change(
                "insert into monitoring_pause (id, municipality, model_name, model_version, run, measure, source, indicator, "
                        + "figure, limit_value, paused_at) values ('" + UUID.randomUUID()
                        + "', 999, 'scorecard', '1.0.0', " + run
                        + ", 'missing_rise', 'school', '', 0.533, 0.15, now())");
        return flag;
    }

    @Test
    void theTeamLeaderSeesWhyAndResumes() throws SQLException {
        paused();
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.visit("/runs");
            assertThat(browser.page().locator(".rt-notice").textContent()).contains("Markering er sat på pause");
            browser.inspect("runs-paused");
            browser.follow("Se hvorfor");

            assertThat(browser.heading()).isEqualTo("Overvågning");
            browser.inspect("monitoring-paused");
            browser.page().locator("summary").first().click();
            browser.inspect("monitoring-figures");
            browser.press("Ophæv pausen");
            assertThat(browser.page().locator(".govuk-error-summary").textContent())
                    .contains("20");
            browser.inspect("monitoring-wrong");
            browser.page()
                    .getByLabel("Hvorfor kan modellen markere igen?")
                    .fill("Skolens udtræk blev lavet om; vi har set på tallene sammen.");
            browser.press("Ophæv pausen");

            assertThat(browser.page().locator("main").textContent())
                    .contains("var sat på pause", "faglig leder", "står i protokollen");
            browser.inspect("monitoring-resumed");
            browser.visit("/runs");
            assertThat(browser.page().locator(".rt-notice").count()).isZero();
        }
    }

    @Test
    void aCaseworkerIsToldWithoutALinkThatLeadsNowhere() throws SQLException {
        paused();
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.visit("/flags");

            assertThat(browser.page().locator(".rt-notice").textContent())
                    .contains("at et barn ikke er markeret, siger intet");
            assertThat(browser.page().locator(".rt-notice a").count()).isZero();
            browser.inspect("flags-paused");
        }
    }

    @Test
    void theDataProtectionOfficerSeesWhatAWithdrawnModelLeftBehind() throws SQLException {
        paused();
        change("insert into model_withdrawal (id, municipality, model_name, model_version, withdrawn_at) select '"
                + UUID.randomUUID()
                + "', 999, model_name, model_version, now() from run order by started_at desc limit 1");
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.follow("Overvågning");
            assertThat(browser.page().getByText("Ophæv pausen").count()).isZero();
            browser.page().locator("main a.govuk-link").first().click();

            assertThat(browser.heading()).startsWith("Markeringer fra");
            assertThat(browser.page().locator("tbody tr").count()).isPositive();
            browser.inspect("monitoring-flags");
        }
    }
}
