package dk.rettidig.oversight;

import static dk.rettidig.oversight.Reads.none;
import static dk.rettidig.oversight.Reads.own;
import static dk.rettidig.oversight.Requests.DPO;
import static dk.rettidig.oversight.Requests.LEADER;
import static dk.rettidig.oversight.Requests.ONE;
import static dk.rettidig.oversight.Requests.WHY;
import static dk.rettidig.oversight.Requests.get;
import static dk.rettidig.oversight.Requests.page;
import static dk.rettidig.oversight.Requests.post;

import dk.rettidig.feed.rest.Sender;
import dk.rettidig.law.Retained;
import dk.rettidig.notification.discussion.DiscussionRows;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Supervision, guidelines, and the rights of the child in a day. */
final class DayOfOversight {

    private static final String ROUNDS = "/api/v1/supervision/rounds";
    private static final Reads ROUND =
            none().beside("supervision_answer", "supervision_plan", "supervision_review", "supervision_round");
    private static final String CASE = "S-2026-17";
    private static final String NO_WITHDRAWAL = "/api/v1/monitoring/withdrawals/" + new UUID(0, 9) + "/flags";

    private static final Predicate<String> OBSERVATIONS = "ObservationRetention"::equals;

    private final Steps day;

    DayOfOversight(Steps day) {
        this.day = day;
    }

    void all() {
        supervision();
        guidelines();
        discussions();
        rights();
    }

    /** Cases are committed to a draw, and the round is looked at. */
    private void supervision() {
        Map<String, Object> frame = Map.of(
                "drawn_from",
                "placements",
                "sample",
                1,
                "opens_at",
                Instant.now(Clock.systemUTC()).plusSeconds(3_600).toString(),
                "frame",
                "case_reference,handler\nS-2026-1,\nS-2026-2,\n");
        day.step("a frame", 201, "supervision.frame_committed", () -> post(LEADER, ROUNDS, frame));
        Map<String, Object> own = Map.of(
                "drawn_from",
                "all_cases",
                "source",
                "service",
                "sample",
                1,
                "opens_at",
                Instant.now(Clock.systemUTC()).plusSeconds(1_800).toString());
        day.step("a frame of the service", 201, "supervision.frame_committed", () -> post(LEADER, ROUNDS, own))
                .where("supervision.frame_committed", own("halt", "observation", "scope"));
        day.step("rounds", 200, "gate.permitted", () -> get(DPO, ROUNDS));
        day.step("a round", 200, "gate.permitted", () -> get(DPO, firstRound()))
                .where("gate.permitted read_supervision", ROUND);
        day.step("its cases", 200, "supervision.cases_read", this::drawn);
        day.step("its report", 200, "gate.permitted", () -> get(DPO, firstRound() + "/committee"))
                .where("gate.permitted read_supervision", ROUND.beside("supervision_round"));
    }

