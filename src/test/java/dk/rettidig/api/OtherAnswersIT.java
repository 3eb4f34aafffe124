package dk.rettidig.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's port answers besides the gated routes: sign-in by form, static files of the pages, nothing else. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class OtherAnswersIT {

    /** Handlers of Quarkus that have a path of their own; everything else goes to the gated routes. */
    private static final Set<String> HANDLERS = Set.of("/", "/webjars/");

    private static final Set<String> FILES = Set.of(
            "assets/govuk-frontend.min.css",
            "assets/govuk-frontend.min.js",
            "assets/openapi.yaml",
            "assets/rettidig.css",
            "assets/rettidig.js",
            "assets/rettidig.svg");

    @Inject
    Router router;

    @Inject
    BeanManager beans;

    @Test
    void theRouterHasNoHandlerThatIsNotKnown() {
        Set<String> paths = new TreeSet<>();
        router.getRoutes().stream()
                .map(io.vertx.ext.web.Route::getPath)
                .filter(Objects::nonNull)
                .forEach(paths::add);

        assertThat(paths).containsExactlyInAnyOrderElementsOf(HANDLERS);
    }

    @Test
    void noStaticFileIsServedButStylesScriptsAndTheMark() throws IOException {
        Set<String> files = new TreeSet<>();
        for (URL root : Collections.list(
                Thread.currentThread().getContextClassLoader().getResources("META-INF/resources/assets"))) {
            if (root.getProtocol().equals("file")) {
                try (Stream<Path> walk = Files.walk(Path.of(URI.create(root.toString())))) {
                    walk.filter(Files::isRegularFile).forEach(file -> files.add("assets/" + file.getFileName()));
                }
            }
        }

        assertThat(files).containsExactlyInAnyOrderElementsOf(FILES);
        assertThat(FILES)
                .allSatisfy(file -> assertThat(get("/" + file).statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/health",
                "/q/health/ready",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/dev-ui",
                "/q/arc/beans",
                "/q/info",
                "/health",
                "/metrics",
                "/openapi",
                "/openapi.yaml",
                "/index.html",
                "/favicon.ico",
                "/application.properties",
                "/assets/",
                "/assets",
                "/assets/..%2f..%2fapplication.properties",
                "/assets/%2e%2e/%2e%2e/application.properties",
                "/META-INF/resources/assets/rettidig.css",
                "/policies/gate.cedar",
                "/models/scorecard/1.2.0/manifest.yaml",
                "/db/migration/V0100__ledger.sql",
                "/webjars/",
                "/webjars/htmx.org/",
                "/webjars/..%2fapplication.properties",
                "/admin",
                "/api",
                "/api/v1",
                "/api/v1/observations",
                "/api/v1/scores",
                "/.well-known/openid-configuration"
            })
    void whatIsNotARouteIsNotThere(String path) {
        Response answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).doesNotContain("rettidig.home", "dk.rettidig", "Exception", "create table");
    }

    @Test
    void theFormSignsInByPostAloneAndSaysNothingOfWhatWasWrong() {
        Response unknown = signIn("nobody-we-know", "test-password");
        Response wrong = signIn("demo-dpo", "wrong");

        assertThat(List.of(unknown, wrong)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.header("Location")).endsWith("/sign-in?error=1");
            assertThat(answer.cookies()).doesNotContainKey("rettidig-session");
        });
        assertThat(get("/j_security_check").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"})
    void noOtherMethodOfARouteGivesAwayAnything(String method) throws SQLException {
        Places existing = Places.existing();
        SoftAssertions softly = new SoftAssertions();

        for (Route route : Route.all(beans)) {
            Response answer = RestAssured.given()
                    .redirects()
                    .follow(false)
                    .accept("application/json")
                    .request(method, existing.fill(route));
            softly.assertThat(answer.statusCode())
                    .as(method + " " + route + " " + answer.asString())
                    .isIn(200, 204, 403, 404, 405, 501);
            softly.assertThat(answer.asString())
                    .as(method + " " + route)
                    .doesNotContain(existing.secrets())
                    .doesNotContain("NOTIF_PRIOR");
            if (answer.statusCode() == 200 || answer.statusCode() == 204) {
                softly.assertThat(answer.asString()).as(method + " " + route).isEmpty();
            }
        }
        softly.assertAll();
    }

    @Test
    void aSessionThatNobodyMadeIsNobody() {
        Response answer = RestAssured.given()
                .redirects()
                .follow(false)
                .accept("application/json")
                .cookie("rettidig-session", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .get("/api/v1/flags");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString()).doesNotContain("\"flags\":");
    }

    @Test
    void aRequestThatNeedsNoBodyNeedsNoContentTypeEither() throws IOException, InterruptedException {
        String cookie =
                "rettidig-session=" + Session.cookies(DemoPerson.TEAM_LEADER).get("rettidig-session");
        HttpRequest approval = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/feeds/no-such-feed/approval"))
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(approval, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("feed_unknown");
        }
    }

    @Test
    void signingOutEndsTheSessionAndIsNoErrorForWhoHasNone() {
        Map<String, String> session = Session.cookies(DemoPerson.CASEWORKER_ONE);

        for (Map<String, String> cookies : List.of(session, Map.<String, String>of())) {
            Response answer = RestAssured.given()
                    .redirects()
                    .follow(false)
                    .cookies(cookies)
                    .contentType("application/json")
                    .post("/sign-out");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.header("Location")).endsWith("/sign-in");
            assertThat(answer.header("Set-Cookie"))
                    .startsWith("rettidig-session=;")
                    .contains("Max-Age=0");
        }
    }

    private static Response signIn(String name, String password) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", password)
                .post("/j_security_check");
    }

    private static Response get(String path) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .accept("application/json")
                .get(path);
    }
}
