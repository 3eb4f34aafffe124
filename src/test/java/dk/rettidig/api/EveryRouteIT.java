package dk.rettidig.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.api.PolicyTable.Expected;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route, asked by everybody who can ask over HTTP, answers what the table says and nothing else. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class EveryRouteIT {

    /** Facts of the flags that {@code RaisedFlags} raises, and codes of quarantined lines. */
    private static final List<String> OF_CHILDREN =
            List.of("NOTIF_PRIOR", "SCH_ABS_UNL", "NOTIF_SINCE", "DAY_ABS", "0.18", "2025-11-20", "feed_row_");

    @Inject
    BeanManager beans;

    @Test
    void theTableNamesEveryRouteWithWhatItAsksForAndNoOther() {
        assertThat(Route.all(beans))
                .extracting(Route::toString)
                .containsExactlyInAnyOrderElementsOf(PolicyTable.routes());
    }

    @BeforeEach
    void sendBytesAsTheyAre() {
        Sender.sendBytesAsTheyAre();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dk.rettidig.api.Caller#names")
    void everyRouteAnswersACallerAsTheTableSays(String name) throws SQLException {
        Caller caller = Caller.named(name);
        Walk walk = new Walk(caller, Places.existing(), new SoftAssertions(), LedgerSpy.now());

        Route.all(beans).forEach(walk::ask);

        walk.softly
                .assertThat(walk.spy.refusals(caller.kind()))
                .as("entries of refusals")
                .isEqualTo(caller.known() ? walk.refused : 0);
        walk.softly
                .assertThat(walk.spy.counted("refused"))
                .as("refusals counted, of nobody in particular")
                .isEqualTo(caller.known() ? 0 : walk.refused);
        walk.softly.assertAll();
    }

    @Test
    void aRegistrysNoteOpensItsOwnFeedAndNothingElse() throws SQLException {
        Sender one = Sender.school();
        Sender other = Sender.school();
        byte[] line = one.row(7, "\"value\":0.5").getBytes(StandardCharsets.UTF_8);
        DeliveryNote note = one.note(line, 1);
        LedgerSpy spy = LedgerSpy.now();

        Response elsewhere = other.post(about(other, note).signedWith(one.key), line);
        Response nowhere = other.post(note.signedWith(one.key), line);

        assertThat(one.post(note.signedWith(one.key), line).statusCode()).isEqualTo(200);
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(elsewhere.asString()).contains("\"code\":\"feed_unknown\"");
        assertThat(nowhere.asString()).contains("\"code\":\"feed_note_mismatch\"");
        assertThat(spy.refusals("registry")).isEqualTo(1);
        assertThat(Route.all(beans))
                .filteredOn(route -> !route.gated().startsWith("deliver/"))
                .allSatisfy(route -> {
                    Map<String, String> header = Map.of(DeliveryNote.HEADER, note.signedWith(one.key));
                    Caller nobody = Caller.named("nobody");
                    Exchange exchange = new Exchange();
                    Response with = exchange.send(nobody, route, Places.invented(), route.verb(), header);
                    Response without = exchange.send(nobody, route, Places.invented());
                    assertThat(with.statusCode()).isEqualTo(without.statusCode());
                });
    }

    private static DeliveryNote about(Sender feed, DeliveryNote note) {
        return new DeliveryNote(
                note.registry(),
                note.id(),
                new FeedId(feed.feed),
                note.municipality(),
                note.period(),
                note.indicators(),
                note.rows(),
                note.mode(),
                note.sha256(),
                note.issuedAt());
    }

    /** One caller's way past all doors. */
    private static final class Walk {
        private final Exchange exchange = new Exchange();
        private final Places invented = Places.invented();
        private final Caller caller;
        private final Places existing;
        private final SoftAssertions softly;
        private final LedgerSpy spy;
        private long refused;

        Walk(Caller caller, Places existing, SoftAssertions softly, LedgerSpy spy) {
            this.caller = caller;
            this.existing = existing;
            this.softly = softly;
            this.spy = spy;
        }

        void ask(Route route) {
            switch (PolicyTable.expected(route, caller.kind())) {
                case Expected.Permitted _ -> permitted(route, exchange.send(caller, route, invented));
                case Expected.NeedsKey _ -> unsigned(route, exchange.send(caller, route, existing));
                case Expected.Refused(String rule) -> refused(route, rule);
            }
        }

        private void permitted(Route route, Response answer) {
            String as = caller.name() + " is permitted " + route + ": " + answer.statusCode() + " ";
            softly.assertThat(answer.statusCode())
                    .as(as + answer.asString())
                    .isLessThan(500)
                    .isNotIn(401, 403);
            boolean leaves = route.path().equals("/sign-out");
            softly.assertThat(leadsToSignIn(answer) && !leaves).as(as).isFalse();
        }

        private void unsigned(Route route, Response answer) {
            softly.assertThat(answer.statusCode())
                    .as(caller.name() + " " + route)
                    .isEqualTo(401);
            softly.assertThat(answer.asString())
                    .contains(
                            switch (route.gated().replaceAll("/.*", "")) {
                                case "deliver" -> "feed_note_missing";
                                case "deliver_conversion" -> "conversion_note_missing";
                                case "redeem_ticket" -> "redemption_request_missing";
                                default -> "authority_request_missing";
                            });
        }

        private void refused(Route route, String rule) {
            Response real = exchange.send(caller, route, existing);
            Response made = exchange.send(caller, route, invented);
            refused += 2;
            check(route, rule, real);
            check(route, rule, made);
            softly.assertThat(comparable(real))
                    .as(caller.name() + " cannot tell what exists from what does not: " + route)
                    .isEqualTo(comparable(made));
            if (route.verb().equals("GET")) {
                Response head = exchange.send(caller, route, existing, "HEAD");
                refused++;
                softly.assertThat(head.statusCode()).as("HEAD " + route).isEqualTo(real.statusCode());
            }
        }

        private void check(Route route, String rule, Response answer) {
            String as = caller.name() + " is refused " + route;
            String body = answer.asString();
            if (route.page() && !caller.known()) {
                softly.assertThat(leadsToSignIn(answer))
                        .as(as + " " + answer.statusCode())
                        .isTrue();
                softly.assertThat(body).as(as).isEmpty();
                return;
            }
            softly.assertThat(answer.statusCode()).as(as + " " + body).isEqualTo(403);
            softly.assertThat(answer.contentType())
                    .as(as)
                    .startsWith(route.page() ? "text/html" : "application/problem+json");
            softly.assertThat(body)
                    .as(as)
                    .contains(route.page() ? "<code>" + rule + "</code>" : "\"rule\":\"" + rule + "\"");
            if (!route.page()) {
                softly.assertThat(body).as(as).contains("\"code\":\"gate_refused\"");
            }
            softly.assertThat(body).as(as).doesNotContain(OF_CHILDREN);
            softly.assertThat(withoutAsked(answer)).as(as).doesNotContain(existing.secrets());
        }

        private static boolean leadsToSignIn(Response answer) {
            return Set.of(302, 303).contains(answer.statusCode())
                    && String.valueOf(answer.header("Location")).endsWith("/sign-in");
        }

        /** The answer without what differs from request to request: numbers of problems and tokens, and what was asked. */
        private static String comparable(Response answer) {
            return answer.statusCode()
                    + withoutAsked(answer)
                            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "correlation")
                            .replaceAll("value=\"[A-Za-z0-9_=-]{16,}\"", "token")
                            .replaceAll("(?s)<footer.*</footer>", "");
        }

        private static String withoutAsked(Response answer) {
            return answer.asString().replaceAll("back=[^\"]*", "back");
        }
    }
}
