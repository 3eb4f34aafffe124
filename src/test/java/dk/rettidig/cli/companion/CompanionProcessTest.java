package dk.rettidig.cli.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.cli.pseudonymise.StubAuthority;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as a process of its own, which can be killed. */
class CompanionProcessTest {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)/start/[a-p]{32}");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private OprfKey key;
    private StubAuthority authority;

    /** Runs the command in a process of its own. */
    static final class Child {

        private Child() {}

        /** The command's arguments. */
        public static void main(String... arguments) {
            System.exit(new CommandLine(new CompanionCommand()).execute(arguments));
        }
    }

    @BeforeEach
    void start() throws Exception {
        key = OprfKey.generate();
        try (SigningKey signing = KeyFile.signingKeyOrNew(folder.resolve("client.key"), new SecureRandom())) {
            authority = new StubAuthority(key, 0, signing.verifyingKey());
        }
        byte[] bytes = Base64.getUrlDecoder()
                .decode(KeyFile.secretOrNew(folder.resolve("vault.key"), () -> "B".repeat(42) + "A")
                        .strip());
        Vault.create(folder.resolve("999.vault"), VaultSecret.keyFile(bytes), "999")
                .close();
        KeyFile.secretOrNew(folder.resolve("token"), () -> CompanionFixture.PROGRAM_TOKEN);
    }

    @AfterEach
    void stop() throws Exception {
        for (Process each : started) {
            each.destroyForcibly().waitFor();
        }
        authority.close();
    }

    private Process process(Map<String, String> environment, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                "--vault",
                folder.resolve("999.vault").toString(),
                "--authority",
                authority.url().toString(),
                "--public-key",
                Base64.getEncoder().encodeToString(key.publicKey().bytes()),
                "--client",
                "school-999",
                "--key",
                folder.resolve("client.key").toString(),
                "--token-file",
                folder.resolve("token").toString()));
        line.addAll(List.of(more));
        if (!line.contains("--domain")) {
            line.addAll(List.of("--domain", "999.child_support.1"));
        }
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("shown.txt").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Process byKeyFile(String... more) throws IOException {
        List<String> line = new ArrayList<>(
                List.of("--vault-key", folder.resolve("vault.key").toString()));
        line.addAll(List.of(more));
        return process(Map.of(), line.toArray(String[]::new));
    }

    private String shown() throws IOException {
        return Files.readString(folder.resolve("shown.txt"), StandardCharsets.UTF_8);
    }

    private int port(Process process) throws Exception {
        while (process.isAlive()) {
            Matcher link = LINK.matcher(shown());
            if (link.find()) {
                return Integer.parseInt(link.group(1));
            }
            Thread.sleep(10);
        }
        throw new AssertionError(shown());
    }

    private int exit(Process process) throws Exception {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    @Test
    void aSecondOneOnTheSamePortSaysWhatToDo() throws Exception {
        int port = port(byKeyFile("--port", "0"));
        assertThat(exit(byKeyFile("--port", "" + port))).isEqualTo(1);
        assertThat(shown())
                .contains("Port " + port + " er i brug. Kører følgeprogrammet allerede?", "--port")
                .doesNotContain("Exception");
    }

    @Test
    void anythingButLoopbackAndAForeignDomainAndAWrongSecretEndTheStart() throws Exception {
        assertThat(exit(byKeyFile("--address", "0.0.0.0"))).isEqualTo(2);
        assertThat(shown()).contains("loopback address only");
        assertThat(exit(byKeyFile("--address", "192.168.1.7"))).isEqualTo(2);
        assertThat(exit(byKeyFile("--domain", "101.child_support.1"))).isEqualTo(2);
        assertThat(shown()).contains("not of the vault's municipality");
        assertThat(exit(byKeyFile("--idle", "0"))).isEqualTo(2);
        assertThat(exit(byKeyFile("--service", "javascript:alert(1)"))).isEqualTo(2);
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "en forkert adgangssætning\n");
        Map<String, String> environment = Map.of("RETTIDIG_VAULT_PASSPHRASE_FILE", passphrase.toString());
        assertThat(exit(process(environment))).isEqualTo(1);
        assertThat(shown()).contains("bruger nøglefil").doesNotContain("start/");
    }

    @Test
    void aPassphraseOpensItAndAWrongOneDoesNot() throws Exception {
        Path vault = folder.resolve("by-passphrase.vault");
        VaultSecret secret = VaultSecret.newPassphrase(CompanionFixture.PASSPHRASE.toCharArray());
        Vault.create(vault, secret, "999").close();
        Path passphrase = Files.writeString(folder.resolve("passphrase"), CompanionFixture.PASSPHRASE + "\n");
        Map<String, String> environment = Map.of("RETTIDIG_VAULT_PASSPHRASE_FILE", passphrase.toString());
        Process right = process(environment, "--vault", vault.toString(), "--port", "0");
        assertThat(exit(right)).as("--vault twice").isEqualTo(2);

        Files.copy(vault, folder.resolve("999.vault"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        right = process(environment, "--port", "0");
        assertThat(port(right)).isPositive();
        right.destroyForcibly().waitFor();
        Files.writeString(passphrase, "en forkert adgangssætning\n");
        assertThat(exit(process(environment, "--port", "0"))).isEqualTo(1);
        assertThat(shown()).contains("Forkert adgangssætning").doesNotContain("/start/", "en forkert");
    }

    @RepeatedTest(2)
    void killedInTheMiddleTheVaultIsWholeAndHoldsEveryChildThatWasAnswered() throws Exception {
        Process companion = byKeyFile("--port", "0");
        int port = port(companion);
        Set<Integer> answered = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> work(port, next, answered));
            }
            while (answered.size() < 20) {
                Thread.sleep(1);
            }
            Thread.sleep(new SecureRandom().nextInt(60));
            companion.destroyForcibly().waitFor();
        }

        byte[] bytes = Base64.getUrlDecoder()
                .decode(Files.readString(folder.resolve("vault.key")).strip());
        try (Vault vault =
                Vault.open(folder.resolve("999.vault"), VaultSecret.keyFile(bytes), LocalDate.now(Clock.systemUTC()))) {
            assertThat(vault.size()).isBetween(answered.size(), next.get());
            for (int number : answered) {
                assertThat(vault.find(CompanionFixture.DOMAIN, new VaultIdentity.Numbered(SyntheticCpr.number(number))))
                        .as("child %s", number)
                        .isPresent();
            }
        }
        for (int number = 0; number < next.get(); number++) {
            assertThat(shown()).doesNotContain(SyntheticCpr.digits(number));
        }
    }

    private static void work(int port, AtomicInteger next, Set<Integer> answered) {
        try {
            while (true) {
                int number = next.getAndIncrement();
                if (ProgramRouteTest.ask(port, SyntheticCpr.digits(number)).status() == 200) {
                    answered.add(number);
                }
            }
        } catch (Exception killed) {
            assertThat(killed).isNotNull();
        }
    }
}
