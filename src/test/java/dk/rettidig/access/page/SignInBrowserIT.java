package dk.rettidig.access.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SignInBrowserIT {

    @TestHTTPResource("/")
    URI base;

    @ParameterizedTest
    @EnumSource(DemoPerson.class)
    void letsEachPersonOfTheDemonstrationInByOneClickAndOutAgain(DemoPerson person) {
        try (Browser browser = Browser.open(base)) {
            // When
            browser.signInAs(person.displayName());

            // Then
            assertThat(browser.heading()).isEqualTo("Goddag, " + person.displayName());
            browser.inspect("home-" + person.kind().id());
            browser.press("Log ud");
            assertThat(browser.page().url()).endsWith("/sign-in");
            browser.visit("/");
            assertThat(browser.page().url()).endsWith("/sign-in");
        }
    }

    @Test
    void speaksDanishFirstAndEnglishOnRequestOnTheSamePage() {
        try (Browser browser = Browser.open(base)) {
            // Given
            browser.visit("/sign-in");
            assertThat(browser.heading()).isEqualTo("Se i rette tid, at et barn kan have brug for hjælp");
            browser.inspect("sign-in-da");

            // When
            browser.follow("English");

            // Then
            assertThat(browser.page().url()).endsWith("/sign-in");
            assertThat(browser.heading()).isEqualTo("See in due time that a child may need help");
            assertThat(browser.page().locator("html").getAttribute("lang")).isEqualTo("en");
            browser.inspect("sign-in-en");
        }
    }

    @Test
    void worksWithoutScripts() {
        try (Browser browser = Browser.withoutScripts(base)) {
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            assertThat(browser.heading()).startsWith("Goddag");
        }
    }

    @Test
    void saysInHumanWordsThatAPageDoesNotExist() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.CASEWORKER_ONE.displayName());
            browser.visit("/does-not-exist");
            assertThat(browser.heading()).isEqualTo("Siden findes ikke, eller du må ikke se den");
            browser.inspect("error-404");
        }
    }

    @Test
    void runsUnderItsContentSecurityPolicyWithoutAViolation() {
        try (Browser browser = Browser.open(base)) {
            java.util.List<String> said = new java.util.concurrent.CopyOnWriteArrayList<>();
            browser.page().onConsoleMessage(message -> said.add(message.text()));
            browser.page().onPageError(said::add);
            browser.visit("/sign-in");
            assertThat(said).isEmpty();
            assertThat(browser.page().locator("body").getAttribute("class")).contains("govuk-frontend-supported");
        }
    }
}
