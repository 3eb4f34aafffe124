package dk.rettidig.casefile.supervision.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.casefile.supervision.DrawJobs;
import dk.rettidig.law.ReviewRule;
import dk.rettidig.law.ReviewRuleRegister;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole round in a real browser: a team leader plans and binds, two review, the report says what it can. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SupervisionPageBrowserIT {

    private static final Duration WAIT = Duration.ofSeconds(12);
    private static final String FOUND_OUT = "Journalen har ingen samtale før afgørelsen.";

    @TestHTTPResource("/")
    URI base;

    @Inject
    DrawJobs jobs;

    @Inject
    ReviewRuleRegister rules;

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from supervision_round");
        }
    }

    @Test
    void aLeaderAndTwoReviewersGoThroughARound() throws InterruptedException {
        String round;
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            plan(browser);
            round = bind(browser);
            waitForTheDraw(browser, round);
        }
        review(DemoPerson.CASEWORKER_ONE, round, true);
        review(DemoPerson.CASEWORKER_TWO, round, false);
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.visit("/supervision/" + round);
            assertThat(browser.page().locator("main").textContent())
                    .contains("2 af 2 sager er gennemgået af to", "verify draw", "Af alle 8 sager")
                    .doesNotContain("S-2026-", DemoPerson.CASEWORKER_ONE.username());
            browser.inspect("supervision-report");
            improve(browser);
        }
    }

    private static void plan(Browser browser) {
        Page page = browser.page();
        browser.follow("Tilsyn");
        browser.follow("Hvor mange sager skal der trækkes?");
        page.getByLabel("Sager i alt").fill("mange");
        browser.press("Beregn");
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("et helt tal fra 1");
        page.getByLabel("Sager i alt").fill("1.000");
        browser.press("Beregn");
        assertThat(page.locator("#size").textContent()).startsWith("Træk ");
        assertThat(page.locator("main").textContent()).contains("mindst en af dem", "må ikke erstattes");
        browser.inspect("supervision-size");
        browser.follow("Bind en ramme med denne stikprøve");
    }

    private String bind(Browser browser) {
        Page page = browser.page();
        browser.inspect("supervision-frame");
        page.getByLabel("en fil, som nogen har lavet").check();
        upload(page, "case_reference\nS-2026-1\nS-2026-1\n");
        browser.press("Bind rammen");
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("Vælg en af mulighederne", "Linje 3: Sagen står to gange", "Vælg et tidspunkt");
        browser.inspect("supervision-frame-wrong");
        StringBuilder frame = new StringBuilder("case_reference,handler\n");
        for (int number = 1; number <= 8; number++) {
            frame.append("S-2026-").append(number).append(",\n");
        }
        page.getByLabel("anbringelser").check();
        upload(page, frame.toString());
        page.getByLabel("Hvor mange skal trækkes?").fill("9");
        page.getByLabel("Hvornår trækkes der tidligst?").fill(soon());
        browser.press("Bind rammen");
        assertThat(page.locator(".govuk-error-summary li").allTextContents())
                .singleElement()
                .asString()
                .contains("Stikprøven er et helt tal fra 1");
        page.getByLabel("Hvor mange skal trækkes?").fill("2");
        page.getByLabel("Hvornår trækkes der tidligst?").fill(soon());
        upload(page, frame.toString());
        browser.press("Bind rammen");
        assertThat(page.locator("main").textContent()).contains("ikke trukket endnu");
        browser.inspect("supervision-waiting");
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private static void upload(Page page, String frame) {
        page.getByLabel("Fil med sagerne")
                .setInputFiles(new FilePayload("sager.csv", "text/csv", frame.getBytes(StandardCharsets.UTF_8)));
    }

    private String soon() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")
                .withZone(ZoneId.of("Europe/Copenhagen"))
                .format(clock.instant().plus(WAIT));
    }

    private void waitForTheDraw(Browser browser, String round) throws InterruptedException {
        for (int tries = 0; tries < 60; tries++) {
            jobs.goOn();
            browser.visit("/supervision/" + round);
            if (!browser.page().locator("main").textContent().contains("ikke trukket endnu")) {
                return;
            }
            Thread.sleep(500);
        }
    }

    private void review(DemoPerson person, String round, boolean mistakes) {
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(person.displayName());
            browser.visit("/supervision/" + round);
            browser.follow("Sager at gennemgå");
            assertThat(page.locator("main").textContent()).contains("2 venter på dig");
            browser.inspect("supervision-cases");
            for (int number = 1; number <= 2; number++) {
                page.locator("tbody tr").nth(number - 1).locator("a").click();
                if (mistakes && number == 1) {
                    wrong(browser);
                }
                for (ReviewRule rule : rules.rules()) {
                    boolean fault = number == 1 && rule.id().equals("child_heard");
                    page.locator("#answer-" + rule.id()).selectOption(fault ? "no" : "yes");
                }
                browser.press("Afgiv svarene");
                assertThat(browser.heading()).isEqualTo("Sager at gennemgå");
            }
            assertThat(page.locator("main").textContent()).contains("0 venter på dig");
            page.locator("tbody tr").first().locator("a").click();
            assertThat(page.locator("main").textContent()).contains("Du kan ikke gennemgå sagen", "Nej (fejl)");
            browser.inspect("supervision-reviewed");
        }
    }

    /** What was written stays after an error, but for a text that could hold a CPR number; the keyboard is enough. */
    private void wrong(Browser browser) {
        Page page = browser.page();
        browser.inspect("supervision-review");
        page.locator("#answer-screening").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().type("Barnet 310299-" + "9876 er ikke screenet.");
        page.locator("#answer-child_heard").selectOption("no");
        page.locator("#remark-child_heard").fill(FOUND_OUT);
        browser.press("Afgiv svarene");
        assertThat(page.locator(".govuk-error-summary li").count())
                .isEqualTo(rules.rules().size() - 1);
        assertThat(page.locator("#answer-screening").inputValue()).isEqualTo("yes");
        assertThat(page.locator("#remark-screening").inputValue()).isEmpty();
        assertThat(page.locator("#answer-child_heard").inputValue()).isEqualTo("no");
        assertThat(page.locator("#remark-child_heard").inputValue()).isEqualTo(FOUND_OUT);
        page.locator(".govuk-error-summary a").nth(1).click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("answer-honour_risk");
        browser.inspect("supervision-review-wrong");
        page.locator("#remark-child_heard").fill(FOUND_OUT + " ".repeat(3) + "Set igen. ".repeat(300));
    }

    private static void improve(Browser browser) {
        Page page = browser.page();
        browser.follow("Skriv en plan for en regel");
        browser.press("Gem planen");
        assertThat(page.locator(".govuk-error-summary li").count()).isEqualTo(4);
        browser.inspect("supervision-plan-wrong");
        page.locator("#rule").selectOption("child_heard");
        page.getByLabel("Hvad gøres der?").fill("Samtalen med barnet aftales, når sagen åbnes.");
        page.getByLabel("Hvem gør det?").fill("faglig leder");
        page.getByLabel("Hvornår er det gjort?").fill("2036-12-20");
        browser.press("Gem planen");
        assertThat(page.locator("main").textContent())
                .contains("Samtalen med barnet aftales", "faglig leder, senest 20. december 2036");
        browser.inspect("supervision-planned");
        browser.follow("Rapport til udvalget, til at skrive ud");
        assertThat(page.locator("main").textContent())
                .contains("færre end 20 sager", "Samtalen med barnet aftales", "i gang")
                .doesNotContain("S-2026-", DemoPerson.CASEWORKER_ONE.username());
        browser.inspect("supervision-committee");
    }
}
