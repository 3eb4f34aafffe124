package dk.rettidig.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * Works on pages as a person with mouse and keyboard does and adds up the seconds that takes, by the Keystroke-Level Model (Card,
 * Moran, Newell, <i>The keystroke-level model for user performance time with interactive systems</i>, CACM 23(7), 1980): a
 * keystroke of an average typist .28 s, pointing 1.10, a mouse button pressed and let go .20, a hand moved between mouse and keyboard .40, a
 * mental preparation 1.35 before each choice, and the system's own answer as long as it takes. Each choice is one that the person
 * has to look for among others, so it has its mental preparation. Professional reading and judging is not in it: it is what the work is.
 */
public final class Keystrokes {

    private static final double KEY = 0.28;
    private static final double POINT = 1.10;
    private static final double CLICK = 0.20;
    private static final double HAND = 0.40;
    private static final double MIND = 1.35;
    private static final int PASTE = 2;

    private final Browser browser;
    private double seconds;
    private int acts;

    public Keystrokes(Browser browser) {
        this.browser = browser;
    }

    /** Finds the radio button or checkbox of this label and chooses it. */
    public void choose(String label) {
        browser.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .check();
        click();
    }

    /** Finds the field of this label and types. */
    public void type(String label, String text) {
        browser.page().getByLabel(label).fill(text);
        click();
        keys(text.length());
    }

    /** Finds the field of this label and pastes what another program copied. */
    public void paste(String label, String text) {
        browser.page().getByLabel(label).fill(text);
        click();
        keys(PASTE);
    }

    /** Presses the button of this name and waits for the answer. */
    public void press(String name) {
        click();
        waiting(() -> browser.press(name));
    }

    /** Follows the link of this name and waits for the page. */
    public void follow(String name) {
        click();
        waiting(() -> browser.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click());
    }

    /** What is done in another program, in seconds. */
    public void elsewhere(double also) {
        seconds += also;
        acts++;
    }

    /** All of it so far, seconds. */
    public double seconds() {
        return seconds;
    }

    /** How many things were done: a choice, a field, a button. */
    public int acts() {
        return acts;
    }

    private void click() {
        seconds += MIND + POINT + CLICK;
        acts++;
    }

    private void keys(int count) {
        seconds += HAND + KEY * count + HAND;
    }

    private void waiting(Runnable act) {
        long start = System.nanoTime();
        act.run();
        browser.page().waitForLoadState();
        seconds += (System.nanoTime() - start) / 1e9;
    }
}