    /** The cases of a round, as if its moment had come. */
    private Response drawn() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update supervision_round set seed = sha256('seed'), drawn_at = now(), proof = '{}';"
                    + " update supervision_case set number = 1 where reference = 'S-2026-1'");
        }
        return get(ONE, firstRound() + "/cases");
    }

    private String firstRound() {
        return ROUNDS + "/" + day.answer("rounds").path("[0].id");
    }

    /** The team leader registers a guideline and answers a point of the self-check. */
    private void guidelines() {
        String register = "/api/v1/guidelines";
        Map<String, Object> guideline = Map.of(
                "title",
                "Opdigtet retningslinje om dagen",
                "points",
                List.of("early_signs"),
                "edition",
                "1",
                "kept",
                "Mappe 7",
                "state",
                "draft",
                "because",
                WHY);
        day.step("a guideline", 201, "guideline.changed", () -> post(LEADER, register, guideline));
        day.step("guidelines", 200, "gate.permitted", () -> get(DPO, register));
        day.step("what guidelines lack", 200, "gate.permitted", () -> get(ONE, register + "/summary"));
        day.step("guidelines as a page", 200, "gate.permitted", () -> page(ONE, "/guidelines"));
        day.step("a point is answered", 201, "guideline.self_checked", DayOfOversight::answered);
        day.step("the DPO writes a guideline", 403, "gate.refused", () -> post(DPO, register, guideline));
    }

    /** A published figure is discussed; nothing about it is about a child. */
    private void discussions() {
        String path = "/api/v1/figure-discussions";
        Map<String, Object> opening = Map.of(
                "edition", "2024", "dimension", "notifier", "category", "N01", "measure", "notifications", "seen", WHY);
        day.step("a figure is discussed", 201, "notification.figure_discussed", () -> {
            DiscussionRows.clear();
            DiscussionRows.published(2024, 100);
            return post(LEADER, path, opening);
        });
        day.step("discussions", 200, "gate.permitted", () -> get(DPO, path));
        day.step("the DPO discusses a figure", 403, "gate.refused", () -> {
            Response answer = post(DPO, path, opening);
            DiscussionRows.clear();
            return answer;
        });
    }

    private static Response answered() {
        return Session.of(LEADER)
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("answer", "no", "remark", WHY))
                .post("/api/v1/guideline-points/early_signs/self-check");
    }

    /** Somebody asks what is known about the child that the school delivered about. */
    private void rights() {
        Map<String, String> halt =
                Map.of("pseudonym", Sender.pseudonym(Day.CHILD), "kind", "access_request", "case_reference", CASE);
        day.step("a halt", 201, "halt.registered", () -> post(DPO, "/api/v1/halts", halt));
        day.step("halts", 200, "gate.permitted", () -> get(DPO, "/api/v1/halts"));
        Map<String, String> erasure = Map.of(
                "pseudonym",
                Sender.pseudonym(Day.SIBLING),
                "ground",
                "unlawful",
                "case_reference",
                CASE,
                "because",
                WHY);
        day.step(
                "a request for erasure",
                201,
                "erasure.requested",
                () -> post(DPO, "/api/v1/erasure-requests", erasure));
        day.step("requests for erasure", 200, "gate.permitted", () -> get(DPO, "/api/v1/erasure-requests"));
        day.step("the DPO decides on the own request", 403, "gate.refused", this::ownErasure);
        day.step("an extract", 200, "extract.released", DayOfOversight::extract)
                .where("gate.permitted read_extracts", none().beside("extract", "extract_item"));
        day.step("monitoring", 200, "gate.permitted", () -> get(LEADER, "/api/v1/monitoring"));
        day.step("a model that is not withdrawn", 404, "gate.permitted", () -> get(DPO, NO_WITHDRAWAL));
        day.step("a caseworker reads the monitoring", 403, "gate.refused", () -> get(ONE, "/api/v1/monitoring"));
        day.step("extracts", 200, "gate.permitted", () -> get(DPO, "/api/v1/extracts"));
        day.step("a caseworker asks for one", 403, "gate.refused", () -> get(ONE, "/api/v1/extracts"));
    }

    private Response ownErasure() {
        String id = day.answer("requests for erasure").path("[0].id");
        return post(DPO, "/api/v1/erasure-requests/" + id + "/carrying-out", Map.of("because", WHY));
    }

    /** What the jobs do that erase what is over. */
    void end() {
        day.step("observations out of scope are erased", 200, "gate.permitted", () -> erased(OBSERVATIONS))
                .where(
                        "gate.permitted erase observation_after_scope", // and not flags that were withdrawn
                        none().beside("halt", "observation", "scope"));
        day.step("what is over is erased", 200, "gate.permitted", () -> erased(OBSERVATIONS.negate()));
    }

    private static Response erased(Predicate<String> jobs) {
        erase(jobs);
        return get(DPO, "/api/v1/case-findings/figures");
    }

    /** Every class of retention, as its job has it erased. */
    static void erase() {
        erase(_ -> true);
    }

    private static void erase(Predicate<String> jobs) {
        Instant now = Instant.now(Clock.systemUTC());
        for (InstanceHandle<Retained> job : Arc.container().listAll(Retained.class)) {
            if (jobs.test(job.getBean().getBeanClass().getSimpleName())
                    && !job.get().retentionClass().startsWith("ledger_")) {
                job.get().eraseDue(now);
            }
        }
        if (jobs.test("LedgerRetention")) {
            Arc.container().instance(LedgerRetention.class).get().eraseDue(now);
        }
    }

    private static Response extract() {
        Response draft =
                post(DPO, "/api/v1/extracts", Map.of("pseudonym", Sender.pseudonym(Day.CHILD), "case_reference", CASE));
        String address = "/api/v1/extracts/" + draft.path("extract.id");
        int entries = draft.jsonPath().getList("entries").size();
        List<Map<String, Object>> all = IntStream.rangeClosed(1, entries)
                .mapToObj(number -> Map.<String, Object>of("number", number, "choice", "give"))
                .toList();
        post(DPO, address + "/decisions", Map.of("decisions", all)).then().statusCode(200);
        post(DPO, address + "/release", Map.of()).then().statusCode(200);
        return get(DPO, address + "/document");
    }
}
