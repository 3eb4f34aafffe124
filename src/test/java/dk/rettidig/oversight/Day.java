package dk.rettidig.oversight;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.finding.CaseCheckJob;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.flag.FlagId;
import dk.rettidig.handover.HandedOver;
import dk.rettidig.review.reidentification.WayBack;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** What people, registries and programs do in a day, step by step over HTTP. */
final class Day {

    static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final DemoPerson TWO = DemoPerson.CASEWORKER_TWO;
    private static final DemoPerson LEADER = DemoPerson.TEAM_LEADER;
    private static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;
    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";
    private static final Instant DEADLINE = Instant.parse("2036-12-20T06:00:00Z");
    private static final String CASE = "S-2026-17";
    private static final int CHILD = 15;
    private static final int SIBLING = 515;

    private static final String NO_WITHDRAWAL = "/api/v1/monitoring/withdrawals/" + new UUID(0, 9) + "/flags";

    static final String COUNTED = "gate.counted";

    private final Map<String, Step> steps = new LinkedHashMap<>();

    /**
     * One step.
     *
     * @param status of the answer
     * @param entry a type that must have been entered; {@link #COUNTED} for what is counted by the minute and reads nothing
     */
    record Step(int status, String entry, Callable<Response> act) {}

    private Day() {}

    static Map<String, Step> steps() throws SQLException {
        Day day = new Day();
        Sender.sendBytesAsTheyAre();
        VaultSender.clear();
        day.registries();
        FlagId flag = raised();
        day.reader(flag);
        day.wayBack(flag);
        day.notification();
        day.cases();
        day.followUp();
        day.handover();
        day.supervision();
        day.guidelines();
        day.rights();
        day.end(flag);
        return day.steps;
    }

