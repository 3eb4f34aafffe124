package dk.rettidig.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.testing.DomainKeys;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two registries that call the same child differently, and a vault that lets the service understand both. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class VaultSourceIT {

    private static final PseudonymDomain OWN = DomainKeys.WHOLE;
    private static final PseudonymDomain SCHOOL = DomainKeys.SCHOOL;
    private static final PseudonymDomain DAY_CARE = DomainKeys.DAY_CARE;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @TestHTTPResource("/")
    URI service;

    private VaultRunner vaults;
    private Sender school;
    private Sender dayCare;

    @BeforeEach
    void aVaultWithTwoChildren() throws Exception {
        VaultSender.clear();
        Sender.sendBytesAsTheyAre();
        vaults = new VaultRunner(folder, service, OWN, DomainKeys.NEXT, SCHOOL, DomainKeys.SCHOOL_NEXT, DAY_CARE);
        assertThat(vaults.run("create", "--municipality", "999"))
                .as(vaults.shown)
                .isZero();
        assertThat(add("sag 7", List.of(), 1, 2)).as(vaults.shown).isZero();
        school = Sender.school("school");
        dayCare = Sender.school("day_care");
        Sender.notifications().send(scope(child(1)) + scope(child(2)));
    }

    @AfterEach
    void clear() throws SQLException {
        VaultSender.clear();
    }

    private int add(String why, List<String> sources, int... children) throws Exception {
        StringBuilder numbers = new StringBuilder();
        for (int child : children) {
            numbers.append(SyntheticCpr.digits(child)).append('\n');
        }
        List<String> line = new ArrayList<>(List.of("--expires", "2035-03-01", "--why", why));
        line.addAll(sources);
        line.add(Files.writeString(folder.resolve("numbers"), numbers).toString());
        return vaults.asking("add", line.toArray(String[]::new));
    }

    private static VaultIdentity child(int number) {
        return new VaultIdentity.Numbered(SyntheticCpr.number(number));
    }

    private static Pseudonym name(PseudonymDomain domain, VaultIdentity identity) throws OprfException {
        return DomainKeys.key(domain).pseudonym(OprfMode.VOPRF, identity.input());
    }

    private static String scope(VaultIdentity child) throws OprfException {
        return Sender.scopeRow(1, "\"value\":1")
                .replace(Sender.pseudonym(1), name(OWN, child).text());
    }

    private static String row(Sender sender, PseudonymDomain domain, int child, String value) throws OprfException {
        return sender.row(1, "\"value\":" + value)
                .replace(Sender.pseudonym(1), name(domain, child(child)).text());
    }

    private List<String> sources(PseudonymDomain... domains) throws Exception {
        List<String> options = new ArrayList<>();
        for (PseudonymDomain domain : domains) {
            Path key = Files.writeString(folder.resolve(domain.text()), VaultRunner.published(domain) + "\n");
            options.add("--source");
            options.add(domain.text() + "=" + key);
        }
        return options;
    }

    private List<String> delivered(PseudonymDomain... domains) throws Exception {
        List<String> options = new ArrayList<>(vaults.toService(service.toString()));
        options.addAll(sources(domains));
        return options;
    }

    private int tell(PseudonymDomain... domains) throws Exception {
        return vaults.asking("source", delivered(domains).toArray(String[]::new));
    }

    private static long observations(Pseudonym pseudonym) throws SQLException {
        return VaultSender.number("select count(*) from observation where pseudonym = '\\x"
                + HexFormat.of().formatHex(pseudonym.bytes()) + "'");
    }

    private long asked(PseudonymDomain domain) throws SQLException {
        return VaultSender.number("select coalesce(sum(elements), 0) from authority_use where domain = '"
                + domain.text() + "' and kid = '" + vaults.client.key.id().value() + "'");
    }

    private long named(PseudonymDomain domain) throws Exception {
        return vaults.entries().stream()
                .filter(entry -> entry.domain().equals(domain))
                .count();
    }

    @Test
    void twoRegistriesHaveNothingInCommonAndTheServiceUnderstandsBoth() throws Exception {
        LedgerSpy spy = LedgerSpy.now();
        assertThat(tell(SCHOOL, DAY_CARE)).as(vaults.shown).isZero();

        assertThat(vaults.shown)
                .contains("999.child_support.school.1: 2 nye navne, 2 leveret")
                .doesNotContain(
                        SyntheticCpr.digits(1),
                        name(SCHOOL, child(1)).text(),
                        name(OWN, child(1)).text());
        assertThat(name(SCHOOL, child(1)))
                .isNotEqualTo(name(DAY_CARE, child(1)))
                .isNotEqualTo(name(OWN, child(1)));
        school.send(row(school, SCHOOL, 1, "0.5"));
        dayCare.send(row(dayCare, DAY_CARE, 1, "0.25"));
        assertThat(observations(name(OWN, child(1)))).isEqualTo(2);
        assertThat(observations(name(SCHOOL, child(1))) + observations(name(DAY_CARE, child(1))))
                .isZero();

        dayCare.send(row(dayCare, SCHOOL, 2, "0.75"));
        assertThat(observations(name(OWN, child(2))))
                .as("one registry's name is none at the other")
                .isZero();
        assertThat(spy.entries("authority.batch_converted"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.toString()).contains("\"elements\":2"));
        assertThat(spy.entries("conversion.source_paired")).hasSize(2);
    }

    @Test
    void asksForEachChildOnceAndDeliversAllWheneverItIsGivenAgain() throws Exception {
        assertThat(vaults.asking(
                        "source",
                        java.util.stream.Stream.concat(
                                        vaults.toService("http://127.0.0.1:9").stream(), sources(SCHOOL).stream())
                                .toArray(String[]::new)))
                .isEqualTo(1);
        assertThat(vaults.shown).contains("Tjenesten svarer ikke");
        long once = asked(SCHOOL);

        assertThat(tell(SCHOOL)).as(vaults.shown).isZero();
        VaultSender.number("select 1");
        assertThat(vaults.shown).contains("0 nye navne, 2 leveret");
        assertThat(tell(SCHOOL)).isZero();

        assertThat(asked(SCHOOL))
                .as("each number is blinded once")
                .isEqualTo(once)
                .isEqualTo(2);
        assertThat(VaultSender.number("select count(*) from source_pair")).isEqualTo(2);
    }

    @Test
    void addTellsAtOnceWhatItCanAndSaysWhoIsLeftElse() throws Exception {
        tell(SCHOOL);
        assertThat(add("sag 8", List.of(), 3)).isZero();
        assertThat(vaults.shown).contains("1 børn har intet navn hos 999.child_support.school.1");
        vaults.run("list");
        assertThat(vaults.shown)
                .contains("3 børn / children", "1 uden navn hos / without a name at 999.child_support.school.1");
        vaults.run("list", "--json");
        assertThat(vaults.shown).contains("\"without_name_at_source\":{\"999.child_support.school.1\":1}");

        assertThat(add("sag 9", delivered(SCHOOL), 4)).as(vaults.shown).isZero();
        assertThat(vaults.shown).contains("2 navne leveret").doesNotContain("har intet navn");
        Sender.notifications().send(scope(child(4)));
        school.send(row(school, SCHOOL, 4, "0.5"));
        assertThat(observations(name(OWN, child(4)))).isEqualTo(1);

        assertThat(add("sag 10", sources(SCHOOL), 5)).isEqualTo(2);
        assertThat(vaults.shown).contains("--source needs --service and --sign-key");
        assertThat(named(OWN)).as("nothing was added").isEqualTo(4);
    }

    @Test
    void theNextEpochOfASourceTakesItsFormerNamesOut() throws Exception {
        tell(SCHOOL);
        assertThat(tell(DomainKeys.SCHOOL_NEXT)).as(vaults.shown).isZero();

        assertThat(vaults.shown).contains("2 navne af tidligere epoker taget ud");
        assertThat(named(SCHOOL)).isZero();
        assertThat(named(DomainKeys.SCHOOL_NEXT)).isEqualTo(2);
        school.send(row(school, DomainKeys.SCHOOL_NEXT, 1, "0.5"));
        assertThat(observations(name(OWN, child(1)))).isEqualTo(1);
        assertThat(tell(SCHOOL)).isEqualTo(1);
        assertThat(vaults.shown).contains("409 pseudonym_domain_not_current", "999.child_support.school.2");
    }

    @Test
    void aRotationHereKeepsTheNamesThere() throws Exception {
        tell(SCHOOL);
        assertThat(vaults.delivering("rotate", DomainKeys.NEXT))
                .as(vaults.shown)
                .isZero();

        school.send(row(school, SCHOOL, 1, "0.5"));

        assertThat(observations(name(DomainKeys.NEXT, child(1)))).isEqualTo(1);
        assertThat(named(SCHOOL)).isEqualTo(2);
        assertThat(vaults.askingIn(DomainKeys.NEXT, "source", delivered(SCHOOL).toArray(String[]::new)))
                .as("the vault goes on from the next epoch: " + vaults.shown)
                .isZero();
    }

    @Test
    void whoLeavesTakesTheNamesAlong() throws Exception {
        tell(SCHOOL);
        Path ended =
                Files.writeString(folder.resolve("ended"), name(OWN, child(1)).text() + "\n");
        assertThat(vaults.run("expire", "--domain", OWN.text(), "--pseudonyms", ended.toString()))
                .isZero();
        assertThat(vaults.entries())
                .extracting(VaultEntry::identity)
                .containsOnly(child(2))
                .hasSize(2);
    }

    @Test
    void aSourceIsOneOfTheVaultsOwnDomain() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), VaultRunner.published(SCHOOL));
        List<String> line = new ArrayList<>(vaults.toService(service.toString()));
        line.add("--source");
        for (String wrong : List.of("101.child_support.school.1=" + key, "999.child_support.1=" + key, "school.pub")) {
            List<String> options = new ArrayList<>(line);
            options.add(wrong);
            assertThat(vaults.asking("source", options.toArray(String[]::new)))
                    .as(wrong)
                    .isEqualTo(2);
        }
        assertThat(vaults.askingIn(SCHOOL, "source", delivered(SCHOOL).toArray(String[]::new)))
                .isEqualTo(2);
        assertThat(vaults.asking("source", vaults.toService(service.toString()).toArray(String[]::new)))
                .isEqualTo(2);
    }
}
