package dk.rettidig.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.seal.SealException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path directory;

    @Test
    void createsAKeyForItsOwnerAloneAndLoadsTheSameAgain() throws Exception {
        Path file = directory.resolve("keys/log.key");

        SigningKey created = KeyFile.signingKeyOrNew(file, new SecureRandom());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.signingKeyOrNew(file, new SecureRandom()).id()).isEqualTo(created.id());
        assertThat(KeyFile.signingKey(file).id()).isEqualTo(created.id());
        try (var files = Files.list(directory.resolve("keys"))) {
            assertThat(files.toList()).as("no draft stays").containsExactly(file);
        }
    }

    @Test
    void createsASymmetricKeyAndLoadsTheSameAgain() throws Exception {
        Path file = directory.resolve("ledger.secret");

        assertThat(KeyFile.symmetricKeyOrNew(file, new SecureRandom())).isEqualTo(KeyFile.symmetricKey(file));
    }

    @Test
    void manyStartingAtOnceEndWithOneKey() throws Exception {
        Path file = directory.resolve("shared.key");
        List<Callable<KeyId>> starts = java.util.Collections.nCopies(
                16, () -> KeyFile.signingKeyOrNew(file, new SecureRandom()).id());

        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<KeyId>> ids = pool.invokeAll(starts);
            for (Future<KeyId> id : ids) {
                assertThat(id.get()).isEqualTo(KeyFile.signingKey(file).id());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------", "rw--w----"})
    void refusesAFileThatOthersMayUse(String mode) throws Exception {
        Path file = directory.resolve("open.key");
        KeyFile.signingKeyOrNew(file, new SecureRandom());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertRefused(file, Reason.KEY_FILE_REFUSED);
    }

    @Test
    void refusesALinkALargeFileAndWhatIsNoKey() throws Exception {
        Path real = directory.resolve("real.key");
        KeyFile.signingKeyOrNew(real, new SecureRandom());
        Path link = Files.createSymbolicLink(directory.resolve("link.key"), real);
        Path large = directory.resolve("large.key");
        Files.writeString(large, "A".repeat(5_000));
        Path text = directory.resolve("text.key");
        Files.writeString(text, "not a key");
        Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rw-------"));

        assertRefused(link, Reason.KEY_FILE_REFUSED);
        assertRefused(large, Reason.KEY_FILE_REFUSED);
        assertRefused(directory.resolve("absent.key"), Reason.KEY_FILE_REFUSED);
        assertRefused(text, Reason.NOT_CANONICAL);
    }

    private static void assertRefused(Path file, Reason reason) {
        assertThatThrownBy(() -> KeyFile.signingKey(file))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageNotContaining("/");
    }
}
