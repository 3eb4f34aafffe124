package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.seal.SealException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the keys come from that sign checkpoints. */
class LogKeysTest {

    private static final KeyName ORIGIN = new KeyName("example.org/ledger");

    @TempDir
    Path directory;

    @Test
    void oneFileIsMadeAndASecondOneBesideItSignsToo() throws Exception {
        Path file = directory.resolve("ledger-checkpoint.key");
        LogKeys source = LogKeys.files(file, ORIGIN, new SecureRandom());
        SigningKey first = source.keys().getFirst();
        SigningKey next = SigningKey.generate(ORIGIN, KeyAlgorithm.ML_DSA_44, new SecureRandom());
        secret("ledger-checkpoint.key.next", next.encodeSecret());

        assertThat(new CheckpointSigner(source, ORIGIN).verifierKeys())
                .containsExactly(first.verifier(), next.verifier());
    }

    @Test
    void theEnvironmentOfASecretStoreGoesBeforeStoreAndFile() throws Exception {
        SigningKey first = SigningKey.generate(ORIGIN, KeyAlgorithm.ED25519, new SecureRandom());
        SigningKey next = SigningKey.generate(ORIGIN, KeyAlgorithm.ML_DSA_44, new SecureRandom());

        List<VerifierKey> keys = new CheckpointSigner(
                        LogKeys.of(settings(Map.of(
                                "RETTIDIG_LEDGER_CHECKPOINT_KEYS",
                                first.encodeSecret() + "," + next.encodeSecret(),
                                "RETTIDIG_LEDGER_PKCS12",
                                directory.resolve("nowhere.p12").toString()))),
                        ORIGIN)
                .verifierKeys();

        assertThat(keys).containsExactly(first.verifier(), next.verifier());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void withoutAnEnvironmentTheFileIsMade() throws Exception {
        List<SigningKey> keys = LogKeys.of(settings(Map.of())).keys();

        assertThat(keys).hasSize(1);
        assertThat(directory.resolve("ledger-checkpoint.key")).isRegularFile();
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndNotRepeated() {
        LogKeys source = LogKeys.of(settings(Map.of("RETTIDIG_LEDGER_CHECKPOINT_KEYS", "PRIVATE+KEY+secret")));

        assertThatThrownBy(source::keys).isInstanceOf(CheckpointException.class).hasMessageNotContaining("secret");
    }

    /** Settings as the service reads them: the environment above a file. */
    private LedgerSettings settings(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LedgerSettings.class)
                .withSources(
                        new EnvConfigSource(environment, 300),
                        new PropertiesConfigSource(
                                Map.of(
                                        "rettidig.ledger.origin",
                                        ORIGIN.value(),
                                        "rettidig.ledger.keys",
                                        directory.toString()),
                                "file",
                                250))
                .build()
                .getConfigMapping(LedgerSettings.class);
    }

    @Test
    void theFirstKeyIsEd25519AndEveryKeyIsNamedAfterTheOrigin() {
        SigningKey quantum = SigningKey.generate(ORIGIN, KeyAlgorithm.ML_DSA_44, new SecureRandom());
        SigningKey other = SigningKey.generate(new KeyName("example.org/x"), KeyAlgorithm.ED25519, new SecureRandom());
        SigningKey witness = SigningKey.generate(ORIGIN, KeyAlgorithm.COSIGNATURE_V1, new SecureRandom());
        SigningKey good = SigningKey.generate(ORIGIN, KeyAlgorithm.ED25519, new SecureRandom());

        for (List<SigningKey> wrong : List.of(
                List.<SigningKey>of(),
                List.of(quantum),
                List.of(other),
                List.of(good, other),
                List.of(good, witness))) {
            assertThatThrownBy(() -> new CheckpointSigner(() -> wrong, ORIGIN))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aStoreThatKeytoolMadeGivesTheKeyThatItHolds() throws Exception {
        Path password = secret("password", "correct horse battery\n");
        Path store = directory.resolve("ledger.p12");
        keytool(store, "ledger-checkpoint");
        keytool(store, "another");

        List<VerifierKey> keys =
                new CheckpointSigner(new Pkcs12Keys(store, Optional.of(password), ORIGIN), ORIGIN).verifierKeys();

        KeyStore opened = KeyStore.getInstance(store.toFile(), "correct horse battery".toCharArray());
        EdECPublicKey point =
                (EdECPublicKey) opened.getCertificate("ledger-checkpoint").getPublicKey();
        byte[] encoded = point.getEncoded();
        assertThat(keys)
                .containsExactly(VerifierKey.of(
                        ORIGIN,
                        KeyAlgorithm.ED25519,
                        java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
    }

    @Test
    void aStoreWithAnotherPasswordOrWithoutSuchAKeyIsRefused() throws Exception {
        Path store = directory.resolve("ledger.p12");
        keytool(store, "another");
        Path wrong = secret("wrong", "wrong horse battery");
        Path right = secret("right", "correct horse battery");

        assertThatThrownBy(() -> new Pkcs12Keys(store, Optional.of(wrong), ORIGIN).keys())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not open")
                .hasMessageNotContaining("horse");
        assertThatThrownBy(() -> new Pkcs12Keys(store, Optional.empty(), ORIGIN).keys())
                .hasMessageContaining("pkcs12-password-file");
        assertThatThrownBy(() -> new CheckpointSigner(new Pkcs12Keys(store, Optional.of(right), ORIGIN), ORIGIN))
                .hasMessageContaining("there is none");
        Files.setPosixFilePermissions(right, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new Pkcs12Keys(store, Optional.of(right), ORIGIN).keys())
                .isInstanceOf(SealException.class);
    }

    private Path secret(String name, String text) throws Exception {
        Path file = directory.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private void keytool(Path store, String alias) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        alias,
                        "-keyalg",
                        "Ed25519",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "correct horse battery",
                        "-dname",
                        "CN=example.org",
                        "-validity",
                        "1")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
