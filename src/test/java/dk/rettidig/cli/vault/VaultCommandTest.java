package dk.rettidig.cli.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.cli.pseudonymise.StubAuthority;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private int addLocal(String... more) {
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
                "underretning 7"));
        line.addAll(List.of(more));
        return vault("add-local", line.toArray(String[]::new));
    }

    @Test
    void aChildWithoutANumberGetsALocalIdThatTheListShows() throws Exception {
        assertThat(addLocal("--expires", "2035-03-01", "--expected", "2027-02-01"))
                .as(shown)
                .isZero();
        Matcher id = Pattern.compile("Tilføjet / added: (L(-[A-Z0-9]{4}){3})").matcher(shown);
        assertThat(id.find()).as(shown).isTrue();
        assertThat(addLocal("--expires", "2036-03-01", "--id", id.group(1))).isZero();
        assertThat(shown).contains("Forlænget / extended: " + id.group(1));

        assertThat(vault("list", "--local")).isZero();
        assertThat(shown)
                .contains(
                        "1 uden CPR-nummer",
                        id.group(1),
                        "siden / since 2",
                        "2027-02-01",
                        "2036-03-01",
                        "underretning 7");
        assertThat(vault("list", "--local", "--json")).isZero();
        assertThat(shown).contains("\"id\":\"" + id.group(1) + "\"", "\"merge_outstanding\":false");
        byte[] bytes = Base64.getUrlDecoder()
                .decode(Files.readString(folder.resolve("vault.key")).strip());
        try (Vault vault = Vault.open(folder.resolve("v"), VaultSecret.keyFile(bytes), LocalDate.of(2026, 11, 22))) {
            assertThat(vault.entries().getFirst().pseudonym())
                    .isEqualTo(key.pseudonym(
                            OprfMode.VOPRF, ("local:" + id.group(1)).getBytes(StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void aLocalIdOrAReasonThatCouldBeANumberIsRefused() {
        assertThat(addLocal("--expires", "2035-03-01", "--id", "310290-1234")).isEqualTo(2);
        assertThat(addLocal("--expires", "2035-03-01", "--id", "two words")).isEqualTo(2);
        assertThat(addLocal("--expires", "2020-03-01")).isEqualTo(2);
        assertThat(addLocal("--expires", "2035-03-01", "--expected", "soon")).isEqualTo(2);
        assertThat(authority.requests()).isZero();
    }

    @Test
    void aFlippedBitAnywhereInTheFileIsSaidAndNothingIsShown() throws Exception {
        assertThat(add(SyntheticCpr.digits(1) + "\n", "2035-03-01")).isZero();
        Path file = folder.resolve("v");
        byte[] good = Files.readAllBytes(file);
        // docs/vault.md: magic, version, origin, memory, passes, lanes, salt, municipality, nonce, ciphertext, tag.
        int[] classes = {
            0, 7, 8, 12, 16, 17, 18, 33, 34, 36, 37, 48, 49, 51, good.length / 2, good.length - 16, good.length - 1
        };
        for (int at : classes) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) (1 << bit);
                Files.write(file, bad);

                assertThat(vault("list")).as("byte %s bit %s", at, bit).isEqualTo(1);
                assertThat(shown)
                        .containsAnyOf("Filen er ikke et pseudonymarkiv", "Forkert adgangssætning eller nøglefil")
                        .doesNotContain("børn", "child_support", "2035", "Exception");
                assertThat(Files.readAllBytes(file)).as("left as it was").isEqualTo(bad);
            }
        }
        Files.write(file, good);
        assertThat(vault("list")).isZero();
    }
}
