package dk.rettidig.cli.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.cli.pseudonymise.StubAuthority;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands in this process, with a key file; standard output is theirs while they run. */
class VaultCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private OprfKey key;
    private StubAuthority authority;
    private String shown = "";

    @BeforeEach
    void start() throws Exception {
        key = OprfKey.generate();
        try (SigningKey signing = KeyFile.signingKeyOrNew(folder.resolve("client.key"), new SecureRandom())) {
            authority = new StubAuthority(key, 0, signing.verifyingKey());
        }
        assertThat(vault("create", "--municipality", "999")).as(shown).isZero();
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    private int vault(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(
                command,
                "--vault",
                folder.resolve("v").toString(),
                "--vault-key",
                folder.resolve("vault.key").toString()));
        line.addAll(List.of(more));
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return new CommandLine(new VaultCommand()).execute(line.toArray(String[]::new));
        } finally {
            System.setOut(before);
            shown = out.toString(StandardCharsets.UTF_8);
        }
    }

    private int add(String numbers, String expires, String... more) throws Exception {
        Path file = Files.writeString(folder.resolve("numbers.txt"), numbers);
        List<String> line = new ArrayList<>(List.of(
                "--authority",
                authority.url().toString(),
                "--domain",
                "999.child_support.1",
                "--public-key",
                Base64.getEncoder().encodeToString(key.publicKey().bytes()),
                "--client",
                "school-999",
                "--key",
                folder.resolve("client.key").toString(),
                "--why",
                "sag 7",
                "--expires",
                expires,
                file.toString()));
        line.addAll(List.of(more));
        return vault("add", line.toArray(String[]::new));
    }

    @Test
    void addsListsAndExpiresWithoutShowingANumber() throws Exception {
        String first = SyntheticCpr.hyphenated(1);
        assertThat(add(first + "\n\n" + SyntheticCpr.digits(2) + "\n" + first + "\n", "2035-03-01"))
                .as(shown)
                .isZero();
        assertThat(shown).contains("2 børn tilføjet").doesNotContain(first);

        assertThat(vault("list")).isZero();
        assertThat(shown)
                .contains("2 børn", "999.child_support.1: 2", "2035-03: 2")
                .doesNotContain(first.substring(0, 6));
        assertThat(vault("list", "--json")).isZero();
        assertThat(shown).contains("\"entries\":2", "\"2035-03\":2");

        String pseudonym =
                key.pseudonym(OprfMode.VOPRF, SyntheticCpr.number(1).input()).text();
        Path ended = Files.writeString(folder.resolve("ended.txt"), pseudonym + "\n");
        assertThat(vault("expire", "--domain", "999.child_support.1", "--pseudonyms", ended.toString()))
                .isZero();
        assertThat(shown).contains("1 taget ud, 1 tilbage").doesNotContain(pseudonym);
    }

    @Test
    void aWrongLineOrAnAdultKeepsAllOut() throws Exception {
        String adult = "0504" + "50" + "1001";

        assertThat(add(SyntheticCpr.digits(1) + "\n310299-9876\n" + adult + "\n", "2035-03-01"))
                .isEqualTo(1);

        assertThat(shown).contains("2: no_such_date", "3: adult").doesNotContain("9876", adult);
        assertThat(authority.requests()).isZero();
        assertThat(vault("list")).isZero();
        assertThat(shown).contains(": 0 børn");
    }

    @Test
    void refusesAProofThatDoesNotHoldAndAPastDayAndAnotherKeyFile() throws Exception {
        authority.plays((exchange, content, request) -> {
            content.putNull("proof");
            return false;
        });
        assertThat(add(SyntheticCpr.digits(1), "2035-03-01")).isEqualTo(1);
        assertThat(shown).contains("Beviset i svaret holder ikke");
        assertThat(add(SyntheticCpr.digits(1), "2020-03-01")).isEqualTo(2);

        Path other = folder.resolve("other.key");
        KeyFile.secretOrNew(other, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]));
        assertThat(vault("list", "--vault-key", other.toString())).isNotZero();
        Files.copy(other, folder.resolve("vault.key"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(vault("list")).isEqualTo(1);
        assertThat(shown).contains("Forkert adgangssætning eller nøglefil").doesNotContain("børn");
    }
}
