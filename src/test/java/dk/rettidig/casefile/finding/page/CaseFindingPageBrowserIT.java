package dk.rettidig.casefile.finding.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.casefile.finding.CaseCheckJob;
import dk.rettidig.casefile.finding.Cases;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the central unit and those who supervise see of case findings in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CaseFindingPageBrowserIT {

    private static final int CHILD = 7301;
    private static final LocalDate TODAY = Sender.today();

    @TestHTTPResource("/")
    URI base;

    @Inject
    CaseCheckJob job;

    @BeforeEach
    void someCases() throws SQLException {
        LocalDate day = TODAY.minusDays(200);
        Cases cases = Cases.none();
        cases.open(
                CHILD,
                day + " CASE_AWARE",
                day + " CASE_SCREENING=3",
                day + " CASE_UNIT=12",
                TODAY.minusDays(20) + " CASE_PLACED=1");
        cases.openMany(CHILD + 1, 7, TODAY.minusDays(20) + " CASE_DECISION=1", day + " CASE_UNIT=14");
        cases.open(CHILD + 20, day + " CASE_PLACEMENT_ENDED", TODAY.minusDays(100) + " CASE_PLACED=3");
        assertThat(job.checkAll(Cases.on(TODAY))).isEqualTo(1);
    }

    @AfterEach
    void noCase() throws SQLException {
        Cases.clear();
    }

    @Test
    void theLeaderSeesWhatIsMissingOpensACaseAndReadsTheFigures() {
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            assertThat(page.locator("main").textContent()).contains("ikke registreret i tide i sagerne");
            browser.follow("Fund i sager");
            assertThat(page.locator("main").textContent())
                    .contains("siger ikke, at det ikke er gjort", "Ikke registreret i tide", "BL § 20(3) · version 1")
                    .doesNotContain(Sender.pseudonym(CHILD));
            browser.inspect("case-findings");

            page.getByLabel("Enhed").fill("12");
            browser.press("Vis");
            assertThat(page.locator("tbody tr").count()).isEqualTo(3);
            page.locator("tbody a").first().click();
            assertThat(page.locator("main").textContent())
                    .contains(Sender.pseudonym(CHILD), "Du står i protokollen", "Set første gang");
            browser.inspect("case-findings-one");

            page.navigate(base.resolve("/case-findings/figures").toString());
            assertThat(page.locator("main").textContent())
                    .contains("9 sager", "BL § 95(2)", "followup.first, version 1", "Ikke registreret i tide");
            browser.inspect("case-findings-figures");
        }
    }

    @Test
    void whoSuperviseSeesFiguresWithoutCases() throws SQLException {
        Cases.change("update case_month set month = month - interval '1 month', as_of = as_of - 31");
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.follow("Fund i sager");
            assertThat(page.locator("main").textContent())
                    .contains("afrundet til fem", "under 5")
                    .doesNotContain("Tilbage til listen");
            browser.inspect("case-findings-guarded");
        }
    }
}
