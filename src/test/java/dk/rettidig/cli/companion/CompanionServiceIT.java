package dk.rettidig.cli.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.cli.companion.RawHttp.Reply;
import dk.rettidig.cli.reidentify.Pins;
import dk.rettidig.cli.reidentify.Redemption;
import dk.rettidig.cli.vault.ConversionCourier;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Flags;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.review.reidentification.WayBack;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The companion with the real service: tickets are redeemed and merges are told. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CompanionServiceIT {

    private static final String PERSON = SyntheticCpr.hyphenated(77);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @TestHTTPResource("/")
    URI service;

    @Inject
    Flags flags;

    private final SigningKey signing = SigningKey.generate(new SecureRandom());

    @BeforeEach
    void registerTheVault() throws Exception {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into registry_key (kid, municipality, registry, public_key, state, proposed_by,"
                                + " proposed_at, approved_by, approved_at) values (?, 999, 'vault', ?, 'approved', 'a',"
                                + " now(), 'b', now())")) {
            insert.setString(1, signing.id().value());
            insert.setBytes(2, signing.verifyingKey().encoded());
            insert.executeUpdate();
        }
    }

    private CompanionFixture companion() throws Exception {
        var published = RestAssured.get("/api/v1/reidentification-key").jsonPath();
        Path ticketKey = Files.writeString(folder.resolve("ticket.pub"), published.getString("public_key") + "\n");
        Path logKey = Files.writeString(folder.resolve("log.vkey"), published.getString("log_keys[0]") + "\n");
        return CompanionFixture.start(
                        folder,
                        new CourierPost(new ConversionCourier(service, signing, Clock.systemUTC())),
                        Optional.of(new Redemption(service, Pins.read(ticketKey, logKey), signing, Clock.systemUTC())))
                .letIn();
    }

    private void put(CompanionFixture fixture, Pseudonym pseudonym, VaultIdentity identity) throws Exception {
        try (Vault vault = fixture.open()) {
            vault.put(new VaultEntry(
                    CompanionFixture.DOMAIN, pseudonym, identity, LocalDate.of(2099, 1, 1), "underretning 7"));
            vault.save();
        }
    }

    @Test
    void aTicketShowsOneChildOnce() throws Exception {
        FlagId flag = WayBack.read();
        Pseudonym child = flags.facts(MunicipalityCode.SYNTHETIC, flag)
                .map(FlagFacts::pseudonym)
                .orElseThrow();
        String ticket = WayBack.ticket(WayBack.approved(flag));
        try (CompanionFixture fixture = companion()) {
            put(fixture, child, new VaultIdentity.Numbered(SyntheticCpr.number(77)));

            Reply shown = fixture.post("/ticket", "ticket", ticket + "\r\n");
            assertThat(shown.status()).as(shown.body()).isEqualTo(200);
            assertThat(shown.body()).contains(PERSON, "SAG-2026-17", "underretning 7");

            Reply again = fixture.post("/ticket", "ticket", ticket);
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.body()).contains("ticket_used").doesNotContain(PERSON);
        }
    }

    @Test
    void whatIsNoTicketOrAForgedOneShowsNobody() throws Exception {
        FlagId flag = WayBack.read();
        String ticket = WayBack.ticket(WayBack.approved(flag));
        String forged = ticket.substring(0, ticket.length() - 3) + (ticket.endsWith("AAA") ? "BBB" : "AAA");
        try (CompanionFixture fixture = companion()) {
            assertThat(fixture.get("/ticket").body()).contains("name=\"ticket\"");
            for (String wrong : new String[] {"", "to billetter", ticket + " " + ticket, forged}) {
                Reply refused = fixture.post("/ticket", "ticket", wrong);
                assertThat(refused.status()).as(wrong).isEqualTo(422);
                assertThat(refused.body()).contains("govuk-error-summary");
            }
            Reply stranger = fixture.post("/ticket", "ticket", ticket);
            assertThat(stranger.body()).contains("Barnet er ikke i pseudonymarkivet");
        }
    }

    @Test
    void withoutPinnedKeysThePageSaysWhatIsMissing() throws Exception {
        try (CompanionFixture fixture = CompanionFixture.start(folder).letIn()) {
            assertThat(fixture.get("/ticket").body())
                    .contains("--service-key-file")
                    .doesNotContain("name=\"ticket\"");
            assertThat(fixture.post("/ticket", "ticket", "abc").status()).isEqualTo(422);
        }
    }

    @Test
    void aMergeThatIsConfirmedReachesTheServiceAndLeavesTheVault() throws Exception {
        try (CompanionFixture fixture = companion()) {
            VaultIdentity.Local local = VaultIdentity.Local.fresh(new SecureRandom());
            put(fixture, Pseudonym.parse(fixture.pseudonym(local)), local);

            Reply check = fixture.post("/merge/check", "id", local.id(), "number", SyntheticCpr.hyphenated(79));
            assertThat(check.status()).as(check.body()).isEqualTo(200);
            Reply merged = fixture.post("/merge/confirm", "pending", CompanionFixture.hidden(check, "pending"));

            assertThat(merged.status()).as(merged.body()).isEqualTo(200);
            try (Vault vault = fixture.open()) {
                assertThat(vault.merges()).isEmpty();
                assertThat(vault.entries()).noneMatch(entry -> entry.identity().equals(local));
            }
            try (Connection connection = RealDatabase.database().superuser();
                    var rows = connection
                            .createStatement()
                            .executeQuery("select count(*) from pseudonym_conversion where kind = 'merge'")) {
                rows.next();
                assertThat(rows.getLong(1)).isPositive();
            }
        }
    }
}
