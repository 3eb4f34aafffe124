package dk.rettidig.cli.feed;

import dk.rettidig.cli.console.Console;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code push FILE...}: signs and delivers files, checks them offline, or watches a folder for them. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description = {
            "Leverer filer: underskriver følgesedlen, sender, viser kvitteringen.",
            "Delivers files: signs the note, sends, shows the receipt. --dry-run checks offline.",
            "Exit codes: 0 all rows taken, 1 something refused or quarantined, 2 usage."
        })
public final class PushCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private NoteOptions options = new NoteOptions();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The registry's private key; not needed with --dry-run.")
    private @Nullable Path keyFile;

    @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "The service (${DEFAULT-VALUE}).")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--gzip", description = "Compress on the way.")
    private boolean gzip;

    @Option(names = "--dry-run", description = "Check offline with the service's own reader; send nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print receipts and problems as the service sent them.")
    private boolean json;

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = {
                "Deliver every file put into the folder. Files of which every row was taken move to done/, others to"
                        + " refused/ with a report beside them; nothing is lost or counted twice when it is stopped.",
                "Names that begin with a point or end in .part or .tmp are left alone."
            })
    private @Nullable Path watched;

    @Option(
            names = "--quiet-seconds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How long a file must not have changed before it is taken (${DEFAULT-VALUE}).")
    private int quietSeconds = 5;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "NDJSON, or CSV ending in .csv; .gz is sent as it is.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.system();
        try {
            checkUsage();
            return dryRun ? all(new DryRun(options, gzip, console)::check) : push(console);
        } catch (SealException refused) {
            console.note("Nøglen kan ikke bruges: / The key cannot be used: " + refused.getMessage());
            return 1;
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void checkUsage() {
        if (files.isEmpty() == (watched == null)) {
            throw new ParameterException(spec.commandLine(), "Name files, or a folder with --watch.");
        }
        if (dryRun && watched != null) {
            throw new ParameterException(spec.commandLine(), "--dry-run checks files, not a folder.");
        }
        if (options.fixedId() && (watched != null || files.size() > 1)) {
            throw new ParameterException(spec.commandLine(), "--id is the id of one delivery: name one file.");
        }
        for (Path file : files) {
            if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
                throw new ParameterException(
                        spec.commandLine(), "Filen kan ikke læses. / The file cannot be read: " + file);
            }
        }
        options.check();
    }

    private int push(Console console) throws SealException, IOException, InterruptedException {
        if (keyFile == null) {
            throw new ParameterException(spec.commandLine(), "--key is needed to sign.");
        }
        try (SigningKey key = KeyFile.signingKey(keyFile);
                Courier courier = new Courier(url, key, options, gzip, console, Clock.systemUTC())) {
            if (watched == null) {
                return all(file -> shown(courier.deliver(file), console));
            }
            watch(watched, courier, console);
            return 0;
        }
    }

    private void watch(Path folder, Courier courier, Console console) throws IOException, InterruptedException {
        Outbox outbox = new Outbox(folder);
        new WatchedFolder(folder, courier, outbox, console, Duration.ofSeconds(quietSeconds)).watch();
    }

    private boolean shown(Outcome outcome, Console console) {
        if (json && !outcome.answer().isEmpty()) {
            console.line(outcome.answer());
        } else {
            outcome.show(console);
        }
        return outcome.allTaken();
    }

    private int all(FileStep step) throws IOException, InterruptedException {
        boolean good = true;
        for (Path file : files) {
            good &= step.take(file);
        }
        return good ? 0 : 1;
    }

    /** What is done with one file; true when every row was taken. */
    interface FileStep {
        boolean take(Path file) throws IOException, InterruptedException;
    }
}
