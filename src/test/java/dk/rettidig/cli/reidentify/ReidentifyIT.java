package dk.rettidig.cli.reidentify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Flags;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.review.reidentification.WayBack;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command beside a vault, against the service; standard output is its own while it runs. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ReidentifyIT {

    private static final PseudonymDomain DOMAIN = new PseudonymDomain("999", "child_support", 1);
    private static final String PERSON = SyntheticCpr.hyphenated(77);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @TestHTTPResource("/")
    URI service;

    @Inject
    Flags flags;

    private FlagId flag = new FlagId(new java.util.UUID(0, 0));
    private String shown = "";
    private String beside = "";

    @BeforeEach
    void registerTheVault() throws Exception {
        flag = WayBack.read();
        try (SigningKey key = KeyFile.signingKeyOrNew(folder.resolve("client.key"), new SecureRandom());
                Connection connection = RealDatabase.database().superuser();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into registry_key (kid, municipality, registry, public_key, state, proposed_by,"
                                + " proposed_at, approved_by, approved_at) values (?, 999, 'vault', ?, 'approved', 'a',"
                                + " now(), 'b', now())")) {
            insert.setString(1, key.id().value());
            insert.setBytes(2, key.verifyingKey().encoded());
            insert.executeUpdate();
        }
        Files.writeString(
                folder.resolve("secret"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]));
        owned("secret");
        byte[] other = new byte[32];
        other[0] = 1;
        Files.writeString(
                folder.resolve("wrong"), Base64.getUrlEncoder().withoutPadding().encodeToString(other));
        owned("wrong");
    }

    private void owned(String file) throws Exception {
        Files.setPosixFilePermissions(
                folder.resolve(file), java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }

    private Pseudonym pseudonym() {
        return flags.facts(MunicipalityCode.SYNTHETIC, flag)
                .map(FlagFacts::pseudonym)
                .orElseThrow();
    }

    /** A vault of the municipality with the flag's child and another one. */
    private void vault(String municipality, VaultIdentity identity) throws Exception {
        PseudonymDomain domain = new PseudonymDomain(municipality, "child_support", 1);
        byte[] bytes = pseudonym().bytes();
        bytes[0] ^= 1;
        try (VaultSecret secret = VaultSecret.keyFile(new byte[32]);
                Vault vault = Vault.create(folder.resolve("v"), secret, municipality)) {
            vault.put(new VaultEntry(domain, pseudonym(), identity, LocalDate.of(2099, 1, 1), "underretning 7"));
            vault.put(new VaultEntry(
                    domain,
                    Pseudonym.of(bytes),
                    new VaultIdentity.Numbered(SyntheticCpr.number(78)),
                    LocalDate.of(2099, 1, 1),
                    "en anden"));
            vault.save();
        }
    }

    private static VaultIdentity numbered() {
        return new VaultIdentity.Numbered(SyntheticCpr.number(77));
    }

    private String ticket() throws Exception {
        return ticketOf(WayBack.approved(flag));
    }

    private String ticketOf(String request) throws Exception {
        String text = WayBack.ticket(request);
        Files.writeString(folder.resolve("ticket"), text + "\n");
        return text;
    }

    private int reidentify(String... more) {
        return reidentify(service, "secret", more);
    }

    private int reidentify(URI at, String secret, String... more) {
        var published = RestAssured.get("/api/v1/reidentification-key").jsonPath();
        List<String> line = new ArrayList<>(List.of(
                "--vault",
                folder.resolve("v").toString(),
                "--vault-key",
                folder.resolve(secret).toString(),
                "--service",
                at.toString(),
                "--key",
                folder.resolve("client.key").toString()));
        if (!List.of(more).contains("--service-key")) {
            line.addAll(List.of("--service-key", published.getString("public_key")));
        }
        if (!List.of(more).contains("--log-key")) {
            line.addAll(List.of("--log-key", published.getString("log_keys[0]")));
        }
        line.addAll(List.of(more));
        line.add(folder.resolve("ticket").toString());
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream errors = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return new CommandLine(new ReidentifyCommand()).execute(line.toArray(String[]::new));
        } finally {
            System.setOut(before);
            System.setErr(errors);
            beside = err.toString(StandardCharsets.UTF_8);
            shown = out.toString(StandardCharsets.UTF_8);
        }
    }

    private static String state(String request) {
        return Session.of(DemoPerson.TEAM_LEADER)
                .get("/api/v1/reidentifications/" + request)
                .jsonPath()
                .getString("state");
    }

    @Test
    void showsExactlyOnePersonOnceAndSaysThatItIsOnTheRecord() throws Exception {
        vault("999", numbered());
        ticket();

        assertThat(reidentify()).as(shown).isZero();
        assertThat(shown)
                .contains("Indført i protokollen som nr. ", PERSON, "underretning 7", "SAG-2026-17")
                .doesNotContain(SyntheticCpr.hyphenated(78), "en anden");
        assertThat(beside)
                .contains("Det står i protokollen, at barnet er vist")
                .doesNotContain(PERSON, PERSON.substring(0, 6));
        assertThat(reidentify()).isEqualTo(1);
        assertThat(shown).contains("ticket_used").doesNotContain(PERSON);
    }

    @Test
    void showsALocalIdAndAnswersAProgramInOneObject() throws Exception {
        vault("999", new VaultIdentity.Local("L-17"));
        ticket();

        assertThat(reidentify("--json")).as(shown).isZero();
        assertThat(shown.strip())
                .startsWith("{\"state\":\"shown\",\"entry\":")
                .contains("\"local_id\":\"L-17\"")
                .hasLineCount(1);
        assertThat(reidentify("--json")).isEqualTo(1);
        assertThat(shown.strip()).isEqualTo("{\"state\":\"refused\",\"code\":\"ticket_used\"}");
    }

    @Test
    void aVaultThatDoesNotOpenCostsNoTicket() throws Exception {
        vault("999", numbered());
        String request = WayBack.approved(flag);
        ticketOf(request);

        assertThat(reidentify(service, "wrong")).isEqualTo(1);
        assertThat(shown).contains("Forkert adgangssætning eller nøglefil").doesNotContain(PERSON);
        assertThat(state(request)).isEqualTo("ticketed");
        assertThat(reidentify()).isZero();
    }

    @Test
    void aPersonWhoIsNotInTheVaultIsNotShownAndTheRedemptionStaysOnTheRecord() throws Exception {
        vault("999", numbered());
        try (VaultSecret secret = VaultSecret.keyFile(new byte[32]);
                Vault vault = Vault.open(folder.resolve("v"), secret, LocalDate.of(2026, 11, 1))) {
            vault.remove(DOMAIN, pseudonym());
            vault.save();
        }
        String request = WayBack.approved(flag);
        ticketOf(request);

        assertThat(reidentify()).isEqualTo(1);
        assertThat(shown).contains("ikke i pseudonymarkivet").doesNotContain(SyntheticCpr.hyphenated(78));
        assertThat(state(request)).isEqualTo("redeemed");
    }

    @Test
    void aTicketOfAnotherSignerOrForAnotherVaultIsNotSent() throws Exception {
        vault("101", numbered());
        String request = WayBack.approved(flag);
        String text = ticketOf(request);

        assertThat(reidentify()).isEqualTo(1);
        assertThat(shown).contains("hører ikke til dette pseudonymarkivs kommune");
        String stranger = SigningKey.generate(new SecureRandom()).verifyingKey().text();
        assertThat(reidentify("--service-key", stranger)).isEqualTo(1);
        assertThat(shown).contains("ikke underskrevet af den installation");
        byte[] payload = Base64.getUrlDecoder().decode(text.split("\\.")[1]);
        Files.writeString(
                folder.resolve("ticket"),
                Jws.sign(SigningKey.generate(new SecureRandom()), "rettidig-reidentification+jwt", payload));
        assertThat(reidentify()).isEqualTo(1);
        assertThat(shown).contains("Den er ikke brugt").doesNotContain(PERSON);
        assertThat(state(request)).isEqualTo("ticketed");
    }

    @Test
    void anAnswerWithoutAProofUnderThePinnedLogKeyShowsNobody() throws Exception {
        vault("999", numbered());
        String earlier = WayBack.Vault.of("999").answer(WayBack.ticket(WayBack.approved(WayBack.read())));
        ticket();

        for (String answer : List.of("{}", "{\"proof\":\"c2sp.org/tlog-proof@v1\"}", earlier)) {
            assertThat(reidentifyAt(answer)).isEqualTo(1);
            assertThat(shown).contains("beviser ikke").doesNotContain(PERSON);
        }
    }

    /** A service that answers whatever it is asked with this: nothing, half a proof, or the proof of another redemption. */
    private int reidentifyAt(String answer) throws Exception {
        HttpServer liar = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        liar.createContext("/", exchange -> {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        liar.start();
        try {
            return reidentify(URI.create("http://127.0.0.1:" + liar.getAddress().getPort()), "secret");
        } finally {
            liar.stop(0);
        }
    }

    @Test
    void aServiceThatIsAwayShowsNobody() throws Exception {
        vault("999", numbered());
        ticket();

        assertThat(reidentify(URI.create("http://127.0.0.1:1"), "secret")).isEqualTo(1);
        assertThat(shown).contains("svarer ikke").doesNotContain(PERSON);
    }

    @Test
    void moreThanOneTicketOrAMissingPinIsWrongUse() throws Exception {
        vault("999", numbered());
        String text = ticket();
        Files.writeString(folder.resolve("ticket"), text + "\n" + text + "\n");

        assertThat(reidentify()).isEqualTo(2);
        Files.writeString(folder.resolve("ticket"), text);
        assertThat(reidentify("--log-key", "not a key")).isEqualTo(2);
        assertThat(reidentify("--service-key", "kort")).isEqualTo(2);
    }
}
