package dk.rettidig.cli.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.cli.companion.RawHttp.Reply;
import dk.rettidig.pseudonym.SyntheticCpr;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is turned away: each rule with what passes and what does not. */
class GuardTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private CompanionFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = CompanionFixture.start(folder).letIn();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Map<String, String> formHeaders() {
        Map<String, String> headers = fixture.browser();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return headers;
    }

    private String goodForm() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", fixture.formToken);
        fields.put("number", SyntheticCpr.digits(1));
        fields.put("why", "sag 1");
        fields.put("until", CompanionFixture.UNTIL);
        return RawHttp.form(fields);
    }

    private Reply post(Map<String, String> headers, String body) throws Exception {
        return fixture.send("POST", "/pseudonym", headers, body);
    }

    private void expectNothingDone() throws Exception {
        assertThat(fixture.authority.requests()).isZero();
        try (var vault = fixture.open()) {
            assertThat(vault.size()).isZero();
        }
    }

    @Test
    void listensOnLoopbackAddressesOnly() throws Exception {
        assertThat(fixture.companion.addresses()).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address :
                    each.inetAddresses().filter(own -> !own.isLoopbackAddress()).toList()) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(address, fixture.companion.port()), 500);
                    assertThat(address).as("somebody answers there").isNull();
                } catch (ConnectException | java.net.SocketTimeoutException | java.net.NoRouteToHostException none) {
                    assertThat(none).isNotNull();
                }
            }
        }
    }

    @Test
    void ourOwnFormIsTaken() throws Exception {
        assertThat(post(formHeaders(), goodForm()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:PORT", "0.0.0.0:PORT", ""})
    void anotherNameForOurAddressIsMisdirected(String host) throws Exception {
        Map<String, String> headers = formHeaders();
        headers.put("Host", host.replace("PORT", "" + fixture.companion.port()));
        assertThat(post(headers, goodForm()).status()).isIn(400, 421);
        headers.remove("Host");
        assertThat(post(headers, goodForm()).status()).isIn(400, 421);
        expectNothingDone();
    }

    @Test
    void localhostIsOurNameToo() throws Exception {
        Map<String, String> headers = fixture.browser();
        headers.put("Host", "localhost:" + fixture.companion.port());
        assertThat(fixture.send("GET", "/", headers, "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, null",
        "same-site, null",
        "none, null",
        "'', null",
        "'', http://evil.example",
        "same-origin, http://evil.example",
        "same-origin, http://127.0.0.1:1",
        "cross-site, OWN",
        "'', ''"
    })
    void aPostThatNoPageOfOursSentIsRefused(String site, String origin) throws Exception {
        Map<String, String> headers = formHeaders();
        headers.remove("Sec-Fetch-Site");
        if (!site.isEmpty()) {
            headers.put("Sec-Fetch-Site", site);
        }
        if (!origin.isEmpty()) {
            headers.put("Origin", origin.replace("OWN", "http://" + fixture.host()));
        }
        assertThat(post(headers, goodForm()).status()).isEqualTo(403);
        expectNothingDone();
    }

    @ParameterizedTest
    @CsvSource({"same-origin, null", "same-origin, OWN", "'', OWN", "same-origin, ''"})
    void aPostOfOurPagesIsTakenHoweverTheBrowserSaysSo(String site, String origin) throws Exception {
        Map<String, String> headers = formHeaders();
        headers.remove("Sec-Fetch-Site");
        if (!site.isEmpty()) {
            headers.put("Sec-Fetch-Site", site);
        }
        if (!origin.isEmpty()) {
            headers.put("Origin", origin.replace("OWN", "http://" + fixture.host()));
        }
        assertThat(post(headers, goodForm()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void anotherSitesPageShowsNothingOfOurs(String site) throws Exception {
        Map<String, String> headers = fixture.browser();
        headers.put("Sec-Fetch-Site", site);
        for (String path : new String[] {"/", "/waiting", "/assets/rettidig.css"}) {
            assertThat(fixture.send("GET", path, headers, "").status()).isEqualTo(403);
        }
    }

    @Test
    void noOtherOriginIsEverAllowedToReadOrAsk() throws Exception {
        Map<String, String> headers = fixture.browser();
        headers.put("Origin", "http://evil.example");
        headers.put("Access-Control-Request-Method", "POST");
        for (String method : new String[] {"OPTIONS", "PUT", "DELETE", "HEAD", "TRACE"}) {
            Reply reply = fixture.send(method, "/pseudonym", headers, "");
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.headers()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void aStartLinkWorksOnceAndOnlyTheLinksThatWereGiven() throws Exception {
        String path = fixture.companion.startLink().getPath();
        Map<String, String> headers = fixture.browser();
        headers.remove("Cookie");
        Reply first = fixture.send("GET", path, headers, "");
        assertThat(first.status()).isEqualTo(303);
        assertThat(first.header("location")).isEqualTo(fixture.base + "/").matches("/[a-p]{32}/");
        assertThat(first.header("set-cookie"))
                .contains(
                        "rettidig-companion-" + fixture.companion.port() + "=",
                        "HttpOnly",
                        "SameSite=Strict",
                        "; Path=" + fixture.base + ";")
                .doesNotContain("Domain", "Max-Age", "Expires");
        assertThat(fixture.send("GET", path, headers, "").status()).isEqualTo(403);
        assertThat(fixture.send("GET", "/start/" + "a".repeat(32), headers, "").status())
                .isEqualTo(403);
        assertThat(fixture.send("GET", "/start/", headers, "").status()).isEqualTo(403);
    }

    @Test
    void noPageIsFoundWithoutTheAddressThatTheStartLinkGave() throws Exception {
        int port = fixture.companion.port();
        for (String path : new String[] {"/", "/waiting", "/" + "a".repeat(32) + "/", fixture.base}) {
            Reply reply = RawHttp.send(port, "GET", path, fixture.browser(), "");
            assertThat(reply.status()).as(path).isEqualTo(403);
            assertThat(reply.body()).doesNotContain(fixture.base, fixture.formToken);
        }
        Reply denied = RawHttp.send(port, "GET", fixture.base + "/", Map.of("Host", fixture.host()), "");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.body()).doesNotContain(fixture.base);
    }

    @Test
    void aStartLinkMayBeFollowedFromElsewhereButNotFetched() throws Exception {
        Map<String, String> headers = fixture.browser();
        headers.put("Sec-Fetch-Site", "cross-site");
        String path = fixture.companion.startLink().getPath();
        headers.put("Sec-Fetch-Mode", "no-cors");
        assertThat(fixture.send("GET", path, headers, "").status()).isEqualTo(403);
        headers.put("Sec-Fetch-Mode", "navigate");
        headers.put("Sec-Fetch-Dest", "iframe");
        assertThat(fixture.send("GET", path, headers, "").status()).isEqualTo(403);
        headers.put("Sec-Fetch-Dest", "document");
        assertThat(fixture.send("GET", path, headers, "").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "rettidig-companion-1=aaaa", "NAME=", "NAME=abcdefghijklmnopabcdefghijklmnop", "xNAME=OWN"})
    void withoutOurCookieNothingIsShownAndNothingDone(String cookie) throws Exception {
        String[] own = fixture.cookie.split("=", 2);
        fixture.cookie = cookie.replace("NAME", own[0]).replace("OWN", own[1]);
        for (String path : new String[] {"/", "/unborn", "/waiting", "/language/en/x"}) {
            assertThat(fixture.get(path).status()).isEqualTo(403);
        }
        assertThat(post(formHeaders(), goodForm()).status()).isEqualTo(403);
        assertThat(fixture.post("/lock").status()).isEqualTo(403);
        expectNothingDone();
    }

    @Test
    void aFormNeedsTheTokenOfItsOwnSession() throws Exception {
        String other = CompanionFixture.hidden(fixture.send("GET", "/", fixture.browser(), ""), "token");
        assertThat(other).isEqualTo(fixture.formToken);
        String good = goodForm();
        for (String token : new String[] {"", "a".repeat(32), fixture.formToken.substring(1)}) {
            assertThat(post(formHeaders(), good.replace(fixture.formToken, token))
                            .status())
                    .isEqualTo(403);
        }
        String first = fixture.formToken;
        fixture.letIn();
        assertThat(fixture.formToken).isNotEqualTo(first);
        assertThat(post(formHeaders(), good).status())
                .as("another session's token")
                .isEqualTo(403);
        assertThat(post(formHeaders(), good + "&token=" + fixture.formToken).status())
                .as("two tokens")
                .isEqualTo(403);
        expectNothingDone();
    }

    @Test
    void bodiesAreFormsOfSixteenKibibytesAtMost() throws Exception {
        Map<String, String> headers = formHeaders();
        assertThat(post(headers, goodForm() + "&x=" + "x".repeat(20_000)).status())
                .isEqualTo(413);
        headers.put("Content-Type", "multipart/form-data");
        assertThat(post(headers, goodForm()).status()).isEqualTo(415);
        headers.put("Content-Type", "text/plain");
        assertThat(post(headers, goodForm()).status()).isEqualTo(415);
        headers = formHeaders();
        assertThat(post(headers, goodForm() + "&why=twice").status()).isEqualTo(403);
        assertThat(post(headers, goodForm() + "&x=%ff").status()).isEqualTo(403);
        assertThat(post(headers, goodForm() + "&x=%").status()).isEqualTo(403);
        expectNothingDone();
    }

    @Test
    void noAddressTakesANumber() throws Exception {
        String number = SyntheticCpr.digits(1);
        for (String path :
                new String[] {"/?number=" + number, "/" + number, "/pseudonym/" + number, "/assets/" + number}) {
            Reply reply = fixture.get(path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.body()).doesNotContain(number);
        }
        expectNothingDone();
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepItHere() throws Exception {
        Map<String, String> stranger = Map.of("Host", fixture.host());
        for (Reply reply : new Reply[] {
            fixture.get("/"),
            fixture.get("/nothing"),
            fixture.get("/assets/companion.js"),
            fixture.send("GET", "/", stranger, ""),
            fixture.send("POST", "/api/pseudonyms", stranger, "{}")
        }) {
            assertThat(reply.header("content-security-policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'", "base-uri 'none'")
                    .doesNotContain("unsafe", "*");
            assertThat(reply.header("cache-control")).isEqualTo("no-store");
            assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(reply.header("referrer-policy")).isEqualTo("no-referrer");
            assertThat(reply.header("x-frame-options")).isEqualTo("DENY");
        }
        assertThat(fixture.get("/").body()).doesNotContain("<style", " style=", "onclick", "javascript:");
    }
}
