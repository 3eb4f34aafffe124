package dk.rettidig.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** A bar on standard error, redrawn at most ten times a second and only on a terminal. Not for several threads. */
public final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintWriter out;
    private final String label;
    private final boolean drawn;
    private long last = System.nanoTime();
    private boolean open;

    /** A bar with a label; draws nothing until something takes longer than a moment. */
    public ProgressBar(PrintWriter out, String label) {
        this.out = out;
        this.label = label;
        this.drawn = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
    }

    /** So much of so much is done. */
    public void at(long done, long of) {
        long now = System.nanoTime();
        if (!drawn || now - last < REDRAW_NANOS) {
            return;
        }
        last = now;
        open = true;
        int filled = of == 0 ? WIDTH : (int) (WIDTH * done / of);
        out.print(String.format(
                Locale.ROOT, "\r%s [%s%s] %,d/%,d", label, "#".repeat(filled), "-".repeat(WIDTH - filled), done, of));
        out.flush();
    }

    @Override
    public void close() {
        if (open) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
