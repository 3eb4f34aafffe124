package dk.rettidig.cli.demo;

import dk.rettidig.cli.console.Console;
import java.util.LinkedHashMap;
import java.util.Map;

/** What went as it should and what did not, and the figures of the summary in the order they came. */
final class Tally {

    private static final int LABEL_WIDTH = 46;

    private final Console console;
    private final Map<String, String> figures = new LinkedHashMap<>();
    private int failures;

    Tally(Console console) {
        this.console = console;
    }

    /** Prints what was expected, and whether it came true. */
    boolean check(boolean asItShould, String danish, String detail) {
        if (asItShould) {
            console.good(danish);
        } else {
            console.bad(danish);
            failures++;
        }
        if (!detail.isEmpty()) {
            console.detail(detail);
        }
        return asItShould;
    }

    /** A figure of the summary. */
    void figure(String label, Object value) {
        figures.put(label, value.toString());
    }

    /** Adds to a figure of the summary. */
    void add(String label, long amount) {
        figures.merge(label, Long.toString(amount), (old, more) -> Long.toString(Long.parseLong(old) + amount));
    }

    void print() {
        figures.forEach((label, value) ->
                console.line("  " + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length())) + value));
    }

    int failures() {
        return failures;
    }

    boolean allGood() {
        return failures == 0;
    }
}
