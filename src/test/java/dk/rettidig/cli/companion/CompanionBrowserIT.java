package dk.rettidig.cli.companion;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.testing.Browser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a caseworker uses them, in Chromium, in both languages. */
class CompanionBrowserIT {

    private static final String NUMBER = SyntheticCpr.hyphenated(1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private static Browser letIn(CompanionFixture fixture, List<String> said) {
        Browser browser = Browser.open(URI.create("http://" + fixture.host()));
        browser.page().onConsoleMessage(message -> said.add(message.text()));
        browser.page().onPageError(said::add);
        browser.visit(fixture.companion.startLink().getPath());
        return browser;
    }

    private static void fill(Browser browser, String label, String text) {
        browser.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .fill(text);
    }

    private static void expectNoNumber(Browser browser) {
        assertThat(browser.page().content()
                        + browser.page().url()
                        + browser.page().title())
                .doesNotContain(NUMBER, SyntheticCpr.digits(1));
    }

    @Test
    void inDanishFromNumberToPseudonymAndFromLocalIdToNumber() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        try (CompanionFixture fixture = CompanionFixture.start(folder);
                Browser browser = letIn(fixture, said)) {
            assertThat(browser.page().url()).matches("http://127\\.0\\.0\\.1:[0-9]+/[a-p]{32}/");
            assertThat(browser.heading()).isEqualTo("Fra CPR-nummer til pseudonym");
            browser.inspect("companion-number-da");
            browser.press("Find pseudonym");
            assertThat(browser.page().content()).contains("Skriv CPR-nummeret", "Skriv en begrundelse");
            browser.inspect("companion-number-errors-da");

            fill(browser, "CPR-nummer", NUMBER);
            fill(browser, "Begrundelse", "Sag 2026-1143");
            browser.press("Find pseudonym");
            assertThat(browser.heading()).isEqualTo("Pseudonymet er fundet");
            assertThat(browser.page().locator("#pseudonym").innerText())
                    .isEqualTo(fixture.pseudonym(new VaultIdentity.Numbered(SyntheticCpr.number(1))));
            browser.press("Kopiér");
            browser.page().locator("#copied:text('Kopieret')").waitFor();
            browser.inspect("companion-found-da");
            expectNoNumber(browser);

            browser.follow("Barn uden CPR-nummer");
            browser.inspect("companion-unborn-da");
            fill(browser, "Begrundelse", "Underretning om et barn, der ikke er født");
            fill(browser, "Forventet fødselsdag", CompanionFixture.UNTIL);
            browser.press("Giv lokalt id");
            assertThat(browser.heading()).isEqualTo("Barnet har fået et lokalt id");
            String id = browser.page().locator("#local").innerText();
            browser.inspect("companion-local-da");

            browser.follow("Venter på CPR-nummer");
            browser.inspect("companion-waiting-da");
            browser.press("Har fået nummer " + id);
            browser.inspect("companion-merge-da");
            fill(browser, "CPR-nummer", NUMBER);
            browser.press("Se hvad der vil ske");
            assertThat(browser.heading()).isEqualTo("Er det det samme barn?");
            browser.inspect("companion-check-da");
            browser.press("Ja, det er samme barn: læg sammen");
            assertThat(browser.heading()).isEqualTo("Lagt sammen");
            browser.inspect("companion-merged-da");
            expectNoNumber(browser);
            browser.follow("Venter på CPR-nummer");
            assertThat(browser.page().content()).contains("Ingen venter.", "Lagt sammen, men ikke sendt");
            browser.inspect("companion-waiting-after-da");
        }
        assertThat(said).as("nothing against the content security policy").allMatch(text -> text.contains("422"));
    }

    @Test
    void inEnglishTheSame() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        try (CompanionFixture fixture = CompanionFixture.start(folder);
                Browser browser = letIn(fixture, said)) {
            browser.follow("English");
            assertThat(browser.page().locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(browser.heading()).isEqualTo("From CPR number to pseudonym");
            browser.inspect("companion-number-en");
            fill(browser, "CPR number", NUMBER);
            fill(browser, "Reason", "Case 2026-1143");
            browser.press("Find the pseudonym");
            assertThat(browser.heading()).isEqualTo("The pseudonym was found");
            browser.inspect("companion-found-en");
            browser.follow("Child without a CPR number");
            fill(browser, "Reason", "Notification of an unborn child");
            browser.press("Give a local id");
            browser.inspect("companion-local-en");
            browser.follow("Waiting for a CPR number");
            browser.inspect("companion-waiting-en");
            browser.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Has got a number"))
                    .click();
            fill(browser, "CPR number", "310250-5001");
            browser.press("See what will happen");
            browser.inspect("companion-merge-errors-en");
            fill(browser, "CPR number", NUMBER);
            browser.press("See what will happen");
            browser.inspect("companion-check-en");
            expectNoNumber(browser);
            browser.press("Lock");
            browser.inspect("companion-locked-for-good-en");
        }
        assertThat(said).allMatch(text -> text.contains("422"));
    }

    @Test
    void asksForThePassphraseWhenItLockedItself() throws Exception {
        try (CompanionFixture fixture = CompanionFixture.locking(folder, Duration.ofMinutes(5));
                Browser browser = letIn(fixture, new CopyOnWriteArrayList<>())) {
            browser.press("Lås");
            assertThat(browser.heading()).isEqualTo("Pseudonymarkivet er låst");
            browser.inspect("companion-locked-da");
            fill(browser, "Adgangssætning", "en forkert adgangssætning");
            browser.press("Lås op");
            assertThat(browser.page().content()).contains("Forkert adgangssætning");
            browser.inspect("companion-locked-wrong-da");
            fill(browser, "Adgangssætning", CompanionFixture.PASSPHRASE);
            browser.press("Lås op");
            assertThat(browser.heading()).isEqualTo("Fra CPR-nummer til pseudonym");
        }
    }

    @Test
    void aBrowserThatWasNotLetInIsToldHow() throws Exception {
        try (CompanionFixture fixture = CompanionFixture.start(folder);
                Browser browser = Browser.open(URI.create("http://" + fixture.host()))) {
            browser.visit("/waiting");
            assertThat(browser.page().content()).contains("Åbn linket fra terminalen");
            browser.inspect("companion-no-session-da");
        }
    }

    @Test
    void worksWithoutScripts() throws Exception {
        try (CompanionFixture fixture = CompanionFixture.start(folder);
                Browser browser = Browser.withoutScripts(URI.create("http://" + fixture.host()))) {
            browser.visit(fixture.companion.startLink().getPath());
            fill(browser, "CPR-nummer", NUMBER);
            fill(browser, "Begrundelse", "Sag 2026-1143");
            browser.press("Find pseudonym");
            assertThat(browser.heading()).isEqualTo("Pseudonymet er fundet");
        }
    }
}
