package dk.rettidig.cli.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a command writes: results to one stream, progress and errors to another. Not safe for several threads. */
public final class Console {

    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;

    /**
     * A console on two streams.
     *
     * @param terminal whether a person looks at the error stream: colours and moving bars only then
     */
    public Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = new PrintWriter(out, true, StandardCharsets.UTF_8);
        this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
        this.terminal = terminal;
    }

    /** The console of the running program. */
    public static Console system() {
        boolean watched = Optional.ofNullable(System.console())
                        .map(java.io.Console::isTerminal)
                        .orElse(false)
                && System.getenv("NO_COLOR") == null;
        return new Console(System.out, System.err, watched);
    }

    /** A line of the result. */
    public void line(String text) {
        out.println(text);
    }

    /** A heading of the result, Danish and English. */
    public void heading(String danish, String english) {
        out.println();
        out.println(danish + " · " + faint(english));
    }

    /** A line that says that something went as it should. */
    public void good(String text) {
        out.println("  " + coloured(GREEN, "✓") + " " + text);
    }

    /** A line that says that something did not go as it should. */
    public void bad(String text) {
        out.println("  " + coloured(RED, "✗") + " " + text);
    }

    /** A line that explains the one before. */
    public void detail(String text) {
        out.println("    " + faint(text));
    }

    /** A line for the person at the screen, not part of the result. */
    public void note(String text) {
        err.println(text);
    }

    /** A bar that shows how much of a known amount is done; silent when nobody looks. */
    public ProgressBar bar(String label, long total) {
        return new ProgressBar(err, terminal, label, total);
    }

    private String faint(String text) {
        return coloured(FAINT, text);
    }

    private String coloured(String colour, String text) {
        return terminal ? colour + text + PLAIN : text;
    }
}
