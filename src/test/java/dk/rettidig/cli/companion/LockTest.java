package dk.rettidig.cli.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.cli.companion.RawHttp.Reply;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.Vault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secret is thrown away, asked for again, and shared with nobody; the file is open for moments only. */
class LockTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private static Reply enter(CompanionFixture fixture, int number) throws Exception {
        return fixture.post(
                "/pseudonym", "number", SyntheticCpr.digits(number), "why", "sag", "until", CompanionFixture.UNTIL);
    }

    @Test
    void afterAWhileWithoutUseThePassphraseIsAskedForAgain() throws Exception {
        try (CompanionFixture fixture =
                CompanionFixture.locking(folder, Duration.ofSeconds(3)).letIn()) {
            assertThat(enter(fixture, 1).status()).isEqualTo(200);
            Thread.sleep(3_500);

            assertThat(fixture.get("/").body()).contains("Pseudonymarkivet er låst");
            Reply refused = enter(fixture, 2);
            assertThat(refused.status()).isEqualTo(423);
            assertThat(refused.body()).contains("ikke gjort").doesNotContain(SyntheticCpr.digits(2));
            assertThat(fixture.authority.elements()).isEqualTo(1);

            Reply wrong = fixture.post("/unlock", "passphrase", "en anden adgangssætning");
            assertThat(wrong.status()).isEqualTo(403);
            assertThat(wrong.body()).contains("Forkert adgangssætning").doesNotContain("en anden");
            assertThat(fixture.post("/unlock", "passphrase", "").status()).isEqualTo(403);

            Reply right = fixture.post("/unlock", "passphrase", CompanionFixture.PASSPHRASE);
            assertThat(right.status()).isEqualTo(303);
            assertThat(enter(fixture, 2).status()).isEqualTo(200);
        }
    }

    @Test
    void useKeepsItOpenAndAPersonCanLockAtOnce() throws Exception {
        try (CompanionFixture fixture =
                CompanionFixture.locking(folder, Duration.ofSeconds(3)).letIn()) {
            for (int i = 0; i < 5; i++) {
                Thread.sleep(1_000);
                assertThat(fixture.get("/").body()).contains("name=\"number\"");
            }
            assertThat(fixture.post("/lock").body()).contains("Adgangssætningen er glemt");
            assertThat(fixture.get("/waiting").body()).contains("Pseudonymarkivet er låst");
        }
    }

    @Test
    void afterFiveWrongPassphrasesNobodyIsAskedAnyMore() throws Exception {
        try (CompanionFixture fixture =
                CompanionFixture.locking(folder, Duration.ofMinutes(1)).letIn()) {
            fixture.post("/lock");
            for (int i = 0; i < 5; i++) {
                assertThat(fixture.post("/unlock", "passphrase", "forkert " + i).status())
                        .isEqualTo(403);
            }
            Reply closed = fixture.post("/unlock", "passphrase", CompanionFixture.PASSPHRASE);
            assertThat(closed.status()).isEqualTo(403);
            assertThat(closed.body()).contains("Start følgeprogrammet igen").doesNotContain("name=\"passphrase\"");
        }
    }

    @Test
    void aVaultOfAKeyFileStaysLockedUntilTheNextStart() throws Exception {
        try (CompanionFixture fixture = CompanionFixture.start(folder).letIn()) {
            assertThat(fixture.post("/lock").body())
                    .contains("bruger en nøglefil")
                    .doesNotContain("name=\"passphrase\"");
            assertThat(fixture.post("/unlock", "passphrase", "noget").status()).isEqualTo(403);
        }
    }

    @Test
    void aMergeThatWaitsForConfirmationIsForgottenWithTheSecret() throws Exception {
        try (CompanionFixture fixture =
                CompanionFixture.locking(folder, Duration.ofMinutes(1)).letIn()) {
            fixture.post("/unborn", "why", "sag", "until", CompanionFixture.UNTIL);
            String id = CompanionFixture.hidden(fixture.get("/waiting"), "id");
            Reply check = fixture.post("/merge/check", "id", id, "number", SyntheticCpr.digits(1));
            fixture.post("/lock");
            fixture.post("/unlock", "passphrase", CompanionFixture.PASSPHRASE);
            assertThat(fixture.post("/merge/confirm", "pending", CompanionFixture.hidden(check, "pending"))
                            .body())
                    .contains("begynd forfra");
        }
    }

    @Test
    void waitsForACommandThatHasTheVaultOpenAndSaysSoWhenItTakesTooLong() throws Exception {
        try (CompanionFixture fixture = CompanionFixture.start(folder).letIn();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Vault command = fixture.open();
            Future<Reply> waiting = threads.submit(() -> enter(fixture, 1));
            Thread.sleep(700);
            assertThat(waiting.isDone()).isFalse();
            command.close();
            assertThat(waiting.get().status()).isEqualTo(200);

            try (Vault longer = fixture.open()) {
                Reply busy = enter(fixture, 2);
                assertThat(busy.status()).isEqualTo(503);
                assertThat(busy.body()).contains("En kommando har pseudonymarkivet åbent");
                assertThat(longer.size()).isEqualTo(1);
            }
            fixture.open().close();
        }
    }

    @Test
    void twoCompanionsOnOneVaultLoseNothing() throws Exception {
        try (CompanionFixture fixture = CompanionFixture.start(folder);
                Companion second = fixture.another(
                        CompanionFixture.keyFile(), true, Duration.ofMinutes(1), MergePost.byCommand());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                int port = i % 2 == 0 ? fixture.companion.port() : second.port();
                work.add(() ->
                        ProgramRouteTest.ask(port, SyntheticCpr.digits(number)).status());
            }
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(200);
            }
            try (Vault vault = fixture.open()) {
                assertThat(vault.size()).isEqualTo(40);
            }
        }
    }
}
