package dk.rettidig.casefile.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.casefile.finding.Cases;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A frame that the service makes from what was delivered: every case is in it, and none that is not. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class OwnFrameIT {

    private static final String ROUNDS = "/api/v1/supervision/rounds";
    private static final int PLACED = 8_101;
    private static final int ENDED = 8_201;
    private static final Duration WAIT = Duration.ofSeconds(3);

    @Inject
    DrawJobs jobs;

    @Inject
    Clock clock;

    private Cases cases;

    @BeforeEach
    void casesAreDelivered() throws SQLException {
        Cases.change("delete from supervision_round");
        VaultSender.clear();
        cases = Cases.none();
        cases.openMany(PLACED, 6, Sender.today().minusDays(100) + " CASE_PLACED=1");
        cases.openMany(
                ENDED,
                3,
                Sender.today().minusDays(100) + " CASE_PLACED=1",
                Sender.today().minusDays(1) + " CASE_PLACEMENT_ENDED");
        cases.openMany(ENDED + 50, 2);
    }

    @AfterEach
    void none() throws SQLException {
        Cases.change("delete from supervision_round");
        Cases.clear();
        VaultSender.clear();
    }

    private Response bind(String from, int sample, Duration wait) {
        return Session.of(DemoPerson.TEAM_LEADER)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "drawn_from",
                        from,
                        "source",
                        "service",
                        "sample",
                        sample,
                        "opens_at",
                        clock.instant().plus(wait).toString()))
                .post(ROUNDS);
    }

    @Test
    void everyPlacedChildIsInTheFrameAndADrawnOneIsNamedByItsPseudonym() throws Exception {
        LedgerSpy spy = LedgerSpy.now();
        Response bound = bind("placements", 2, WAIT);
        assertThat(bound.statusCode()).as(bound.asString()).isEqualTo(201);
        assertThat(bound.<Integer>path("cases")).isEqualTo(6);
        assertThat(bound.<String>path("source")).isEqualTo("service");
        assertThat(spy.entries("supervision.frame_committed"))
                .singleElement(STRING)
                .contains("\"source\":\"service\"")
                .doesNotContain(Sender.pseudonym(PLACED));
        String round = bound.path("id");
        jobs.goOn();
        Thread.sleep(WAIT);
        String list = ROUNDS + "/" + round + "/cases";
        for (int tries = 0;
                tries < 20 && Session.of(DemoPerson.CASEWORKER_ONE).get(list).statusCode() == 409;
                tries++) {
            jobs.goOn();
        }

        Response drawn = Session.of(DemoPerson.CASEWORKER_ONE).get(list);

        List<String> all =
                IntStream.range(PLACED, PLACED + 6).mapToObj(Sender::pseudonym).toList();
        assertThat(drawn.jsonPath().getList("reference", String.class))
                .hasSize(2)
                .allMatch(all::contains);
        assertThat(spy.entries("gate.permitted"))
                .anyMatch(entry -> entry.contains("make_frame"))
                .anyMatch(entry -> entry.contains("open_drawn_cases"));
        assertThat(Session.of(DemoPerson.TEAM_LEADER)
                        .get(ROUNDS + "/" + round + "/draw")
                        .asString())
                .doesNotContain(drawn.jsonPath().getString("[0].reference"));
    }

    @Test
    void allOpenCasesAndNoneThatIsClosed() throws SQLException {
        cases.close(ENDED + 50);

        assertThat(bind("all_cases", 3, Duration.ofHours(2)).<Integer>path("cases"))
                .isEqualTo(6 + 3 + 1);
    }

    @Test
    void theFollowUpListAsItStandsWithWhoeverAnswersForTheChild() throws Exception {
        assertThat(bind("follow_up", 1, WAIT).jsonPath().getList("errors.code"))
                .containsExactly("supervision_frame_empty");
        for (int child = 1; child <= 2; child++) {
            Session.of(DemoPerson.CASEWORKER_ONE)
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "child",
                            Sender.pseudonym(7_800 + child),
                            "age",
                            "3-6",
                            "received_at",
                            clock.instant().minus(Duration.ofHours(2)).toString(),
                            "notifier",
                            "N01",
                            "causes",
                            List.of("R18")))
                    .post("/api/v1/notifications")
                    .then()
                    .statusCode(201);
        }
        assertThat(bind("follow_up", 3, WAIT).jsonPath().getList("errors.code"))
                .containsExactly("supervision_sample_invalid");
        assertThat(bind("follow_up", 2, WAIT).<Integer>path("cases")).isEqualTo(2);
        assertThat(VaultSender.number("select count(*) from supervision_case where pseudonym is not null"
                        + " and reference is null and handler = '" + DemoPerson.CASEWORKER_ONE.username() + "'"))
                .isEqualTo(2);
    }

    @Test
    void aCaseworkerHasNoFrameMade() {
        assertThat(Session.of(DemoPerson.CASEWORKER_ONE)
                        .contentType(ContentType.JSON)
                        .body(Map.of("drawn_from", "placements", "source", "service", "sample", 1))
                        .post(ROUNDS)
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("gate_refused");
    }
}
