package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSecretsTest {

    private static final String SESSION_KEY = "quarkus.http.auth.session.encryption-key";
    private static final String PASSWORD = "rettidig.database.password";

    @TempDir
    Path home;

    @BeforeEach
    @AfterEach
    void forget() {
        System.clearProperty(SESSION_KEY);
        System.clearProperty(PASSWORD);
    }

    @Test
    void keepsTheSessionKeyOverRestarts() throws IOException {
        ServiceSecrets.prepare(home, Map.of());
        String first = System.getProperty(SESSION_KEY);
        System.clearProperty(SESSION_KEY);

        ServiceSecrets.prepare(home, Map.of());

        assertThat(System.getProperty(SESSION_KEY)).isEqualTo(first).hasSize(43);
    }

    @Test
    void readsAPasswordFromTheFileThatIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("secret"), "of the file\n");

        ServiceSecrets.prepare(home, Map.of("RETTIDIG_DATABASE_PASSWORD_FILE", file.toString()));

        assertThat(System.getProperty(PASSWORD)).isEqualTo("of the file");
    }

    @Test
    void refusesToStartWhenTheNamedFileIsNotThere() {
        assertThatThrownBy(() -> ServiceSecrets.prepare(
                        home,
                        Map.of(
                                "RETTIDIG_DATABASE_PASSWORD_FILE",
                                home.resolve("nowhere").toString())))
                .isInstanceOf(IOException.class);
    }
}