    static FlagId raised() {
        return RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3).getFirst();
    }

    static String address(FlagId flag) {
        return "/api/v1/flags/" + flag;
    }

    private void step(String name, int status, String entry, Callable<Response> act) {
        steps.put(name, new Step(status, entry, act));
    }

    private void registries() throws SQLException {
        Sender notifications = Sender.notifications();
        Sender school = Sender.school();
        String inScope = Sender.scopeRow(CHILD, "\"value\":1");
        String absence = school.row(CHILD, "\"value\":0.5");
        step("children come into scope", 200, "feed.delivery_finished", () -> notifications.send(inScope));
        step("a school delivers", 200, "feed.delivery_finished", () -> school.send(absence));
        step("it delivers once more", 200, "feed.delivery_finished", () -> school.send(absence));
        step("a stranger delivers", 401, COUNTED, () -> school.post("a.b.c", new byte[] {'x'}));
        step("a run", 202, "flag.run_finished", Day::run);
        step("a run of everybody", 403, "gate.refused", () -> run("population"));
    }

    private void reader(FlagId flag) {
        String weights = address(flag) + "/weights";
        step("the list", 200, "gate.permitted", () -> get(ONE, "/api/v1/flags"));
        step("the list as a page", 200, "gate.permitted", () -> page(ONE, "/flags"));
        step("a flag", 200, "review.flag_opened", () -> get(ONE, address(flag)));
        step("a flag as a page", 200, "review.flag_opened", () -> page(ONE, "/flags/" + flag));
        step("the strength too early", 403, "review.weights_refused", () -> get(ONE, weights));
        step("the own view", 201, "review.view_sealed", () -> seal(ONE, flag));
        step("the strength", 200, "review.weights_read", () -> get(ONE, weights));
        step("the strength as a page", 200, "review.weights_read", () -> page(ONE, "/flags/" + flag + "/weights"));
        step("another's strength", 403, "review.weights_refused", () -> get(TWO, weights));
        step("no such flag", 404, "review.flag_not_found", () -> get(ONE, address(new FlagId(UUID.randomUUID()))));
        step("the DPO opens a flag", 403, "gate.refused", () -> get(DPO, address(flag)));
        step("the leader opens a flag", 403, "gate.refused", () -> get(LEADER, address(flag)));
    }

    private void wayBack(FlagId flag) throws SQLException {
        WayBack.Vault vault = WayBack.Vault.of("999");
        step(
                "the way back",
                200,
                "reidentification.redeemed",
                () -> vault.redeem(WayBack.ticket(WayBack.approved(flag))));
        step("requests", 200, "gate.permitted", () -> get(ONE, "/api/v1/reidentifications"));
        step("requests as a page", 200, "gate.permitted", () -> page(LEADER, "/reidentifications"));
        step("counts", 200, "gate.permitted", () -> get(DPO, "/api/v1/reidentifications/counts"));
        step("substitutes", 200, "gate.permitted", () -> get(LEADER, "/api/v1/reidentification-substitutes"));
        step("bands of scope", 200, "gate.permitted", () -> get(DPO, "/api/v1/scope/bands"));
    }

    /** A doctor notifies, and a caseworker reads it. */
    private void notification() {
        Map<String, Object> notification = Map.of(
                "child",
                Sender.pseudonym(CHILD),
                "age",
                "7-12",
                "received_at",
                Instant.now(Clock.systemUTC()).toString(),
                "notifier",
                "N02",
                "causes",
                List.of("R03"));
        step("a notification", 201, "notification.registered", () -> post(ONE, "/api/v1/notifications", notification));
        step("notifications", 200, "gate.permitted", () -> get(LEADER, "/api/v1/notifications"));
        String sibling = Sender.notification("D-1", Sender.pseudonym(SIBLING), Instant.now(Clock.systemUTC()), "");
        step(
                "the intake delivers one",
                200,
                "notification.delivered",
                () -> Sender.intake().send(sibling));
        step("who is on duty", 200, "gate.permitted", () -> page(LEADER, "/notifications/roster"));
        step("what cannot wait", 200, "gate.permitted", () -> page(ONE, "/notifications/duty"));
        step("it is read", 200, "notification.opened", () -> get(TWO, "/api/v1/notifications/" + firstNotification()));
        step("the DPO reads it", 403, "gate.refused", () -> get(DPO, "/api/v1/notifications/" + firstNotification()));
    }

    private static String firstNotification() {
        return get(LEADER, "/api/v1/notifications").path("notifications[0].id");
    }

    /** The case system delivers, the cases are checked, and somebody looks at one. */
    private void cases() throws SQLException {
        Sender system = Sender.caseSystem();
        String day = Sender.today().minusDays(20).toString();
        String open = Sender.scopeRow(CHILD, "\"value\":1").replace("SCOPE_NOTIFIED", "SCOPE_CASE");
        String aware = "{\"pseudonym\":\"" + Sender.pseudonym(CHILD) + "\",\"indicator\":\"CASE_AWARE\","
                + "\"period_from\":\"" + day + "\",\"period_to\":\"" + day + "\",\"value\":1}\n";
        String findings = "/api/v1/case-findings";
        step(
                "a case is open",
                200,
                "feed.delivery_finished",
                () -> Sender.openCases().send(open));
        step("a case system delivers", 200, "feed.delivery_finished", () -> system.send(aware));
        step("the cases are checked", 200, "casefile.checked", Day::check);
        step("what is missing", 200, "gate.permitted", () -> get(LEADER, findings));
        step("one case", 200, "casefile.findings_opened", () -> get(ONE, findings + "/cases/" + firstCase()));
        step(
                "a copy of all",
                200,
                "casefile.findings_exported",
                () -> Session.of(LEADER).accept("text/csv").get(findings + "/export"));
        step("the DPO opens a case", 403, "gate.refused", () -> get(DPO, findings + "/cases/" + firstCase()));
        step("figures of cases", 200, "gate.permitted", () -> get(DPO, findings + "/figures"));
    }

    private static Response check() {
        Arc.container().instance(CaseCheckJob.class).get().checkAll(Instant.now(Clock.systemUTC()));
        return get(DPO, "/api/v1/case-findings/figures");
    }

    private static String firstCase() {
        return get(LEADER, "/api/v1/case-findings").path("findings[0].case_id");
    }

    /** A second notification puts the child on the list, and a caseworker closes it. */
    private void followUp() {
        String list = "/api/v1/follow-up";
        Map<String, Object> another = Map.of(
                "child",
                Sender.pseudonym(CHILD),
                "age",
                "7-12",
                "received_at",
                Instant.now(Clock.systemUTC()).toString(),
                "notifier",
                "N01",
                "causes",
                List.of("R18"));
        step("one more", 201, "follow_up.listed", () -> post(ONE, "/api/v1/notifications", another));
        step("the list of follow-up", 200, "gate.permitted", () -> get(LEADER, list));
        step("what the definitions count", 200, "gate.permitted", () -> get(LEADER, list + "/statistics"));
        step("the DPO asks for the list", 403, "gate.refused", () -> get(DPO, list));
        step("a follow-up is read", 200, "follow_up.opened", () -> get(ONE, list + "/" + firstFollowUp()));
        step("it is closed", 201, "follow_up.closed", () -> closed(list + "/" + firstFollowUp()));
    }

    /** A handover that came from another municipality is opened and answered. */
    private void handover() throws SQLException {
        String list = "/api/v1/handovers";
        String one = list + "/" + HandedOver.received(Sender.pseudonym(CHILD));
        step("the list of handovers", 200, "gate.permitted", () -> get(LEADER, list));
        step("the DPO asks for it", 403, "gate.refused", () -> get(DPO, list));
        step("a handover is read", 200, "handover.read", () -> get(ONE, one));
        step("it is opened", 201, "handover.acted", () -> said(one, "/opening", Map.of()));
        Map<String, Object> answer = Map.of("code", "taken_over", "because", WHY);
        step("it is answered", 201, "handover.acted", () -> said(one, "/answers", answer));
        step("a child is handed over to nowhere", 422, "gate.permitted", () -> post(ONE, list, Map.of()));
    }

    private static Response said(String address, String what, Map<String, Object> body) {
        return Session.of(ONE)
                .contentType("application/json")
                .header("If-Match", get(ONE, address).header("ETag"))
                .body(body)
                .post(address + what);
    }

    private static String firstFollowUp() {
        return get(LEADER, "/api/v1/follow-up").path("follow_ups[0].id");
    }

    private static Response closed(String address) {
        return Session.of(ONE)
                .contentType("application/json")
                .header("If-Match", get(ONE, address).header("ETag"))
                .body(Map.of("code", "resolved", "because", WHY))
                .post(address + "/closing");
    }

    /** Cases are committed to a draw, and the round is looked at. */
    private void supervision() {
        String rounds = "/api/v1/supervision/rounds";
        Map<String, Object> frame = Map.of(
                "drawn_from",
                "placements",
                "sample",
                1,
                "opens_at",
                Instant.now(Clock.systemUTC()).plusSeconds(3_600).toString(),
                "frame",
                "case_reference,handler\nS-2026-1,\nS-2026-2,\n");
        step("a frame", 201, "supervision.frame_committed", () -> post(LEADER, rounds, frame));
        Map<String, Object> own = Map.of(
                "drawn_from",
                "all_cases",
                "source",
                "service",
                "sample",
                1,
                "opens_at",
                Instant.now(Clock.systemUTC()).plusSeconds(1_800).toString());
        step("a frame of the service", 201, "supervision.frame_committed", () -> post(LEADER, rounds, own));
        step("rounds", 200, "gate.permitted", () -> get(DPO, rounds));
        step(
                "a round",
                200,
                "gate.permitted",
                () -> get(DPO, rounds + "/" + get(DPO, rounds).path("[0].id")));
        step("its cases", 200, "supervision.cases_read", () -> drawn(rounds));
        step(
                "its report",
                200,
                "gate.permitted",
                () -> get(DPO, rounds + "/" + get(DPO, rounds).path("[0].id") + "/committee"));
    }

    /** The cases of a round, as if its moment had come. */
    private static Response drawn(String rounds) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update supervision_round set seed = sha256('seed'), drawn_at = now(), proof = '{}';"
                    + " update supervision_case set number = 1 where reference = 'S-2026-1'");
        }
        return get(ONE, rounds + "/" + get(DPO, rounds).path("[0].id") + "/cases");
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
        step("a guideline", 201, "guideline.changed", () -> post(LEADER, register, guideline));
        step("guidelines", 200, "gate.permitted", () -> get(DPO, register));
        step("what guidelines lack", 200, "gate.permitted", () -> get(ONE, register + "/summary"));
        step("guidelines as a page", 200, "gate.permitted", () -> page(ONE, "/guidelines"));
        step("a point is answered", 201, "guideline.self_checked", Day::answered);
        step("the DPO writes a guideline", 403, "gate.refused", () -> post(DPO, register, guideline));
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
                Map.of("pseudonym", Sender.pseudonym(CHILD), "kind", "access_request", "case_reference", CASE);
        step("a halt", 201, "halt.registered", () -> post(DPO, "/api/v1/halts", halt));
        step("halts", 200, "gate.permitted", () -> get(DPO, "/api/v1/halts"));
        Map<String, String> erasure = Map.of(
                "pseudonym", Sender.pseudonym(SIBLING), "ground", "unlawful", "case_reference", CASE, "because", WHY);
        step("a request for erasure", 201, "erasure.requested", () -> post(DPO, "/api/v1/erasure-requests", erasure));
        step("requests for erasure", 200, "gate.permitted", () -> get(DPO, "/api/v1/erasure-requests"));
        step("the DPO decides on the own request", 403, "gate.refused", Day::ownErasure);
        step("an extract", 200, "extract.released", Day::extract);
        step("monitoring", 200, "gate.permitted", () -> get(LEADER, "/api/v1/monitoring"));
        step("a model that is not withdrawn", 404, "gate.permitted", () -> get(DPO, Day.NO_WITHDRAWAL));
        step("a caseworker reads the monitoring", 403, "gate.refused", () -> get(ONE, "/api/v1/monitoring"));
        step("extracts", 200, "gate.permitted", () -> get(DPO, "/api/v1/extracts"));
        step("a caseworker asks for one", 403, "gate.refused", () -> get(ONE, "/api/v1/extracts"));
    }

    private static Response ownErasure() {
        String id = get(DPO, "/api/v1/erasure-requests").path("[0].id");
        return post(DPO, "/api/v1/erasure-requests/" + id + "/carrying-out", Map.of("because", WHY));
    }

    private static Response extract() {
        Response draft =
                post(DPO, "/api/v1/extracts", Map.of("pseudonym", Sender.pseudonym(CHILD), "case_reference", CASE));
        String address = "/api/v1/extracts/" + draft.path("extract.id");
        int entries = draft.jsonPath().getList("entries").size();
        List<Map<String, Object>> all = IntStream.rangeClosed(1, entries)
                .mapToObj(number -> Map.<String, Object>of("number", number, "choice", "give"))
                .toList();
        post(DPO, address + "/decisions", Map.of("decisions", all)).then().statusCode(200);
        post(DPO, address + "/release", Map.of()).then().statusCode(200);
        return get(DPO, address + "/document");
    }

    private static Response post(DemoPerson person, String path, Map<String, ?> body) {
        return Session.of(person).contentType("application/json").body(body).post(path);
    }

    private void end(FlagId flag) throws SQLException {
        VaultSender vault = VaultSender.registered();
        String pair = VaultSender.pair(Sender.pseudonym(CHILD), Sender.pseudonym(CHILD + 1_000));
        String sibling = VaultSender.pair(Sender.pseudonym(SIBLING), Sender.pseudonym(SIBLING + 1_000));
        step("the outcome", 201, "review.outcome_recorded", () -> conclude(ONE, flag));
        step("the keys change", 200, "conversion.rotated", () -> vault.rotate(VaultSender.FIRST, pair + sibling));
    }

    static Response get(DemoPerson person, String path) {
        return Session.of(person).get(path);
    }

    private static Response page(DemoPerson person, String path) {
        return RestAssured.given()
                .accept("text/html")
                .cookies(Session.cookies(person))
                .get(path);
    }

    static Response seal(DemoPerson person, FlagId flag) {
        return post(person, address(flag) + "/own-view", Map.of("choice", "in_doubt", "justification", WHY));
    }

    private static Response conclude(DemoPerson person, FlagId flag) {
        String version = get(person, address(flag) + "/weights").header("ETag");
        return Session.of(person)
                .contentType("application/json")
                .header("If-Match", version)
                .body(Map.of("kind", "no_reason", "justification", WHY))
                .post(address(flag) + "/outcome");
    }

    /** A run, waited for. */
    private static Response run() throws InterruptedException {
        Response started = run("notified");
        for (int tries = 0; tries < 300; tries++) {
            String state =
                    get(LEADER, "/api/v1/runs/" + started.path("id")).jsonPath().getString("state");
            if (!state.equals("started")) {
                return started;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the run did not end");
    }

    private static Response run(String scope) {
        return Session.of(LEADER)
                .contentType("application/json")
                .body(Map.of(
                        "municipality",
                        "999",
                        "basis",
                        "lb.demo.notified",
                        "phase",
                        "demo",
                        "scope",
                        scope,
                        "model",
                        FixtureModel.REF.toString(),
                        "indicators",
                        List.of(),
                        "as_of",
                        LocalDate.now(ZoneId.of("Europe/Copenhagen")).toString()))
                .post("/api/v1/runs");
    }
}
