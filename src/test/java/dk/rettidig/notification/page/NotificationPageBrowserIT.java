package dk.rettidig.notification.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The central unit takes in a notification and works on it in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class NotificationPageBrowserIT {

    private static final String WHY = "Skole og læge er hørt, og bekymringen er alvorlig.";

    @TestHTTPResource("/")
    URI base;

    private final byte[] child = new byte[32];

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        new SecureRandom().nextBytes(child);
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from notification");
            statement.executeUpdate("delete from child_link");
            statement.executeUpdate("delete from duty_period");
            statement.executeUpdate("delete from duty_fallback");
        }
    }

    @Test
    void takesOneInAndSaysWhatTheLawDemandsFirstAndKeepsWhatWasWritten() {
        String pseudonym = Base64.getUrlEncoder().withoutPadding().encodeToString(child);
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.follow("Underretninger");
            browser.inspect("notifications-none");
            page.navigate(base.resolve("/notifications/new").toString());
            fill(page, pseudonym);
            browser.press("Gem");
            assertThat(page.content()).contains("BL § 137(3)", "Mangler").doesNotContain(pseudonym, "Pige");
            browser.inspect("notification");

            page.getByLabel("Screenet: børnefaglig undersøgelse").check();
            page.getByLabel("Begrundelse").fill(WHY);
            browser.press("Gem");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Skriv først dem, der mangler");
            assertThat(page.getByLabel("Begrundelse").inputValue()).isEqualTo(WHY);
            browser.inspect("notification-too-early");

            for (String step : new String[] {"Vurderet: der skal handles akut", "Samtale holdt med barnet alene"}) {
                page.getByLabel(step).check();
                page.getByLabel("Begrundelse").fill("");
                browser.press("Gem");
            }
            page.getByLabel("Screenet: børnefaglig undersøgelse").check();
            page.getByLabel("Begrundelse").fill(WHY);
            browser.press("Gem");
            assertThat(page.locator("main").textContent()).contains("Screenet: børnefaglig undersøgelse", WHY);
            browser.follow("Underretninger");
            assertThat(page.locator("tbody").textContent())
                    .contains("Screeningen er afsluttet")
                    .doesNotContain("kl. 00.00");
            browser.inspect("notifications");
        }
    }

    private static void fill(Page page, String pseudonym) {
        page.getByLabel("Barnets pseudonym").fill(pseudonym);
        page.getByLabel("Hvornår kom underretningen?")
                .fill(LocalDateTime.now(ZoneId.of("Europe/Copenhagen"))
                        .minusHours(3)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        page.getByLabel("7-12 år").check();
        page.getByLabel("Pige").check();
        page.getByLabel("Skole", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Overgreb mod barn/ung begået af forældrene").check();
    }

    @Test
    void saysFieldByFieldWhatIsMissingInTheOrderOfTheFormAndNeverShowsWhatCouldBeANumberAgain() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.page().navigate(base.resolve("/notifications/new").toString());
            browser.page().getByLabel("Barnets pseudonym").fill("310299-9876");
            browser.press("Gem");

            assertThat(browser.page().locator(".govuk-error-summary li").allTextContents())
                    .extracting(text -> text.strip().substring(0, 12))
                    .containsExactly("Skriv barnet", "Skriv dag og", "Vælg barnets", "Vælg en unde", "Vælg mindst ");
            assertThat(browser.page().content()).doesNotContain("310299");
            browser.inspect("notification-wrong");
        }
    }

    @Test
    void putsTogetherWhatBelongsTogetherAndTakesItApartWithAReason() {
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            String first = register(browser, 5);
            String second = register(browser, 3);
            page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
                    .getByText("Samme hændelse som denne")
                    .click();
            assertThat(page.locator("main").textContent()).contains("Samme hændelse, den første");
            new SecureRandom().nextBytes(child);
            String sibling = register(browser, 2);
            page.getByLabel("Et barn i samme husstand").fill("x");
            browser.press("Saml børnene");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Skriv adressen");
            page.getByLabel("Et barn i samme husstand").fill(second);
            browser.press("Saml børnene");
            assertThat(page.locator("main").textContent())
                    .contains("Samme husstand. Andre børn: 1", "Underretning, der ikke er færdig");
            browser.inspect("notification-household");

            page.navigate(second);
            browser.inspect("notification-incident");
            page.locator("summary", new Page.LocatorOptions().setHasText("Tag ud af hændelsen"))
                    .click();
            browser.press("Tag ud af hændelsen");
            assertThat(page.locator("#apart-error").textContent()).contains("20");
            browser.inspect("notification-apart-wrong");
            page.locator("#apart").fill("De to breve handler om to forskellige dage.");
            browser.press("Tag ud af hændelsen");
            assertThat(page.locator("main").textContent()).doesNotContain("Samme hændelse, den første");
            page.navigate(base.resolve("/notifications").toString());
            assertThat(page.locator("tbody").textContent()).contains("Andre børn i husstanden");
            browser.inspect("notifications-household");
            assertThat(first).isNotEqualTo(sibling);
        }
    }

    /** Registers one that arrived so many hours ago; returns its address. */
    private String register(Browser browser, int hoursAgo) {
        Page page = browser.page();
        page.navigate(base.resolve("/notifications/new").toString());
        fill(page, Base64.getUrlEncoder().withoutPadding().encodeToString(child));
        page.getByLabel("Hvornår kom underretningen?")
                .fill(LocalDateTime.now(ZoneId.of("Europe/Copenhagen"))
                        .minusHours(hoursAgo)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        browser.press("Gem");
        return page.url();
    }

    @Test
    void theLeaderSetsTheRosterAndWhoeverIsOnDutySeesWhatCannotWait() {
        try (Browser browser = Browser.open(base)) {
            Page page = browser.page();
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            page.navigate(base.resolve("/notifications/roster").toString());
            page.getByLabel("Har vagt").fill("demo-one");
            period(page, 3, 1);
            browser.press("Sæt på vagtplanen");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Vagten skal slutte");
            browser.inspect("roster-wrong");
            period(page, -1, 5);
            browser.press("Sæt på vagtplanen");
            page.getByLabel("Har vagt").fill("demo-two");
            period(page, 9, 20);
            browser.press("Sæt på vagtplanen");
            assertThat(page.locator("main").textContent()).contains("Ingen har vagt fra");
            page.getByLabel("Hvem får besked?").fill("demo-leader");
            browser.press("Gem");
            browser.inspect("roster");

            register(browser, 30);
            page.setViewportSize(360, 740);
            page.navigate(base.resolve("/notifications/duty").toString());
            assertThat(page.locator("main").textContent()).contains("demo-one har vagt", "Overgreb mod barn/ung");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
            browser.inspect("duty-phone");
        }
    }

    private static void period(Page page, int fromHours, int toHours) {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Europe/Copenhagen")).truncatedTo(ChronoUnit.MINUTES);
        page.locator("#from").fill(now.plusHours(fromHours).toString());
        page.locator("#to").fill(now.plusHours(toHours).toString());
    }
}
