package dk.rettidig.cli.feed;

import dk.rettidig.cli.console.Console;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
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
            description =
                    "Deliver every file put into the folder; delivered ones move to done/, refused ones to refused/.")
    private @Nullable Path watched;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "NDJSON, or CSV ending in .csv; .gz is sent as it is.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (files.isEmpty() == (watched == null)) {
            throw new ParameterException(spec.commandLine(), "Name files, or a folder with --watch.");
        }
        Console console = Console.system();
        try {
            return dryRun ? all(new DryRun(options, gzip, console)::check) : push(console);
        } catch (SealException refused) {
            console.note("Nøglen kan ikke bruges: / The key cannot be used: " + refused.getMessage());
            return 1;
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int push(Console console) throws SealException, IOException, InterruptedException {
        if (keyFile == null) {
            throw new ParameterException(spec.commandLine(), "--key is needed to sign.");
        }
        try (SigningKey key = KeyFile.signingKey(keyFile);
                Courier courier = new Courier(url, key, options, gzip, json, console, Clock.systemUTC())) {
            if (watched != null) {
                new WatchedFolder(watched, courier, console).watch();
                return 0;
            }
            return all(courier::deliver);
        }
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
