package dk.rettidig.cli;

import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Secrets that the service needs before it starts: the key of session cookies, and passwords that stand in files. */
final class ServiceSecrets {

    private static final String SESSION_KEY = "quarkus.http.auth.session.encryption-key";
    private static final int SESSION_KEY_BYTES = 32;

    /** Environment variables that name a file, and the setting that its first line becomes. */
    private static final Map<String, String> FILES = Map.of(
            "RETTIDIG_DATABASE_PASSWORD_FILE", "rettidig.database.password",
            "RETTIDIG_DATABASE_OWNER_PASSWORD_FILE", "rettidig.database.owner-password");

    private ServiceSecrets() {}

    /**
     * Makes the secrets known as system properties.
     *
     * @param home where the session key is kept, so that sessions outlive a restart and replicas share them
     * @throws IOException when a named file cannot be read
     */
    static void prepare(Path home, Map<String, String> environment) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            String named = environment.get(file.getKey());
            if (named != null) {
                System.setProperty(
                        file.getValue(), Files.readString(Path.of(named)).strip());
            }
        }
        if (System.getProperty(SESSION_KEY) == null) {
            try {
                Files.createDirectories(home.resolve("keys"));
                System.setProperty(
                        SESSION_KEY,
                        KeyFile.secretOrNew(home.resolve("keys").resolve("session.key"), ServiceSecrets::fresh)
                                .strip());
            } catch (SealException refused) {
                throw new IOException("the session key cannot be used: " + refused.getMessage(), refused);
            }
        }
    }

    private static String fresh() {
        byte[] bytes = new byte[SESSION_KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
