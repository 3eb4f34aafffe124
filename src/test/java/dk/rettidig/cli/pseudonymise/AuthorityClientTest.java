package dk.rettidig.cli.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.rettidig.cli.pseudonymise.AskException.Reason;
import dk.rettidig.cli.pseudonymise.StubAuthority.Trick;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SplitKey;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.seal.SigningKey;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorityClientTest {

    private static final PseudonymDomain DOMAIN = PseudonymDomain.parse("999.child_support.1");
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(3), 3, Duration.ofMillis(10), Duration.ofSeconds(2));

    private final SigningKey signing = SigningKey.generate(new SecureRandom());
    private final List<byte[]> inputs =
            IntStream.range(0, 3).mapToObj(i -> SyntheticCpr.number(i).input()).toList();
    private OprfKey key;
    private StubAuthority authority;

    @BeforeEach
    void start() throws Exception {
        key = OprfKey.generate();
        authority = new StubAuthority(key, 0, signing.verifyingKey());
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    private AuthorityClient client(Element pinned, Patience patience, Holder... holders) {
        return new AuthorityClient(
                DOMAIN, pinned, List.of(holders), "school-999", signing, patience, Clock.systemUTC());
    }

    private AuthorityClient client() {
        return client(key.publicKey(), SHORT, new Holder(authority.url(), 0, key.publicKey()));
    }

    private List<Pseudonym> expected() throws Exception {
        List<Pseudonym> all = new java.util.ArrayList<>();
        for (byte[] input : inputs) {
            all.add(key.pseudonym(OprfMode.VOPRF, input));
        }
        return all;
    }

    @Test
    void getsThePseudonymsThatTheKeyGives() throws Exception {
        try (AuthorityClient client = client()) {
            assertThat(client.ask(inputs)).isEqualTo(expected());
        }
        assertThat(authority.faults()).isEmpty();
    }

    @Test
    void twoHoldersOfASplitKeyGiveThePseudonymsOfTheWholeKey() throws Exception {
        List<SplitKey.Share> shares = SplitKey.split(key);
        try (StubAuthority first = new StubAuthority(shares.get(0).key(), 1, signing.verifyingKey());
                StubAuthority third = new StubAuthority(shares.get(2).key(), 3, signing.verifyingKey());
                AuthorityClient client = client(
                        key.publicKey(),
                        SHORT,
                        new Holder(first.url(), 1, shares.get(0).key().publicKey()),
                        new Holder(third.url(), 3, shares.get(2).key().publicKey()))) {
            assertThat(client.ask(inputs)).isEqualTo(expected());
        }
    }

    @Test
    void sharesThatDoNotAddUpToThePinnedKeyAreRefused() throws Exception {
        List<SplitKey.Share> shares = SplitKey.split(OprfKey.generate());
        try (StubAuthority first = new StubAuthority(shares.get(0).key(), 1, signing.verifyingKey());
                StubAuthority second = new StubAuthority(shares.get(1).key(), 2, signing.verifyingKey());
                AuthorityClient client = client(
                        key.publicKey(),
                        SHORT,
                        new Holder(first.url(), 1, shares.get(0).key().publicKey()),
                        new Holder(second.url(), 2, shares.get(1).key().publicKey()))) {
            assertThat(failure(client).reason()).isEqualTo(Reason.NOT_PROVEN);
        }
    }

    private AskException failure(AuthorityClient client) {
        return catchThrowableOfType(AskException.class, () -> client.ask(inputs));
    }

    /** Answers that must not be used. */
    @SuppressWarnings("ImmutableEnumChecker") // a trick keeps nothing
    enum Hostile {
        WRONG_PROOF(Reason.NOT_PROVEN, (exchange, content, request) -> {
            byte[] proof = Base64.getDecoder().decode(content.path("proof").asText());
            proof[63] ^= 1;
            content.put("proof", StubAuthority.base64(proof));
            return false;
        }),
        NO_PROOF(Reason.NOT_PROVEN, (exchange, content, request) -> {
            content.putNull("proof");
            return false;
        }),
        ELEMENTS_SWAPPED(Reason.NOT_PROVEN, (exchange, content, request) -> {
            var first = content.path("elements").get(0);
            content.withArrayProperty("elements").remove(0);
            content.withArrayProperty("elements").add(first);
            return false;
        }),
        OTHER_KEY(Reason.OTHER_KEY, (exchange, content, request) -> {
            content.put("public_key", StubAuthority.base64(otherKey()));
            return false;
        }),
        FEWER_ELEMENTS(Reason.NOT_UNDERSTOOD, (exchange, content, request) -> {
            content.withArrayProperty("elements").remove(0);
            return false;
        }),
        OFF_THE_CURVE(Reason.NOT_UNDERSTOOD, (exchange, content, request) -> {
            byte[] wrong = new byte[33];
            wrong[0] = 2;
            wrong[32] = 1;
            content.withArrayProperty("elements").set(0, StubAuthority.base64(wrong));
            return false;
        }),
        IDENTITY(Reason.NOT_UNDERSTOOD, (exchange, content, request) -> {
            content.withArrayProperty("elements").set(0, "AA==");
            return false;
        }),
        NOT_BASE64(Reason.NOT_UNDERSTOOD, (exchange, content, request) -> {
            content.withArrayProperty("elements").set(0, "***");
            return false;
        }),
        OTHER_DOMAIN(Reason.NOT_UNDERSTOOD, (exchange, content, request) -> {
            content.put("domain", "999.child_support.2");
            return false;
        }),
        OTHER_MODE(Reason.NOT_UNDERSTOOD, (exchange, content, request) -> {
            content.put("mode", "oprf");
            return false;
        }),
        NOT_JSON(Reason.NOT_UNDERSTOOD, answer(200, "<html>")),
        EMPTY(Reason.NOT_UNDERSTOOD, answer(200, "")),
        TOO_LONG(Reason.UNREACHABLE, answer(200, " ".repeat(1 << 20))),
        REDIRECT(Reason.REFUSED, answer(302, "")),
        FORBIDDEN(Reason.REFUSED, answer(403, "{\"code\":\"gate_refused\",\"rules\":[\"domain_closed\"]}")),
        BROKEN(Reason.UNREACHABLE, answer(503, "{\"code\":\"ledger_append_unavailable\"}")),
        SLOW(Reason.UNREACHABLE, (exchange, content, request) -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            Thread.sleep(2_000);
            return true;
        }),
        CUT(Reason.UNREACHABLE, (exchange, content, request) -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write('{');
            exchange.close();
            return true;
        }),
        QUOTA(Reason.QUOTA, (exchange, content, request) -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            StubAuthority.send(exchange, 429, "{\"code\":\"authority_quota_exceeded\"}");
            return true;
        });

        private final Reason reason;
        private final Trick trick;

        Hostile(Reason reason, Trick trick) {
            this.reason = reason;
            this.trick = trick;
        }

        private static Trick answer(int status, String text) {
            return (exchange, content, request) -> {
                StubAuthority.send(exchange, status, text);
                return true;
            };
        }

        private static byte[] otherKey() {
            try {
                return OprfKey.generate().publicKey().bytes();
            } catch (dk.rettidig.pseudonym.OprfException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Hostile.class)
    void usesNothingOfAnAnswerThatIsNotRight(Hostile hostile) {
        authority.plays(hostile.trick);
        Patience patience = new Patience(Duration.ofMillis(500), 2, Duration.ofMillis(10), Duration.ofSeconds(1));
        try (AuthorityClient client =
                client(key.publicKey(), patience, new Holder(authority.url(), 0, key.publicKey()))) {
            AskException failure = failure(client);

            assertThat(failure.reason()).isEqualTo(hostile.reason);
            assertThat(String.join("\n", failure.lines())).doesNotContainPattern("[0-9]{6}");
        }
        assertThat(authority.requests()).isEqualTo(hostile.reason == Reason.UNREACHABLE ? 2 : 1);
    }

    @Test
    void triesAgainWithANewIdAfterABreak() throws Exception {
        authority.plays((exchange, content, request) -> {
            if (request < 3) {
                exchange.close();
            }
            return request < 3;
        });
        try (AuthorityClient client = client()) {
            assertThat(client.ask(inputs)).isEqualTo(expected());
        }
        assertThat(authority.requests()).isEqualTo(3);
        assertThat(authority.faults()).isEmpty();
    }

    @Test
    void waitsAsLongAsTheAuthorityAsksWhenThatIsShort() throws Exception {
        authority.plays((exchange, content, request) -> {
            if (request == 1) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                StubAuthority.send(exchange, 429, "{}");
            }
            return request == 1;
        });
        long start = System.nanoTime();
        try (AuthorityClient client = client()) {
            assertThat(client.ask(inputs)).isEqualTo(expected());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void saysWhenTheQuotaIsThereAgain() {
        authority.plays(Hostile.QUOTA.trick);
        try (AuthorityClient client = client()) {
            AskException failure = failure(client);

            assertThat(failure.retryAfter()).contains(Duration.ofHours(1));
            assertThat(failure.lines()).allMatch(line -> line.contains("1 t/h 0 min"));
        }
    }

    @Test
    void nobodyListening() {
        URI nowhere = URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%d", 9));
        try (AuthorityClient client = client(key.publicKey(), SHORT, new Holder(nowhere, 0, key.publicKey()))) {
            assertThat(failure(client).reason()).isEqualTo(Reason.UNREACHABLE);
        }
    }
}
