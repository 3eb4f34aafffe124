package dk.rettidig.cli.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.authority.Asker;
import dk.rettidig.cli.companion.RawHttp.Reply;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.Holder;
import dk.rettidig.cli.pseudonymise.Patience;
import dk.rettidig.cli.pseudonymise.Target;
import dk.rettidig.cli.vault.ConversionCourier;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.cli.vault.SourceNames;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultException;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.testing.DomainKeys;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The companion against the authority itself: gate, quota and ledger in the path. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CompanionIT {

    @TempDir
    Path folder;

    private AuthorityClient client(Asker asker) {
        return new AuthorityClient(
                DomainKeys.WHOLE,
                DomainKeys.key().publicKey(),
                List.of(new Holder(
                        URI.create("http://127.0.0.1:" + RestAssured.port),
                        0,
                        DomainKeys.key().publicKey())),
                asker.client,
                asker.key,
                Patience.AT_A_PAGE,
                Clock.systemUTC());
    }

    private Companion companion(AuthorityClient client) throws Exception {
        return companion(client, SourceDesk::none);
    }

    private Companion companion(AuthorityClient client, Function<VaultDoor, SourceDesk> sources) throws Exception {
        Path vault = folder.resolve("999.vault");
        Vault.create(vault, CompanionFixture.keyFile(), "999").close();
        VaultDoor door =
                new VaultDoor(vault, CompanionFixture.keyFile(), Duration.ofMinutes(5), true, Clock.systemUTC());
        return Companion.start(
                new Companion.Parts(
                        door,
                        client,
                        MergePost.byCommand(),
                        sources.apply(door),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(CompanionFixture.PROGRAM_TOKEN),
                        Clock.systemUTC()),
                0);
    }

    @Test
    void bringsChildrenInUntilTheQuotaIsUsedUpAndLeavesNoNumberInTheRecord() throws Exception {
        // One person and the least margin of forty: forty-one elements a day.
        Asker asker = new Asker().registered(1, DomainKeys.WHOLE);
        LedgerSpy spy = LedgerSpy.now();
        try (AuthorityClient client = client(asker);
                Companion companion = companion(client)) {
            String[] forty = new String[41];
            for (int i = 0; i < forty.length; i++) {
                forty[i] = SyntheticCpr.digits(i);
            }
            Reply answer = ProgramRouteTest.ask(companion.port(), forty);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(DomainKeys.key()
                            .pseudonym(OprfMode.VOPRF, SyntheticCpr.number(7).input())
                            .text());
            assertThat(ProgramRouteTest.ask(companion.port(), forty[3]).status())
                    .as("who is there costs nothing")
                    .isEqualTo(200);

            Reply over = ProgramRouteTest.ask(companion.port(), SyntheticCpr.digits(99));
            assertThat(over.status()).isEqualTo(429);
            assertThat(Integer.parseInt(over.header("retry-after"))).isBetween(1, 86_401);
        }
        try (Vault vault =
                Vault.open(folder.resolve("999.vault"), CompanionFixture.keyFile(), LocalDate.now(Clock.systemUTC()))) {
            assertThat(vault.size()).isEqualTo(41);
            assertThat(vault.find(DomainKeys.WHOLE, new VaultIdentity.Numbered(SyntheticCpr.number(99))))
                    .isEmpty();
        }
        assertThat(spy.entries("authority.batch_evaluated"))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"elements\":41")
                .doesNotContain(SyntheticCpr.digits(1));
    }

    @Test
    void tellsWhatASourceCallsAChildBesideThePagesAndTriesAgainWhatFailed() throws Exception {
        Asker asker = new Asker().converting(50, List.of(DomainKeys.WHOLE), DomainKeys.SCHOOL);
        List<Parcel> taken = new CopyOnWriteArrayList<>();
        AtomicBoolean away = new AtomicBoolean(true);
        try (AuthorityClient client = client(asker);
                Companion companion = companion(
                        client,
                        door -> new SourceDesk(door, List.of(new SourceNames(client, school())), parcel -> {
                            if (away.get()) {
                                new ConversionCourier(URI.create("http://127.0.0.1:9"), asker.key, Clock.systemUTC())
                                        .send(parcel);
                            }
                            taken.add(parcel);
                        }))) {
            assertThat(ProgramRouteTest.ask(companion.port(), SyntheticCpr.digits(1))
                            .status())
                    .as("nobody waits for the service")
                    .isEqualTo(200);
            away.set(false);
            assertThat(ProgramRouteTest.ask(companion.port(), SyntheticCpr.digits(2))
                            .status())
                    .isEqualTo(200);
            for (int tries = 0; namedAtSchool() < 2 && tries < 100; tries++) {
                Thread.sleep(100);
            }
        }
        assertThat(namedAtSchool()).isEqualTo(2);
        assertThat(taken.stream().flatMap(parcel -> parcel.pairs().stream()))
                .extracting(pair -> pair.from())
                .containsExactlyInAnyOrder(
                        DomainKeys.key(DomainKeys.SCHOOL)
                                .pseudonym(
                                        OprfMode.VOPRF, SyntheticCpr.number(1).input()),
                        DomainKeys.key(DomainKeys.SCHOOL)
                                .pseudonym(
                                        OprfMode.VOPRF, SyntheticCpr.number(2).input()));
    }

    private static Target school() {
        var key = DomainKeys.key(DomainKeys.SCHOOL).publicKey();
        return new Target(
                DomainKeys.SCHOOL,
                key,
                List.of(new Holder(URI.create("http://127.0.0.1:" + RestAssured.port), 0, key)));
    }

    private long namedAtSchool() throws Exception {
        for (int tries = 0; ; tries++) {
            try (Vault vault = Vault.open(
                    folder.resolve("999.vault"), CompanionFixture.keyFile(), LocalDate.now(Clock.systemUTC()))) {
                return vault.entries().stream()
                        .filter(entry -> entry.domain().equals(DomainKeys.SCHOOL))
                        .count();
            } catch (VaultException inUse) {
                if (tries == 50) {
                    throw inUse;
                }
                Thread.sleep(50);
            }
        }
    }

    @Test
    void aClientThatNobodyApprovedBringsNobodyIn() throws Exception {
        try (AuthorityClient client = client(new Asker());
                Companion companion = companion(client)) {
            Reply refused = ProgramRouteTest.ask(companion.port(), SyntheticCpr.digits(1));
            assertThat(refused.status()).isEqualTo(502);
            assertThat(refused.body()).isEqualTo("{\"code\":\"authority_refused\"}");
        }
    }
}
