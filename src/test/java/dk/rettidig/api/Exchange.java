package dk.rettidig.api;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One request of a route as a browser or a program sends it, well formed so that the answer is the gate's. */
final class Exchange {

    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";
    private static final String TOKEN = "csrf-token";

    private static final Map<String, Map<String, Object>> BODIES = Map.of(
            "/api/v1/feeds", Map.of("id", "X"),
            "/api/v1/registries/{registry}/keys", Map.of("public_key", "AAAA"),
            "/api/v1/flags/{id}/own-view", Map.of("choice", "in_doubt", "justification", WHY),
            "/api/v1/flags/{id}/outcome", Map.of("kind", "no_reason", "justification", WHY),
            "/api/v1/runs",
                    Map.of(
                            "municipality", "999",
                            "basis", "lb.demo.notified",
                            "phase", "demo",
                            "scope", "notified",
                            "model", "no-such-model/1.0.0",
                            "as_of", "2026-11-20"));

    private final String token;

    Exchange() {
        token = RestAssured.given().accept("text/html").get("/sign-in").cookie(TOKEN);
    }

    Response send(Caller caller, Route route, Places places) {
        return send(caller, route, places, route.verb());
    }

    Response send(Caller caller, Route route, Places places, String verb) {
        return send(caller, route, places, verb, Map.of());
    }

    Response send(Caller caller, Route route, Places places, String verb, Map<String, String> headers) {
        return caller.asking(request -> body(request, route, verb)
                .headers(headers)
                .accept(route.page() ? "text/html,application/xhtml+xml,*/*;q=0.8" : route.produces())
                .request(verb, places.fill(route)));
    }

    private RequestSpecification body(RequestSpecification request, Route route, String verb) {
        if (!verb.equals("POST")) {
            return request;
        }
        if (route.consumes().filter("multipart/form-data"::equals).isPresent()) {
            return request.cookie(TOKEN, token).multiPart(TOKEN, token);
        }
        if (route.page()) {
            return request.cookie(TOKEN, token)
                    .formParam(TOKEN, token)
                    .formParam("choice", "in_doubt")
                    .formParam("kind", "no_reason")
                    .formParam("justification", WHY)
                    .formParam("version", "1")
                    .formParam("basis", "lb.demo.notified|demo")
                    .formParam("model", "no-such-model/1.0.0")
                    .formParam("as_of", "2026-11-20");
        }
        if (route.gated().startsWith("deliver/")) {
            return request.contentType("application/x-ndjson").body("{}\n".getBytes(StandardCharsets.UTF_8));
        }
        return request.contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(BODIES.getOrDefault(route.path(), Map.of()));
    }
}
