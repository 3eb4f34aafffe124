package dk.rettidig.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.law.Phase;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Concluded screenings on the monitoring page: shares with their intervals, and groups too small to show said to be so. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ConcludedPageBrowserIT {

    private static final int CHILDREN = 120;
    private static final int FLAGGED = 60;

    @TestHTTPResource("/")
    URI base;

    @Inject
    ConclusionJobs jobs;

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void nothingStays() throws SQLException {
        ConcludedRows.clear();
    }

    /** 33 of the 60 flagged children had need and as many of the 60 others; five of them are of one age band, too few to show. */
    private void concluded() throws SQLException {
        Instant now = clock.instant();
        ConcludedRows rows = new ConcludedRows(now);
        Map<Pseudonym, MemberStatus> children = new LinkedHashMap<>();
        for (int i = 0; i < CHILDREN; i++) {
            children.put(ConcludedRows.child(), i < FLAGGED ? MemberStatus.FLAGGED : MemberStatus.SCORED);
        }
        Map<Pseudonym, FlagId> flags = rows.run(10, Phase.DEMO, 0.55, children);
        int at = 0;
        for (Pseudonym each : children.keySet()) {
            rows.inScope(each, 10);
            rows.concluded(each, at % FLAGGED < 33, false, 30);
            if (at % 12 == 0) {
                rows.aged(each, 3);
            }
            FlagId flag = flags.get(each);
            if (flag != null) {
                ConcludedRows.viewed(flag, "reader " + at % 5, "need_likely");
            }
            at++;
        }
        jobs.follow(now);
    }

    @Test
    void sharesStandWithTheirIntervalsSideBySideAndSmallGroupsAreNotShown() throws SQLException {
        concluded();
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.visit("/monitoring");

            Locator seen = browser.page().locator("tbody tr", has("børn med behov, der blev markeret"));
            assertThat(seen.first().textContent())
                    .as("of the model 33 of 66 with its interval; of people all 33 of the flagged")
                    .containsPattern("50\\h%\\h\\(\\d+(,\\d)?–\\d+(,\\d)?\\h%\\), 33 af 66")
                    .containsPattern("100\\h%\\h\\(\\d+(,\\d)?–100\\h%\\), 33 af 33");
            assertThat(browser.page().locator("main").textContent())
                    .as("ten children of one age band")
                    .containsPattern("Vises ikke, fordi der er for få: [^.]*7-12");
            assertThat(browser.page().locator("tbody tr", has("7-12")).allTextContents())
                    .noneMatch(row -> row.matches("(?s).*\\d+ af \\d+.*"));
            browser.inspect("monitoring-concluded");
        }
    }

    @Test
    void withoutConclusionsThePageSaysSo() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.visit("/monitoring");

            assertThat(browser.page().locator("main").textContent()).contains("Ingen afsluttet screening er talt.");
            assertThat(browser.page().locator("td[data-label]").allTextContents())
                    .noneMatch(cell -> cell.contains(" af "));
        }
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
