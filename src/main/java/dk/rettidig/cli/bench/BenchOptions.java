package dk.rettidig.cli.bench;

import java.io.PrintWriter;
import java.util.OptionalLong;

/**
 * Sizes asked for on the command line, and where to tell how far it has come. An absent size means the benchmark's own
 * default, which ends within a minute on two cores.
 *
 * @param rows observations to ingest
 * @param children children to score or to pseudonymise
 * @param entries ledger entries
 * @param progress receives lines about progress; not part of the result
 */
public record BenchOptions(OptionalLong rows, OptionalLong children, OptionalLong entries, PrintWriter progress) {

    /** Tells how far it has come. */
    public void tell(String line) {
        progress.println(line);
        progress.flush();
    }
}
