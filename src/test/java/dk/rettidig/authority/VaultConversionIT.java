package dk.rettidig.authority;

import static org.assertj.core.api.Assertions.assertThat;

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
import dk.rettidig.testing.DomainKeys;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault's commands against a real authority and a real service: numbers on one side, rows on the other. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class VaultConversionIT {

    private static final PseudonymDomain FIRST = DomainKeys.WHOLE;
    private static final PseudonymDomain SECOND = DomainKeys.NEXT;
    private static final LocalDate TODAY = VaultRunner.TODAY;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @TestHTTPResource("/")
    URI service;

    private VaultRunner vaults;

    @BeforeEach
    void aVaultWithTwoChildrenAndAnUnbornOne() throws Exception {
        VaultSender.clear();
        Sender.sendBytesAsTheyAre();
        vaults = new VaultRunner(folder, service, FIRST, SECOND, DomainKeys.FOREIGN);
        assertThat(vaults.run("create", "--municipality", "999"))
                .as(vaults.shown)
                .isZero();
        Path numbers = Files.writeString(
                folder.resolve("numbers"), SyntheticCpr.digits(1) + "\n" + SyntheticCpr.digits(2) + "\n");
        assertThat(vaults.asking("add", "--expires", "2035-03-01", "--why", "sag 7", numbers.toString()))
                .as(vaults.shown)
                .isZero();
        try (Vault vault = vaults.open()) {
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

    @Test
    void rotatesVaultAndServiceTogether() throws Exception {
        assertThat(vaults.delivering("rotate", SECOND)).as(vaults.shown).isZero();

        assertThat(vaults.shown)
                .contains("3 gamle pseudonymer taget ud", "indførsel / entry")
                .doesNotContain(SyntheticCpr.digits(1), name(FIRST, child(1)).text());
        assertThat(vaults.entries()).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.domain()).isEqualTo(SECOND);
            assertThat(entry.pseudonym()).isEqualTo(name(SECOND, entry.identity()));
            assertThat(entry.expires()).isEqualTo(LocalDate.of(2035, 3, 1));
        });
        assertThat(inScope(name(FIRST, child(1)))).isZero();
        assertThat(inScope(name(SECOND, child(1)))).isEqualTo(1);
        assertThat(inScope(name(SECOND, new VaultIdentity.Local("unborn-7")))).isEqualTo(1);

        assertThat(vaults.delivering("rotate", SECOND))
                .as("nothing left to do: " + vaults.shown)
                .isZero();
        assertThat(vaults.shown).contains("0 gamle pseudonymer taget ud", "allerede i");
    }

    @Test
    void waitsForMergesThatTheServiceWasNotToldOf() throws Exception {
        try (Vault vault = vaults.open()) {
            vault.keep(OutstandingMerge.of(
                    FIRST,
                    name(FIRST, new VaultIdentity.Local("unborn-7")),
                    name(FIRST, child(1)),
                    TODAY,
                    new SecureRandom()));
            vault.save();
        }

        assertThat(vaults.delivering("rotate", SECOND)).isEqualTo(1);

        assertThat(vaults.shown).contains("vault merge --outstanding");
        assertThat(vaults.entries()).hasSize(3);
        assertThat(vaults.delivering("merge", FIRST, "--outstanding"))
                .as(vaults.shown)
                .isZero();
        assertThat(vaults.shown).contains("1 sammenlægninger sendt");
        assertThat(vaults.entries()).hasSize(2);
        assertThat(inScope(name(FIRST, new VaultIdentity.Local("unborn-7")))).isZero();
        assertThat(vaults.delivering("rotate", SECOND)).as(vaults.shown).isZero();
        assertThat(vaults.entries()).hasSize(2);
    }

    @Test
    void goesOnWhereItWasWhenTheServiceWasAway() throws Exception {
        assertThat(vaults.deliveringTo("http://127.0.0.1:9", "rotate", SECOND)).isEqualTo(1);
        assertThat(vaults.shown).contains("Tjenesten svarer ikke", "has both pseudonyms");
        assertThat(vaults.entries()).hasSize(6);
        assertThat(inScope(name(FIRST, child(1)))).isEqualTo(1);
        long asked = VaultSender.number("select sum(elements) from authority_use where domain = '" + SECOND.text()
                + "' and kid = '" + vaults.client.key.id().value() + "'");

        assertThat(vaults.delivering("rotate", SECOND)).as(vaults.shown).isZero();

        assertThat(vaults.shown).contains("0 børn omsat", "3 gamle pseudonymer taget ud");
        assertThat(VaultSender.number("select sum(elements) from authority_use where domain = '" + SECOND.text()
                        + "' and kid = '" + vaults.client.key.id().value() + "'"))
                .as("each number is blinded once")
                .isEqualTo(asked);
        assertThat(vaults.entries()).hasSize(3);
    }

    @Test
    void keepsBothNamesWhenAChildInScopeIsMissing() throws Exception {
        Sender.notifications().send(scope(name(FIRST, child(3))));

        assertThat(vaults.delivering("rotate", SECOND)).isEqualTo(1);

        assertThat(vaults.shown).contains("409 conversion_incomplete", "vault add");
        assertThat(vaults.entries()).hasSize(6);
        assertThat(inScope(name(FIRST, child(1)))).isEqualTo(1);
        Path third = Files.writeString(folder.resolve("third"), SyntheticCpr.digits(3));
        assertThat(vaults.asking("add", "--expires", "2035-03-01", "--why", "sag 9", third.toString()))
                .isZero();
        assertThat(vaults.delivering("rotate", SECOND)).as(vaults.shown).isZero();
        assertThat(inScope(name(SECOND, child(3)))).isEqualTo(1);
    }

    @Test
    void sendsNothingWhenTheAuthoritysPseudonymsAreNotTheVaults() throws Exception {
        VaultIdentity stranger = child(5);
        try (Vault vault = vaults.open()) {
            vault.put(new VaultEntry(FIRST, name(SECOND, stranger), stranger, LocalDate.of(2035, 3, 1), "sag 9"));
            vault.save();
        }
        assertThat(vaults.delivering("rotate", SECOND)).isEqualTo(1);
        assertThat(vaults.shown).contains("et andet pseudonym end arkivets");
        assertThat(inScope(name(FIRST, child(1)))).isEqualTo(1);
        assertThat(vaults.entries()).hasSize(4);
    }

    @Test
    void movesAChildOut() throws Exception {
        Path one = Files.writeString(folder.resolve("one"), SyntheticCpr.digits(1));

        assertThat(vaults.delivering("move", DomainKeys.FOREIGN, one.toString()))
                .as(vaults.shown)
                .isZero();

        assertThat(VaultSender.number("select count(*) from scope where retracted"))
                .isEqualTo(1);
        assertThat(vaults.entries())
                .extracting(VaultEntry::identity)
                .doesNotContain(child(1))
                .hasSize(2);
        assertThat(vaults.delivering("move", DomainKeys.FOREIGN, one.toString()))
                .isEqualTo(1);
        assertThat(vaults.shown).contains("Barnet er ikke i arkivet");
    }

    @Test
    void mergesALocalIdWithTheNumberItGotAndAnOldNumberWithANewOne() throws Exception {
        Path born = Files.writeString(folder.resolve("born"), SyntheticCpr.digits(7));

        assertThat(vaults.delivering("merge", FIRST, "--local", "unborn-7", "--why", "født", born.toString()))
                .as(vaults.shown)
                .isZero();

        VaultIdentity local = new VaultIdentity.Local("unborn-7");
        assertThat(inScope(name(FIRST, local))).isZero();
        assertThat(inScope(name(FIRST, child(7)))).isEqualTo(1);
        assertThat(vaults.entries())
                .extracting(VaultEntry::identity)
                .contains(child(7))
                .doesNotContain(local);

        Path both = Files.writeString(
                folder.resolve("both"), SyntheticCpr.digits(2) + "\n" + SyntheticCpr.digits(1) + "\n");
        assertThat(vaults.delivering("merge", FIRST, "--why", "nyt nummer", both.toString()))
                .as(vaults.shown)
                .isZero();
        assertThat(vaults.entries()).extracting(VaultEntry::identity).containsExactlyInAnyOrder(child(7), child(1));
        assertThat(inScope(name(FIRST, child(2)))).isZero();

        assertThat(vaults.delivering("merge", FIRST, "--why", "ét nummer", born.toString()))
                .isEqualTo(2);
        assertThat(vaults.shown).contains("the former first");
    }
}
