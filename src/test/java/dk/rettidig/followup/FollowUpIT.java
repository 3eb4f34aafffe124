package dk.rettidig.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.law.calendar.Due;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A child with repeated or grave notifications, on the list until a measure is registered or a person closes it, over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FollowUpIT {

    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final DemoPerson LEADER = DemoPerson.TEAM_LEADER;
    private static final String PATH = "/api/v1/follow-up";
    private static final String NOTIFICATIONS = "/api/v1/notifications";
    private static final String WHY = "Familien får hjælp af en forening, som barnet selv har fortalt om.";
    private static final int CHILD = 7_101;
    private static final int SECOND = 7_102;

    @Inject
    Clock clock;

    @Inject
    FollowUpJobs jobs;

    @Inject
    FollowUpRetention retention;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        Sender.sendBytesAsTheyAre();
        VaultSender.clear();
        FollowUpRows.change("delete from halt");
    }

    private String notified(int child, String cause, Duration ago, String... marks) {
        Map<String, Object> body = new HashMap<>();
        body.put("child", Sender.pseudonym(child));
        body.put("age", "7-12");
        body.put(
                "received_at",
                clock.instant().minus(ago).truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("notifier", "N01");
        body.put("causes", List.of(cause));
        body.put("marks", List.of(marks));
        Response answer =
                Session.of(ONE).contentType(ContentType.JSON).body(body).post(NOTIFICATIONS);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    private static List<String> listed(String query) {
        return Session.of(LEADER).get(PATH + query).path("follow_ups.id");
    }

    private static Response read(String id) {
        return Session.of(ONE).get(PATH + "/" + id);
    }

    private static Response close(String id, String code, String because) {
        return Session.of(ONE)
                .contentType(ContentType.JSON)
                .header("If-Match", read(id).header("ETag"))
                .body(Map.of("code", code, "because", because))
                .post(PATH + "/" + id + "/closing");
    }

    private static void began(String notification, String measure) {
        Response answer = Session.of(ONE)
                .contentType(ContentType.JSON)
                .header(
                        "If-Match",
                        Session.of(ONE).get(NOTIFICATIONS + "/" + notification).header("ETag"))
                .body(Map.of("step", "measure_started", "result", measure))
                .post(NOTIFICATIONS + "/" + notification + "/steps");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    private static List<String> told(String id) {
        return read(id).jsonPath().<Map<String, Object>>getList("tellings").stream()
                .map(each -> each.get("opening") + " " + each.get("step") + " " + each.get("to"))
                .toList();
    }

    @Test
    void aSecondNotificationListsTheChildAndAResponsiblePersonIsToldOnce() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        notified(CHILD, "R03", Duration.ofDays(20));
        assertThat(listed("")).isEmpty();
        notified(CHILD, "R04", Duration.ofHours(2));
        List<String> ids = listed("");
        assertThat(ids).hasSize(1);

        jobs.run(clock.instant());
        jobs.run(clock.instant());

        assertThat(told(ids.getFirst())).containsExactly("1 listed " + ONE.username());
        assertThat(read(ids.getFirst()).<List<String>>path("reasons")).containsExactly("repeated");
        assertThat(read(ids.getFirst()).<String>path("meaning.english")).contains("does not mean");
        assertThat(spy.entries("follow_up.listed")).hasSize(1);
        assertThat(spy.entries("follow_up.told")).hasSize(1);
        assertThat(spy.entries("follow_up.opened")).isNotEmpty();
        for (String entry : spy.entries("follow_up.")) {
            assertThat(entry).doesNotContain(Sender.pseudonym(CHILD), "repeated", ONE.username());
        }
    }

    @Test
    void aGraveOneListsAtOnceAndOneThatIsNotDoesNot() {
        notified(CHILD, "R03", Duration.ofHours(1));
        notified(SECOND, "R18", Duration.ofHours(1));

        assertThat(listed("")).hasSize(1);
        assertThat(listed("?reason=grave")).hasSize(1);
        assertThat(listed("?reason=repeated")).isEmpty();
        assertThat(Session.of(ONE).get(PATH + "?reason=poor").statusCode()).isEqualTo(400);
        assertThat(Session.of(ONE).get(PATH + "?state=watched").statusCode()).isEqualTo(400);
    }

    @Test
    void aMeasureThatAPersonWroteTakesItOffWithTheMeasureNamed() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        String notification = notified(CHILD, "R18", Duration.ofHours(1));
        String id = listed("").getFirst();

        began(notification, "contact_person");

        assertThat(listed("")).isEmpty();
        assertThat(listed("?state=measure")).containsExactly(id);
        assertThat(read(id).<String>path("measure.kind")).isEqualTo("step.contact_person");
        assertThat(spy.entries("follow_up.measure_registered")).hasSize(1);
        // It runs on, and answers the next notification too.
        notified(CHILD, "R03", Duration.ofMinutes(1));
        assertThat(listed("")).isEmpty();
    }

    @Test
    void aMarkThatAMeasureRunsAnswersThatNotificationAndNoLaterOne() {
        notified(CHILD, "R18", Duration.ofDays(3), "measure_running");
        assertThat(listed("?state=measure")).hasSize(1);

        notified(CHILD, "R18", Duration.ofHours(1));

        assertThat(listed("")).hasSize(1);
    }

    @Test
    void whatTheCaseSystemDeliveredIsSeenBeforeAnybodyIsToldAndWhenTakenBackTheChildIsListedAgain()
            throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        notified(CHILD, "R18", Duration.ofHours(1));
        String id = listed("").getFirst();
        Sender cases = Sender.delivering("case-system", "SUP_RUNNING");
        String before = clock.instant().minus(Duration.ofHours(1)).toString();
        assertThat(cases.send(cases.row(CHILD, "\"value\":1,\"known_at\":\"" + before + "\""))
                        .statusCode())
                .isEqualTo(200);

        jobs.run(clock.instant());

        assertThat(told(id)).isEmpty();
        assertThat(read(id).<String>path("state")).isEqualTo("measure");
        assertThat(read(id).<String>path("measure.kind")).isEqualTo("SUP_RUNNING");
        assertThat(spy.entries("read_registered_measures")).hasSize(1);
        assertThat(spy.entries("follow_up.told")).isEmpty();

        assertThat(cases.send(cases.row(CHILD, "\"value\":1,\"op\":\"retract\""))
                        .statusCode())
                .isEqualTo(200);
        jobs.run(clock.instant());

        assertThat(read(id).<String>path("state")).isEqualTo("open");
        assertThat(told(id)).containsExactly("2 listed " + ONE.username());
    }

    @Test
    void aPlacementOfTheCaseRecordTakesItOffAndOneThatEndedBeforeDoesNot() throws SQLException {
        notified(CHILD, "R18", Duration.ofHours(1));
        notified(SECOND, "R18", Duration.ofHours(1));
        Sender scope = Sender.registered("case-system", "open-case", "lb.demo.case", ',', "SCOPE_CASE");
        Sender cases = Sender.registered(
                "case-system", "open-case", "lb.demo.case", ',', "CASE_PLACED", "CASE_PLACEMENT_ENDED");
        for (int child : new int[] {CHILD, SECOND}) {
            String line = Sender.scopeRow(child, "\"value\":1").replace("SCOPE_NOTIFIED", "SCOPE_CASE");
            assertThat(scope.send(line).statusCode()).isEqualTo(200);
        }
        String rows = event(CHILD, "CASE_PLACED", 30)
                + event(SECOND, "CASE_PLACED", 30)
                + event(SECOND, "CASE_PLACEMENT_ENDED", 10);
        assertThat(cases.send(rows).jsonPath().getInt("rows.valid")).isEqualTo(3);

        jobs.run(clock.instant());

        assertThat(listed("")).hasSize(1);
        assertThat(read(listed("?state=measure").getFirst()).<String>path("measure.kind"))
                .isEqualTo("CASE_PLACED");
        assertThat(read(listed("").getFirst()).<List<String>>path("measures.kind"))
                .containsExactly("CASE_PLACED");
    }

    private static String event(int child, String indicator, int daysAgo) {
        String day = Sender.today().minusDays(daysAgo).toString();
        return "{\"pseudonym\":\"" + Sender.pseudonym(child) + "\",\"indicator\":\"" + indicator
                + "\",\"period_from\":\"" + day + "\",\"period_to\":\"" + day + "\",\"value\":1}\n";
    }

    @ParameterizedTest
    @CsvSource({
        "'', Familien får hjælp af en forening., follow_up_code_unknown",
        "ignored, Familien får hjælp af en forening., follow_up_code_unknown",
        "resolved, kort, text_too_short",
        "resolved, Barnet 310299-9876 har fået hjælp., text_has_cpr"
    })
    void closingNeedsACodeAndAReason(String code, String because, String problem) {
        notified(CHILD, "R18", Duration.ofHours(1));
        String id = listed("").getFirst();

        Response refused = close(id, code, because);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.code")).containsExactly(problem);
        assertThat(refused.asString()).doesNotContain("310299");
        assertThat(listed("")).containsExactly(id);
    }

    @Test
    void twoPeopleDoNotCloseOverEachOtherAndWhatIsClosedIsNotClosedAgain() {
        notified(CHILD, "R18", Duration.ofHours(1));
        String id = listed("").getFirst();
        String tag = read(id).header("ETag");

        Response without = Session.of(LEADER)
                .contentType(ContentType.JSON)
                .body(Map.of("code", "resolved", "because", WHY))
                .post(PATH + "/" + id + "/closing");
        Response first = close(id, "private_help", WHY);
        Response late = Session.of(LEADER)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("code", "resolved", "because", WHY))
                .post(PATH + "/" + id + "/closing");

        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(close(id, "resolved", WHY).<String>path("code")).isEqualTo("follow_up_not_open");
    }

    @Test
    void whoMovesIsNotHandedOverFromTheSyntheticMunicipalityAndTheAnswerSaysSo() throws SQLException {
        notified(CHILD, "R18", Duration.ofHours(1));
        String id = listed("").getFirst();

        Response without = close(id, "moved", WHY);
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.<List<String>>path("errors.field")).containsExactly("moved_to", "moved_on");
        assertThat(without.<List<String>>path("errors.code"))
                .containsExactly("follow_up_moved_to_missing", "handover_moved_invalid");
        assertThat(listed("")).containsExactly(id);

        String today = Due.dayOf(clock.instant()).toString();
        Map<String, Object> body = Map.of("code", "moved", "because", WHY, "moved_to", "101", "moved_on", today);
        Response closed = Session.of(ONE)
                .contentType(ContentType.JSON)
                .header("If-Match", read(id).header("ETag"))
                .body(body)
                .post(PATH + "/" + id + "/closing");

        assertThat(closed.statusCode()).as(closed.asString()).isEqualTo(201);
        assertThat(closed.<String>path("closings[0].moved.to")).isEqualTo("101");
        assertThat(closed.<String>path("closings[0].moved.on")).isEqualTo(today);
        assertThat(closed.<Boolean>path("closings[0].moved.notify_outside")).isTrue();
        assertThat(closed.<Object>path("closings[0].moved.handover")).isNull();
        assertThat(VaultSender.number("select count(*) from handover")).isZero();
    }

    @Test
    void whatIsToldMeanwhileKeepsNobodyFromClosingAndWhatIsClosedIsToldToNobody() throws SQLException {
        notified(CHILD, "R18", Duration.ofHours(1));
        String id = listed("").getFirst();
        String tag = read(id).header("ETag");
        jobs.run(clock.instant());

        Response closed = Session.of(ONE)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("code", "resolved", "because", WHY))
                .post(PATH + "/" + id + "/closing");
        jobs.run(clock.instant().plus(Duration.ofDays(60)));

        assertThat(closed.statusCode()).as(closed.asString()).isEqualTo(201);
        assertThat(told(id)).containsExactly("1 listed " + ONE.username());
        assertThat(listed("")).isEmpty();
    }

    @Test
    void anotherNotificationOpensAgainWhatAPersonClosed() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        notified(CHILD, "R18", Duration.ofDays(5));
        String id = listed("").getFirst();
        assertThat(close(id, "resolved", WHY).statusCode()).isEqualTo(201);
        assertThat(listed("")).isEmpty();
        assertThat(listed("?state=closed")).containsExactly(id);

        notified(CHILD, "R03", Duration.ofHours(1));
        jobs.run(clock.instant());

        assertThat(listed("")).containsExactly(id);
        assertThat(told(id)).containsExactly("2 listed " + ONE.username());
        assertThat(read(id).<List<String>>path("closings.because")).containsExactly(WHY);
        assertThat(spy.entries("follow_up.closed")).singleElement().asString().doesNotContain("resolved", "forening");
    }

    @Test
    void whatIsBeingHandledComesBackWhenItsTimeIsOver() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        notified(CHILD, "R18", Duration.ofHours(1));
        String id = listed("").getFirst();
        Instant back = Instant.parse(close(id, "being_handled", WHY).path("back_at"));
        assertThat(Duration.between(clock.instant(), back).toDays()).isBetween(41L, 43L);

        jobs.run(back.minusMillis(1));
        assertThat(listed("")).isEmpty();
        jobs.run(back);

        assertThat(listed("")).containsExactly(id);
        assertThat(told(id)).containsExactly("2 listed " + ONE.username());
        assertThat(spy.entries("follow_up.listed").getLast()).contains("time_over");
    }

    @Test
    void pagesOfTheListFollowTheTimeOfWaiting() {
        List<String> ids = new ArrayList<>();
        for (int child = 0; child < 5; child++) {
            notified(7_200 + child, "R18", Duration.ofDays(10 - child));
            ids.add(listed("?limit=200").getLast());
        }

        List<String> seen = new ArrayList<>();
        String next = "?limit=2&reason=grave";
        while (!next.isEmpty()) {
            Response page = Session.of(ONE).get(PATH + next);
            seen.addAll(page.path("follow_ups.id"));
            String link = page.header("Link");
            next = link == null ? "" : link.substring(link.indexOf('?'), link.indexOf('>'));
        }

        assertThat(seen).containsExactlyElementsOf(ids);
        assertThat(Session.of(ONE).get(PATH + "?after=nonsense").statusCode()).isEqualTo(400);
        assertThat(Session.of(ONE).get(PATH + "?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void twoWhoTurnOutToBeOneChildAreClosedTogether() throws SQLException {
        notified(CHILD, "R18", Duration.ofDays(2));
        notified(SECOND, "R18", Duration.ofDays(1));
        String line = VaultSender.pair(Sender.pseudonym(SECOND), Sender.pseudonym(CHILD));
        assertThat(VaultSender.registered().merge(VaultSender.FIRST, line).statusCode())
                .isEqualTo(200);
        List<String> both = listed("");
        assertThat(both).hasSize(2);
        assertThat(read(both.getLast()).<List<String>>path("received.id")).hasSize(2);

        assertThat(close(both.getFirst(), "resolved", WHY).statusCode()).isEqualTo(201);

        assertThat(listed("")).isEmpty();
    }

    @Test
    void whatIsOnTheListStaysForEverAndWhatIsOffItGoesWhenItsTimeIsOver() throws SQLException {
        notified(CHILD, "R18", Duration.ofHours(1));
        notified(SECOND, "R18", Duration.ofHours(1));
        String closed = listed("").getLast();
        close(closed, "resolved", WHY);
        FollowUpRows.change("update follow_up set latest_at = now() - interval '25 months'");

        retention.eraseDue(clock.instant());

        assertThat(listed("?state=closed")).isEmpty();
        assertThat(listed("")).hasSize(1).doesNotContain(closed);
    }

    @Test
    void theTwoDefinitionsAreCountedSideBySideAndSmallGroupsHidden() throws SQLException {
        int year = Sender.today().getYear();
        // Grave to both and repeated: without a measure.
        FollowUpRows.children(0, 12, year, "R18", "R03");
        // Grave to the local definition only.
        FollowUpRows.children(12, 8, year, "R08");
        // Early help is a measure to the local definition only.
        FollowUpRows.children(20, 6, year, "R18", "R03");
        FollowUpRows.measures(20, 6, "step.early_help", year);
        // A measure, and not which: unclear to the one, a measure to the other.
        FollowUpRows.children(26, 5, year, "R18", "R03");
        FollowUpRows.measures(26, 5, "CASE_MEASURE_STARTED", year);

        Response answer = Session.of(LEADER).get(PATH + "/statistics?year=" + year);

        assertThat(answer.<List<String>>path("definitions.definition")).containsExactly("dst-2015", "local");
        assertThat(answer.<List<Integer>>path("definitions.children")).containsExactly(23, 31);
        assertThat(answer.<List<Integer>>path("definitions.without_measure")).containsExactly(18, 20);
        assertThat(answer.<List<Integer>>path("definitions.unclear")).containsExactly(5, 0);
        assertThat(answer.<List<Boolean>>path("definitions.hidden")).containsExactly(false, false);
        assertThat(answer.<List<Boolean>>path("definitions.complete")).containsExactly(false, false);
        assertThat(answer.<String>path("meaning.danish")).contains("betyder ikke");
        assertThat(Session.of(LEADER).get(PATH + "/statistics?year=2001").statusCode())
                .isEqualTo(400);

        FollowUpRows.children(31, 1, year, "R18", "R03");
        FollowUpRows.measures(31, 1, "step.placement", year);
        Response small = Session.of(LEADER).get(PATH + "/statistics?year=" + year);
        assertThat(small.<List<Boolean>>path("definitions.hidden")).containsExactly(true, false);
        assertThat(small.<List<Integer>>path("definitions.without_measure")).containsExactly(null, 20);
    }
}
