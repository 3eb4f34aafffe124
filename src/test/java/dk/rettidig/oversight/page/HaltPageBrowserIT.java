package dk.rettidig.oversight.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.law.Freezable;
import dk.rettidig.oversight.halt.HaltRows;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.web.Language;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rights desk registers and lifts a halt in a real browser. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class HaltPageBrowserIT {

    @Inject
    @All
    List<Freezable> freezables;

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        HaltRows.change("delete from halt");
    }

    @Test
    void registersAndLiftsAHalt() throws SQLException {
        Pseudonym named = HaltRows.child();
        HaltRows.observed(named);
        String child = named.text();
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.follow("Slettestop");
            browser.inspect("halts-none");

            browser.page().getByLabel("Barnets pseudonym").fill(child);
            browser.page().getByLabel("Indsigelse").check();
            browser.page().getByLabel("Sags- eller journalnummer").fill("S-2026-17");
            browser.press("Registrér");

            assertThat(browser.page().locator("tbody").textContent())
                    .contains(
                            "S-2026-17",
                            "Indsigelse",
                            "Gælder, til det ophæves",
                            "Holder tilbage i dag:",
                            "Oplysninger og perioder i omfang: 2");
            assertThat(browser.page().content()).doesNotContain(child);
            browser.inspect("halts-one");
            browser.page().locator("summary").click();
            browser.press("Ophæv");
            assertThat(browser.page().locator(".govuk-error-summary").textContent())
                    .contains("20");
            browser.inspect("halts-lift-wrong");
            browser.page().getByLabel("Hvorfor ophæves det?").fill("Indsigelsen er behandlet og afvist.");
            browser.press("Ophæv");
            assertThat(browser.page().locator("tbody").textContent())
                    .contains("Ophævet")
                    .doesNotContain("Holder tilbage");
        }
    }

    @Test
    void everyClassThatAHaltKeepsHasWords() {
        assertThat(freezables)
                .extracting(Freezable::retentionClass)
                .allSatisfy(name -> assertThat(ClassWords.of(name, Language.DANISH))
                        .isNotEqualTo(name)
                        .isNotEqualTo(ClassWords.of(name, Language.ENGLISH)));
    }

    @Test
    void saysWhatIsMissingAndNeverShowsWhatCouldBeANumberAgain() {
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.DATA_PROTECTION_OFFICER.displayName());
            browser.follow("Slettestop");
            browser.page().getByLabel("Barnets pseudonym").fill("310299-9876");
            browser.press("Registrér");

            assertThat(browser.page().locator(".govuk-error-summary li").count())
                    .isEqualTo(3);
            assertThat(browser.page().content()).doesNotContain("310299");
            browser.inspect("halts-wrong");
        }
    }
}
