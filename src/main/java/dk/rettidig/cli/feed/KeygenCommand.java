package dk.rettidig.cli.feed;

import dk.rettidig.cli.console.Console;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code keygen FILE}: the key a registry signs with. */
@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        description = "Makes a registry's key (Ed25519), or shows the public part of the one in the file.")
public final class KeygenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Where the private key lives; only its owner may read it.")
    private Path file = Path.of("registry.key");

    @Override
    public Integer call() {
        Console console = Console.system();
        try (SigningKey key = KeyFile.signingKeyOrNew(file, new SecureRandom())) {
            console.note("Nøgle / key: " + file);
            console.note("kid: " + key.id());
            console.note("Den offentlige del registreres af to personer: / Two people register the public part:");
            console.line(key.verifyingKey().pem().strip());
            return 0;
        } catch (SealException refused) {
            console.note("Nøglen kan ikke bruges: / The key cannot be used: " + refused.getMessage());
            return 1;
        }
    }
}
