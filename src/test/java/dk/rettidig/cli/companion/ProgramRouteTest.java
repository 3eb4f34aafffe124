package dk.rettidig.cli.companion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.cli.companion.RawHttp.Reply;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The door for programs on the same machine. */
class ProgramRouteTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private CompanionFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = CompanionFixture.start(folder);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static Map<String, String> headers(int port) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", "127.0.0.1:" + port);
        headers.put("Authorization", "Bearer " + CompanionFixture.PROGRAM_TOKEN);
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private static String body(List<String> numbers) throws Exception {
        return JSON.writeValueAsString(Map.of("numbers", numbers, "why", "sag 1", "expires", CompanionFixture.UNTIL));
    }

    static Reply ask(int port, String... numbers) throws Exception {
        return RawHttp.send(port, "POST", "/api/pseudonyms", headers(port), body(List.of(numbers)));
    }

    private Reply post(Map<String, String> headers, String body) throws Exception {
        return fixture.send("POST", "/api/pseudonyms", headers, body);
    }

    @Test
    void givesPseudonymsInTheOrderOfTheNumbersAndKeepsTheChildren() throws Exception {
        Reply answer = ask(
                fixture.companion.port(), SyntheticCpr.digits(2), SyntheticCpr.hyphenated(1), SyntheticCpr.digits(2));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String two = fixture.pseudonym(new VaultIdentity.Numbered(SyntheticCpr.number(2)));
        String one = fixture.pseudonym(new VaultIdentity.Numbered(SyntheticCpr.number(1)));
        assertThat(answer.body())
                .isEqualTo("{\"domain\":\"999.child_support.1\",\"pseudonyms\":[\"" + two + "\",\"" + one + "\",\""
                        + two + "\"],\"added\":2}");
        try (Vault vault = fixture.open()) {
            assertThat(vault.size()).isEqualTo(2);
        }
        assertThat(fixture.authority.elements()).isEqualTo(2);
    }

    @Test
    void oneWrongNumberKeepsAllOutAndIsNamedByItsPlace() throws Exception {
        Reply refused = ask(fixture.companion.port(), SyntheticCpr.digits(1), "310250-5001");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).isEqualTo("{\"code\":\"number_refused\",\"index\":1,\"defect\":\"no_such_date\"}");
        assertThat(fixture.authority.requests()).isZero();
        try (Vault vault = fixture.open()) {
            assertThat(vault.size()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"Authorization, ''", "Authorization, Bearer x", "Authorization, Basic abc", "Authorization, TOKEN"})
    void withoutTheTokenNothingIsTold(String header, String value) throws Exception {
        Map<String, String> headers = headers(fixture.companion.port());
        headers.put(header, value.replace("TOKEN", CompanionFixture.PROGRAM_TOKEN));
        Reply refused = post(headers, body(List.of(SyntheticCpr.digits(1))));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"code\":\"token_refused\"}");
    }

    @Test
    void aBrowserIsRefusedWhateverItKnows() throws Exception {
        String body = body(List.of(SyntheticCpr.digits(1)));
        for (String[] sign : new String[][] {{"Origin", "null"}, {"Sec-Fetch-Site", "same-origin"}}) {
            Map<String, String> headers = headers(fixture.companion.port());
            headers.put(sign[0], sign[1]);
            assertThat(post(headers, body).status()).isEqualTo(403);
        }
        Map<String, String> rebound = headers(fixture.companion.port());
        rebound.put("Host", "evil.example");
        assertThat(post(rebound, body).status()).isEqualTo(421);
        assertThat(fixture.authority.requests()).isZero();
    }

    @Test
    void bodiesThatAreNotOfTheFormAreRefused() throws Exception {
        Map<String, String> headers = headers(fixture.companion.port());
        String good = body(List.of(SyntheticCpr.digits(1)));
        List<String> many =
                IntStream.range(0, 101).mapToObj(SyntheticCpr::digits).toList();
        for (String bad : new String[] {
            "",
            "no json",
            "[]",
            "{}",
            good + "{}",
            good.replace("why", "wy"),
            good.replace("\"why\"", "\"why\":1,\"why\""),
            good.replace("[", "[[").replace("]", "]]"),
            body(List.of()),
            body(many),
            "{\"numbers\":\"x\"}"
        }) {
            assertThat(post(headers, bad).status()).as(bad).isEqualTo(422);
        }
        assertThat(post(headers, good.replace("sag 1", "310290-1234")).body()).contains("why_refused");
        assertThat(post(headers, good.replace(CompanionFixture.UNTIL, "2020-01-01"))
                        .body())
                .contains("expires_refused");
        assertThat(post(headers, " ".repeat(20_000) + good).status()).isEqualTo(413);
        headers.put("Content-Type", "text/plain");
        assertThat(post(headers, good).status()).isEqualTo(415);
        assertThat(fixture.authority.requests()).isZero();
    }

    @Test
    void isLockedWithTheRest() throws Exception {
        fixture.letIn();
        fixture.post("/lock");
        Reply locked = ask(fixture.companion.port(), SyntheticCpr.digits(1));
        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.body()).isEqualTo("{\"code\":\"locked\"}");
    }

    @Test
    void aUsedUpQuotaSaysWhenToAskAgain() throws Exception {
        fixture.authority.plays((exchange, content, request) -> {
            exchange.getResponseHeaders().set("Retry-After", "7200");
            dk.rettidig.cli.pseudonymise.StubAuthority.send(exchange, 429, "{\"code\":\"authority_quota_exceeded\"}");
            return true;
        });
        Reply refused = ask(fixture.companion.port(), SyntheticCpr.digits(1));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("7200");
    }
}
