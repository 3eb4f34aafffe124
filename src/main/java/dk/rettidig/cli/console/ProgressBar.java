package dk.rettidig.cli.console;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * A bar on one line of the terminal, drawn at most a hundred times. Where no person looks it writes one line at
 * the end, when anything was done.
 * Not safe for several threads.
 */
public final class ProgressBar implements AutoCloseable {

    /** Cells of the bar; fits a terminal of 80 columns with its label. */
    private static final int WIDTH = 28;

    private static final int LABEL_WIDTH = 34;

    private final PrintWriter out;
    private final boolean terminal;
    private final String label;
    private final long total;
    private long done;
    private int shownPercent = -1;

    ProgressBar(PrintWriter out, boolean terminal, String label, long total) {
        this.out = out;
        this.terminal = terminal;
        this.label = label;
        this.total = Math.max(1, total);
    }

    /** Says how much is done in all, in the unit of the total. */
    public void at(long amount) {
        done = Math.clamp(amount, 0, total);
        int percent = (int) (done * 100 / total);
        if (percent != shownPercent) {
            shownPercent = percent;
            if (terminal) {
                draw(percent);
            }
        }
    }

    /** Adds to what is done. */
    public void add(long amount) {
        at(done + amount);
    }

    private void draw(int percent) {
        int filled = percent * WIDTH / 100;
        out.print(String.format(
                Locale.ROOT,
                "\r  %-" + LABEL_WIDTH + "s %s%s %3d %%",
                label,
                "█".repeat(filled),
                "░".repeat(WIDTH - filled),
                percent));
        out.flush();
    }

    @Override
    public void close() {
        if (terminal) {
            draw((int) (done * 100 / total));
            out.println();
        } else if (done > 0) {
            out.println(String.format(Locale.ROOT, "  %-" + LABEL_WIDTH + "s %3d %%", label, done * 100 / total));
        }
    }
}
