package dk.rettidig.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium, driven as a person uses pages: by role and label. Every page it is shown is checked by axe, and for
 * reflow at 320 pixels (WCAG 2.2 success criterion 1.4.10). Screenshots go to {@code target/screenshots}.
 */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int WIDE = 1200;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final BrowserContext context;
    private final Page page;
    private final String base;

    private Browser(Playwright playwright, URI base, boolean scripts) {
        this.playwright = playwright;
        this.base = base.toString().replaceAll("/$", "");
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(ARGUMENTS));
        this.context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(scripts));
        this.page = context.newPage();
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** A fresh browser with its own cookies; the test is skipped, and says so, where there is no Chromium. */
    public static Browser open(URI base) {
        return open(base, true);
    }

    /** The same without JavaScript. */
    public static Browser withoutScripts(URI base) {
        return open(base, false);
    }

    private static Browser open(URI base, boolean scripts) {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM), "SKIPPED: no /usr/bin/chromium (Debian: apt-get install chromium)");
        return new Browser(Playwright.create(), base, scripts);
    }

    /** The page as Playwright sees it. */
    public Page page() {
        return page;
    }

    /** Opens a path. */
    public void visit(String path) {
        page.navigate(base + path);
    }

    /** Signs in by the card of the sign-in page. */
    public void signInAs(String displayName) {
        visit("/sign-in");
        press("Log ind som " + displayName);
    }

    /** Presses the button with this name. */
    public void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForLoadState();
    }

    /** Follows the link with this name. */
    public void follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
    }

    /** The text of the page's one main heading. */
    public String heading() {
        return page.locator("h1").innerText();
    }

    /** Checks the page that is shown, and keeps a picture of it in both widths. */
    public void inspect(String name) {
        // GOV.UK Frontend's own script sets aria-expanded on radios that reveal fields, on purpose and knowing that axe
        // objects: those elements alone are left out.
        AxeResults results = new AxeBuilder(page)
                .exclude(".govuk-radios__input[aria-controls]")
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        assertThat(results.getViolations()).extracting(Rule::toString).as(name).isEmpty();
        picture(name);
        page.setViewportSize(NARROW, HEIGHT);
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        picture(name + "-320");
        page.setViewportSize(WIDE, HEIGHT);
        assertThat(overflow).as("horizontal overflow at 320 px: " + name).isEqualTo(0);
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
        chromium.close();
        playwright.close();
    }
}
