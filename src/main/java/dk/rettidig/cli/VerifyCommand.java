package dk.rettidig.cli;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.console.ProgressBar;
import dk.rettidig.verifier.DrawVerifier;
import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import dk.rettidig.verifier.ProofTableVerifier;
import dk.rettidig.verifier.ProofVerifier;
import dk.rettidig.verifier.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: checks the record of an export, a service or one proof file, without trusting who keeps it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Kontrollerer protokollen uden at stole på den, der fører den.",
            "Verifies the ledger without trusting whoever keeps it.",
            "Husker det sidste kontrolpunkt af hver protokol og kræver, at intet siden er taget tilbage.",
            "Remembers the last checkpoint of each ledger and demands that nothing was taken back since.",
            "Exit codes: 0 all is right, 1 something is wrong, 2 wrong use or not readable."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int WRONG = 1;
    private static final long PERCENT = 100;
    private static final int USAGE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            description =
                    "An exported ledger (directory or .zip), the address of a service (http...), a proof file, or 'draw' and"
                            + " the file of a draw.")
    private String target = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "After 'draw': the file of a draw, which is drawn again (docs/supervision.md).")
    private @Nullable Path draw;

    @Option(
            names = "--key",
            paramLabel = "VKEY|FILE",
            description = "The log's key, or a file that holds it; several lines while keys are changed.")
    private @Nullable String key;

    @Option(
            names = "--witness",
            paramLabel = "VKEY|FILE",
            description = "A witness that must have cosigned. Repeatable.")
    private List<String> witnesses = new ArrayList<>();

    @Mixin
    private final SeenOptions remembering;

    @Option(
            names = "--header",
            paramLabel = "NAME: VALUE",
            description = "Sent with each HTTP request, for instance 'Authorization: Bearer ...'. Repeatable.")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--hashes-only", description = "Checks the public hash tiles only, not the entries.")
    private boolean hashesOnly;

    @Option(names = "--entry", paramLabel = "FILE", description = "The entry of a proof file that does not carry it.")
    private @Nullable Path entry;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    /** Remembers in the user's directory, unless told otherwise. */
    VerifyCommand() {
        this(SeenOptions.directory(System.getenv(), System.getProperty("user.home", "")));
    }

    /** Remembers here, unless told otherwise. */
    VerifyCommand(Path seen) {
        this.remembering = new SeenOptions(seen);
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (remembering.contradict()) {
            throw usage("--state FILE, --no-state");
        }
        VerifyReport printer = new VerifyReport(json, hashesOnly, remembering.where());
        try {
            Report report = report(trust());
            out.println(printer.print(report));
            out.flush();
            return report.ok() ? 0 : WRONG;
        } catch (IOException e) {
            String why = e.getMessage() == null ? "" : e.getMessage();
            spec.commandLine().getErr().println("Kan ikke læses / cannot be read: " + why);
            spec.commandLine().getErr().flush();
            return USAGE;
        }
    }

    private Report report(Trust trust) throws IOException, InterruptedException {
        if (draw != null) {
            return drawnAgain(draw, trust);
        }
        if (target.startsWith("http://") || target.startsWith("https://")) {
            URI address = address();
            return whole(bar -> LedgerVerifier.verify(address, sent(), trust, !hashesOnly, bar));
        }
        Path path = path(target);
        if (Files.isDirectory(path)) {
            return whole(bar -> LedgerVerifier.verify(path, trust, !hashesOnly, bar));
        }
        if (Files.isRegularFile(path) && path.toString().endsWith(".zip")) {
            try (FileSystem zip = FileSystems.newFileSystem(path)) {
                return whole(bar -> LedgerVerifier.verify(zip.getPath("/"), trust, !hashesOnly, bar));
            }
        }
        if (Files.isRegularFile(path) && ProofTableVerifier.looksLikeTable(path)) {
            return ProofTableVerifier.verify(path, trust);
        }
        if (Files.isRegularFile(path)) {
            return ProofVerifier.verify(path, Optional.ofNullable(entry), trust);
        }
        throw usage("Der er intet / there is nothing at " + target);
    }

    @FunctionalInterface
    private interface Verification {
        Report with(LedgerVerifier.Progress progress) throws IOException, InterruptedException;
    }

    /** A whole ledger: with a progress bar, and remembered. */
    private Report whole(Verification verification) throws IOException, InterruptedException {
        try {
            remembering.prepare();
        } catch (IOException unwritable) {
            throw usage("Der kan intet huskes / nothing can be remembered: " + unwritable.getMessage()
                    + " (--state FILE, --no-state)");
        }
        try (ProgressBar progress = Console.system().bar("Kontrollerer / verifying", PERCENT)) {
            return verification.with((done, of) -> progress.at(of == 0 ? PERCENT : PERCENT * done / of));
        }
    }

    private Report drawnAgain(Path file, Trust trust) throws IOException {
        if (!target.equals("draw") || !Files.isRegularFile(file)) {
            throw usage("./rettidig verify draw FILE --key VKEY");
        }
        if (trust.keys().isEmpty()) {
            throw usage("Angiv protokollens nøgle / give the log's key: --key VKEY|FILE");
        }
        return DrawVerifier.verify(file, trust);
    }

    private Trust trust() throws IOException {
        List<VerifierKey> known = new ArrayList<>();
        for (String witness : witnesses) {
            known.addAll(keys(witness));
        }
        return new Trust(key == null ? List.of() : keys(key), known, remembering.seen());
    }

    /** A vkey has plus signs where a file's name rarely has; an existing file wins. */
    private List<VerifierKey> keys(String given) throws IOException {
        try {
            Path file = path(given);
            String text = Files.isRegularFile(file) ? Files.readString(file) : given;
            List<VerifierKey> keys = new ArrayList<>();
            for (String vkey : text.strip().split("\\R", -1)) {
                keys.add(VerifierKey.parse(vkey.strip()));
            }
            return keys;
        } catch (CheckpointException e) {
            throw usage(given + ": " + e.getMessage());
        }
    }

    private Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw usage("Ikke en sti / not a path: " + text);
        }
    }

    private URI address() {
        try {
            URI uri = new URI(target);
            if (uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
                throw usage("Ikke en adresse / not an address: " + target);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw usage("Ikke en adresse / not an address: " + target);
        }
    }

    private List<Map.Entry<String, String>> sent() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw usage("--header NAME: VALUE");
            }
            all.add(Map.entry(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip()));
        }
        return all;
    }

    private ParameterException usage(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
