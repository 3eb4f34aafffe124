package dk.rettidig.cli.feed;

import dk.rettidig.cli.console.Console;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sign BODY}: prints the delivery note for a file, to be sent with any HTTP client. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Prints the signed delivery note for a file exactly as it lies there.")
public final class SignCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private NoteOptions options = new NoteOptions();

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The registry's private key.")
    private Path keyFile = Path.of("registry.key");

    @Parameters(paramLabel = "BODY", description = "NDJSON, or CSV when it ends in .csv; gzip when it ends in .gz.")
    private Path body = Path.of("-");

    @Override
    public Integer call() throws IOException {
        Console console = Console.system();
        try (SigningKey key = KeyFile.signingKey(keyFile);
                WireFile file = WireFile.of(body, false)) {
            console.line(options.note(file, Survey.of(file, options.csv()), Clock.systemUTC())
                    .signedWith(key));
            return 0;
        } catch (SealException refused) {
            console.note("Nøglen kan ikke bruges: / The key cannot be used: " + refused.getMessage());
            return 1;
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
