package dk.rettidig.cli.authority;

import dk.rettidig.seal.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What opens the authority's key store: from a file or the environment, never from an argument. */
public final class AuthorityPassphrase {

    /** Names a file whose first line is the passphrase. */
    public static final String FILE = "RETTIDIG_AUTHORITY_PASSPHRASE_FILE";

    /** The passphrase itself. */
    public static final String VALUE = "RETTIDIG_AUTHORITY_PASSPHRASE";

    /** The setting that the passphrase becomes. */
    public static final String PROPERTY = "rettidig.authority.passphrase";

    private AuthorityPassphrase() {}

    /** Whether this process was given the key of an authority, by any of its ways. */
    public static boolean given(Map<String, String> environment) {
        return environment.containsKey(FILE) || environment.containsKey(VALUE) || System.getProperty(PROPERTY) != null;
    }

    /**
     * The passphrase.
     *
     * @throws IOException when none is given, it is too short or its file cannot be read
     */
    public static String read(Map<String, String> environment) throws IOException {
        String file = environment.get(FILE);
        String passphrase = file == null
                ? Optional.ofNullable(System.getProperty(PROPERTY)).orElse(environment.getOrDefault(VALUE, ""))
                : Files.readString(Path.of(file)).lines().findFirst().orElse("").strip();
        if (!Passphrase.isLongEnough(passphrase)) {
            throw new IOException("the key store needs a passphrase of at least " + Passphrase.SHORTEST
                    + " characters: write it into a file that only you may read, and name the file in " + FILE);
        }
        return passphrase;
    }
}
