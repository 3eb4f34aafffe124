package dk.rettidig.cli.vault;

import dk.rettidig.pseudonym.vault.VaultException;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which vault, and what opens it: never an argument, because others see a process's arguments. */
public final class VaultOptions {

    /** Names a file whose first line is the passphrase. */
    static final String PASSPHRASE_FILE = "RETTIDIG_VAULT_PASSPHRASE_FILE";

    private static final int KEY_BYTES = 32;

    @Option(names = "--vault", required = true, paramLabel = "FILE", description = "The vault.")
    private Path file = Path.of("vault");

    @Option(
            names = "--vault-key",
            paramLabel = "FILE",
            description = "A key file instead of a passphrase; 'create' makes it when it is not there.")
    private @Nullable Path keyFile;

    /** The vault's file. */
    public Path file() {
        return file;
    }

    /** Whether a key file opens it, and no person types anything. */
    public boolean byKeyFile() {
        return keyFile != null;
    }

    /** The secret: of the key file, of the file that the environment names, or asked for at the terminal. */
    public VaultSecret secret(boolean fresh) throws IOException, VaultException, SealException {
        if (keyFile != null) {
            return ofKeyFile(keyFile, fresh);
        }
        char[] passphrase = passphrase(fresh);
        try {
            return fresh ? VaultSecret.newPassphrase(passphrase) : VaultSecret.passphrase(passphrase);
        } finally {
            Arrays.fill(passphrase, ' ');
        }
    }

    private static VaultSecret ofKeyFile(Path path, boolean fresh) throws IOException, VaultException, SealException {
        if (!fresh && !Files.exists(path)) {
            throw new java.nio.file.NoSuchFileException(path.toString());
        }
        String text = KeyFile.secretOrNew(path, VaultOptions::freshKey).strip();
        try {
            return VaultSecret.keyFile(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return VaultSecret.keyFile(new byte[0]);
        }
    }

    private static String freshKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private static char[] passphrase(boolean fresh) throws IOException {
        String named = System.getenv(PASSPHRASE_FILE);
        if (named != null) {
            return Files.readString(Path.of(named), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .toCharArray();
        }
        Console terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No terminal to ask for the passphrase: set " + PASSPHRASE_FILE + " or use --vault-key."));
        char[] first = terminal.readPassword("Adgangssætning / passphrase: ");
        if (fresh && !Arrays.equals(first, terminal.readPassword("Igen / again: "))) {
            throw new IllegalArgumentException("The two passphrases differ.");
        }
        return first == null ? new char[0] : first;
    }
}
