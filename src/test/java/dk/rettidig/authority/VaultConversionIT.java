package dk.rettidig.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.cli.vault.VaultCommand;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.OutstandingMerge;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.DomainKeys;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The vault's commands against a real authority and a real service: numbers on one side, rows on the other. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class VaultConversionIT {

    private static final PseudonymDomain FIRST = DomainKeys.WHOLE;
    private static final PseudonymDomain SECOND = DomainKeys.NEXT;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @TestHTTPResource("/")
    URI service;

    private Asker client;
    private String shown = "";

    @BeforeEach
    void aVaultWithTwoChildrenAndAnUnbornOne() throws Exception {
        VaultSender.clear();
        Sender.sendBytesAsTheyAre();
        try (SigningKey clientKey = KeyFile.signingKeyOrNew(folder.resolve("client.key"), new SecureRandom());
                SigningKey serviceKey = KeyFile.signingKeyOrNew(folder.resolve("service.key"), new SecureRandom())) {
            client = new Asker(clientKey).converting(100, List.of(FIRST, SECOND), SECOND, DomainKeys.FOREIGN);
            VaultSender.registered(serviceKey);
        }
        assertThat(run("create", "--municipality", "999")).as(shown).isZero();
        Path numbers = Files.writeString(
                folder.resolve("numbers"), SyntheticCpr.digits(1) + "\n" + SyntheticCpr.digits(2) + "\n");
        assertThat(asking("add", FIRST, "--expires", "2035-03-01", "--why", "sag 7", numbers.toString()))
                .as(shown)
                .isZero();
        try (Vault vault = open()) {
            VaultIdentity unborn = new VaultIdentity.Local("unborn-7");
            vault.put(new VaultEntry(FIRST, name(FIRST, unborn), unborn, LocalDate.of(2035, 3, 1), "sag 8"));
            vault.save();
        }
        Sender.notifications()
                .send(scope(name(FIRST, child(1)))
                        + scope(name(FIRST, child(2)))
                        + scope(name(FIRST, new VaultIdentity.Local("unborn-7"))));
    }

    @AfterEach
    void firstEpochAgain() throws SQLException {
        VaultSender.clear();
    }

    private static VaultIdentity child(int number) {
        return new VaultIdentity.Numbered(SyntheticCpr.number(number));
    }

    private static Pseudonym name(PseudonymDomain domain, VaultIdentity identity) throws OprfException {
        return DomainKeys.key(domain).pseudonym(OprfMode.VOPRF, identity.input());
    }

    private static String scope(Pseudonym pseudonym) {
        return Sender.scopeRow(1, "\"value\":1").replace(Sender.pseudonym(1), pseudonym.text());
    }

    private static long inScope(Pseudonym pseudonym) throws SQLException {
        return VaultSender.number("select count(*) from scope where not retracted and pseudonym = '\\x"
                + HexFormat.of().formatHex(pseudonym.bytes()) + "'");
    }

    private Vault open() throws Exception {
        byte[] key = Base64.getUrlDecoder()
                .decode(Files.readString(folder.resolve("vault.key")).strip());
        try (VaultSecret secret = VaultSecret.keyFile(key)) {
            return Vault.open(folder.resolve("v"), secret, TODAY);
        }
    }

    private List<VaultEntry> entries() throws Exception {
        try (Vault vault = open()) {
            return vault.entries();
        }
    }

    private int run(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(
                command,
                "--vault",
                folder.resolve("v").toString(),
                "--vault-key",
                folder.resolve("vault.key").toString()));
        line.addAll(List.of(more));
        PrintStream before = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        System.setOut(printed);
        System.setErr(printed);
        try {
            return new CommandLine(new VaultCommand()).execute(line.toArray(String[]::new));
        } finally {
            System.setOut(before);
            System.setErr(errors);
            shown = out.toString(StandardCharsets.UTF_8);
        }
    }

    private int asking(String command, PseudonymDomain domain, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "--authority",
                service.toString(),
                "--domain",
                domain.text(),
                "--public-key",
                Base64.getEncoder()
                        .encodeToString(DomainKeys.key(domain).publicKey().bytes()),
                "--client",
                client.client,
                "--key",
                folder.resolve("client.key").toString()));
        line.addAll(List.of(more));
        return run(command, line.toArray(String[]::new));
    }

    private int delivering(String command, PseudonymDomain to, String... more) {
        return deliveringTo(service.toString(), command, to, more);
    }

    private int deliveringTo(String url, String command, PseudonymDomain to, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "--service", url, "--sign-key", folder.resolve("service.key").toString()));
        if (!to.equals(FIRST)) {
            line.addAll(List.of(
                    "--to",
                    to.text(),
                    "--to-public-key",
                    Base64.getEncoder()
                            .encodeToString(DomainKeys.key(to).publicKey().bytes())));
        }
        line.addAll(List.of(more));
        return asking(command, FIRST, line.toArray(String[]::new));
    }

    @Test
    void rotatesVaultAndServiceTogether() throws Exception {
        assertThat(delivering("rotate", SECOND)).as(shown).isZero();

        assertThat(shown)
                .contains("3 gamle pseudonymer taget ud", "indførsel / entry")
                .doesNotContain(SyntheticCpr.digits(1), name(FIRST, child(1)).text());
        assertThat(entries()).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.domain()).isEqualTo(SECOND);
            assertThat(entry.pseudonym()).isEqualTo(name(SECOND, entry.identity()));
            assertThat(entry.expires()).isEqualTo(LocalDate.of(2035, 3, 1));
        });
        assertThat(inScope(name(FIRST, child(1)))).isZero();
        assertThat(inScope(name(SECOND, child(1)))).isEqualTo(1);
        assertThat(inScope(name(SECOND, new VaultIdentity.Local("unborn-7")))).isEqualTo(1);

        assertThat(delivering("rotate", SECOND))
                .as("nothing left to do: " + shown)
                .isZero();
        assertThat(shown).contains("0 gamle pseudonymer taget ud", "allerede i");
    }

    @Test
    void waitsForMergesThatTheServiceWasNotToldOf() throws Exception {
        try (Vault vault = open()) {
            vault.keep(OutstandingMerge.of(
                    FIRST,
                    name(FIRST, new VaultIdentity.Local("unborn-7")),
                    name(FIRST, child(1)),
                    TODAY,
                    new SecureRandom()));
            vault.save();
        }

        assertThat(delivering("rotate", SECOND)).isEqualTo(1);

        assertThat(shown).contains("vault merge --outstanding");
        assertThat(entries()).hasSize(3);
        assertThat(delivering("merge", FIRST, "--outstanding")).as(shown).isZero();
        assertThat(shown).contains("1 sammenlægninger sendt");
        assertThat(entries()).hasSize(2);
        assertThat(inScope(name(FIRST, new VaultIdentity.Local("unborn-7")))).isZero();
        assertThat(delivering("rotate", SECOND)).as(shown).isZero();
        assertThat(entries()).hasSize(2);
    }

    @Test
    void goesOnWhereItWasWhenTheServiceWasAway() throws Exception {
        assertThat(deliveringTo("http://127.0.0.1:9", "rotate", SECOND)).isEqualTo(1);
        assertThat(shown).contains("Tjenesten svarer ikke", "has both pseudonyms");
        assertThat(entries()).hasSize(6);
        assertThat(inScope(name(FIRST, child(1)))).isEqualTo(1);
        long asked = VaultSender.number("select sum(elements) from authority_use where domain = '" + SECOND.text()
                + "' and kid = '" + client.key.id().value() + "'");

        assertThat(delivering("rotate", SECOND)).as(shown).isZero();

        assertThat(shown).contains("0 børn omsat", "3 gamle pseudonymer taget ud");
        assertThat(VaultSender.number("select sum(elements) from authority_use where domain = '" + SECOND.text()
                        + "' and kid = '" + client.key.id().value() + "'"))
                .as("each number is blinded once")
                .isEqualTo(asked);
        assertThat(entries()).hasSize(3);
    }

    @Test
    void keepsBothNamesWhenAChildInScopeIsMissing() throws Exception {
        Sender.notifications().send(scope(name(FIRST, child(3))));

        assertThat(delivering("rotate", SECOND)).isEqualTo(1);

        assertThat(shown).contains("409 conversion_incomplete", "vault add");
        assertThat(entries()).hasSize(6);
        assertThat(inScope(name(FIRST, child(1)))).isEqualTo(1);
        Path third = Files.writeString(folder.resolve("third"), SyntheticCpr.digits(3));
        assertThat(asking("add", FIRST, "--expires", "2035-03-01", "--why", "sag 9", third.toString()))
                .isZero();
        assertThat(delivering("rotate", SECOND)).as(shown).isZero();
        assertThat(inScope(name(SECOND, child(3)))).isEqualTo(1);
    }

    @Test
    void sendsNothingWhenTheAuthoritysPseudonymsAreNotTheVaults() throws Exception {
        VaultIdentity stranger = child(5);
        try (Vault vault = open()) {
            vault.put(new VaultEntry(FIRST, name(SECOND, stranger), stranger, LocalDate.of(2035, 3, 1), "sag 9"));
            vault.save();
        }
        assertThat(delivering("rotate", SECOND)).isEqualTo(1);
        assertThat(shown).contains("et andet pseudonym end arkivets");
        assertThat(inScope(name(FIRST, child(1)))).isEqualTo(1);
        assertThat(entries()).hasSize(4);
    }

    @Test
    void movesAChildOut() throws Exception {
        Path one = Files.writeString(folder.resolve("one"), SyntheticCpr.digits(1));

        assertThat(delivering("move", DomainKeys.FOREIGN, one.toString()))
                .as(shown)
                .isZero();

        assertThat(VaultSender.number("select count(*) from scope where retracted"))
                .isEqualTo(1);
        assertThat(entries())
                .extracting(VaultEntry::identity)
                .doesNotContain(child(1))
                .hasSize(2);
        assertThat(delivering("move", DomainKeys.FOREIGN, one.toString())).isEqualTo(1);
        assertThat(shown).contains("Barnet er ikke i arkivet");
    }

    @Test
    void mergesALocalIdWithTheNumberItGotAndAnOldNumberWithANewOne() throws Exception {
        Path born = Files.writeString(folder.resolve("born"), SyntheticCpr.digits(7));

        assertThat(delivering("merge", FIRST, "--local", "unborn-7", "--why", "født", born.toString()))
                .as(shown)
                .isZero();

        VaultIdentity local = new VaultIdentity.Local("unborn-7");
        assertThat(inScope(name(FIRST, local))).isZero();
        assertThat(inScope(name(FIRST, child(7)))).isEqualTo(1);
        assertThat(entries())
                .extracting(VaultEntry::identity)
                .contains(child(7))
                .doesNotContain(local);

        Path both = Files.writeString(
                folder.resolve("both"), SyntheticCpr.digits(2) + "\n" + SyntheticCpr.digits(1) + "\n");
        assertThat(delivering("merge", FIRST, "--why", "nyt nummer", both.toString()))
                .as(shown)
                .isZero();
        assertThat(entries()).extracting(VaultEntry::identity).containsExactlyInAnyOrder(child(7), child(1));
        assertThat(inScope(name(FIRST, child(2)))).isZero();

        assertThat(delivering("merge", FIRST, "--why", "ét nummer", born.toString()))
                .isEqualTo(2);
        assertThat(shown).contains("the former first");
    }
}
