package dk.rettidig.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A notification from its arrival until nothing is left to do, over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class NotificationIT {

    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final DemoPerson TWO = DemoPerson.CASEWORKER_TWO;
    private static final String PATH = "/api/v1/notifications";
    private static final String WHY = "Skole og barn er hørt, og familien er kendt fra før.";

    @Inject
    Clock clock;

    @Inject
    Escalations escalations;

    @Inject
    NotificationRetention retention;

    private final byte[] child = new byte[32];
    private final String pseudonym;

    NotificationIT() {
        new SecureRandom().nextBytes(child);
        pseudonym = Base64.getUrlEncoder().withoutPadding().encodeToString(child);
    }

    @AfterEach
    void none() throws SQLException {
        change("delete from notification");
        change("delete from halt");
        change("delete from scope where pseudonym = '\\x" + HexFormat.of().formatHex(child) + "'");
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private Map<String, Object> fromSchool() {
        Map<String, Object> body = new HashMap<>();
        body.put("child", pseudonym);
        body.put("age", "7-12");
        body.put("received_at", clock.instant().minus(Duration.ofHours(2)).toString());
        body.put("notifier", "N01");
        body.put("causes", List.of("R03"));
        return body;
    }

    private static Response register(DemoPerson person, Map<String, Object> body) {
        return Session.of(person).contentType(ContentType.JSON).body(body).post(PATH);
    }

    private String registered(Map<String, Object> body) {
        Response answer = register(ONE, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    private static Response step(DemoPerson person, String id, String step, String result, String because) {
        String tag = Session.of(person).get(PATH + "/" + id).header("ETag");
        return step(person, id, tag, step, result, because);
    }

    private static Response step(DemoPerson person, String id, String tag, String step, String result, String because) {
        return Session.of(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("step", step, "result", result, "because", because))
                .post(PATH + "/" + id + "/steps");
    }

    private static void done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    private List<String> inScope() throws SQLException {
        return rows("select distinct on (from_day) retracted::text from scope where pseudonym = '\\x"
                + HexFormat.of().formatHex(child) + "' order by from_day, known_at desc");
    }

    @Test
    void goesFromArrivalToFeedbackAndTheRecordNamesNobodyAndNothing() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        Map<String, Object> body = fromSchool();
        body.put("letter", "S-2026-17");

        String id = registered(body);
        assertThat(inScope()).containsExactly("false");
        done(step(ONE, id, "assessed", "not_acute", ""));
        done(step(ONE, id, "acknowledged", "", ""));
        done(step(TWO, id, "screened", "clarification", WHY));
        assertThat(inScope()).containsExactly("true");
        assertThat(list()).contains(id);
        done(step(TWO, id, "feedback_given", "", ""));

        assertThat(list()).doesNotContain(id);
        assertThat(Session.of(ONE).get(PATH + "/" + id).asString())
                .contains("\"status\":\"done\"", "clarification", "S-2026-17")
                .doesNotContain("\"status\":\"open\"", pseudonym);
        assertThat(spy.types()).contains("notification.registered", "notification.opened");
        assertThat(spy.entries("notification.step_recorded")).hasSize(4);
        for (String entry : spy.entries("notification.")) {
            assertThat(entry).doesNotContain(pseudonym, "S-2026-17", "clarification", "R03", "N01", "kendt");
        }
    }

    private static String list() {
        return Session.of(ONE).get(PATH).asString();
    }

    @Test
    void theSameNotificationComesInOnceAndAnotherNotifierIsAnother() {
        Map<String, Object> body = fromSchool();
        String id = registered(body);

        Response again = register(TWO, body);
        body.put("notifier", "N02");
        Response other = register(TWO, body);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("code")).isEqualTo("notification_already_registered");
        assertThat(again.<String>path("notification")).isEqualTo(id);
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.<List<String>>path("other_notifications.id")).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({
        "child, 310299-9876, notification_child_invalid",
        "child, '', notification_child_invalid",
        "received_at, 2031-01-01T10:00:00Z, notification_received_invalid",
        "received_at, 2026-01-01T10:00:00Z, notification_received_invalid",
        "received_at, yesterday, notification_received_invalid",
        "received_at, 2026-11-22T10:00:00, notification_received_invalid",
        "notifier, N99, notification_notifier_unknown",
        "notifier, R03, notification_notifier_unknown",
        "age, 18+, notification_age_missing",
        "born, 2031-01-01, notification_born_invalid",
        "born, 1990-01-01, notification_born_invalid",
        "letter, 310299-9876, text_has_cpr",
        "letter, !, journal_number_invalid"
    })
    void whatCannotBeIsRefusedFieldByFieldAndNothingIsKept(String field, String value, String code)
            throws SQLException {
        Map<String, Object> body = fromSchool();
        body.put(field, value);

        Response refused = register(ONE, body);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.code")).containsExactly(code);
        assertThat(refused.<List<String>>path("errors.field")).containsExactly(field);
        assertThat(refused.asString()).doesNotContain("310299");
        assertThat(rows("select id::text from notification")).isEmpty();
        assertThat(inScope()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"causes, R98", "causes, N01", "marks, doomed"})
    void aCodeThatIsNotInTheListIsRefused(String field, String code) {
        Map<String, Object> body = fromSchool();
        body.put(field, List.of("R03".equals(code) ? "R04" : code));

        assertThat(register(ONE, body).statusCode()).isEqualTo(422);
        body.put(field, List.of());
        assertThat(register(ONE, body).statusCode()).isEqualTo(field.equals("marks") ? 201 : 422);
    }

    @Test
    void twoPeopleDoNotWriteOverEachOther() {
        String id = registered(fromSchool());
        String tag = Session.of(ONE).get(PATH + "/" + id).header("ETag");

        done(step(ONE, id, tag, "assessed", "acute", ""));
        Response late = step(TWO, id, tag, "acknowledged", "", "");
        Response without = Session.of(TWO)
                .contentType(ContentType.JSON)
                .body(Map.of("step", "acknowledged"))
                .post(PATH + "/" + id + "/steps");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(without.statusCode()).isEqualTo(428);
    }

    @Test
    void aReassessmentNeedsSomebodyNewAndAScreeningAReason() {
        Map<String, Object> body = fromSchool();
        body.put("marks", List.of("measure_running"));
        String id = registered(body);

        done(step(ONE, id, "assessed", "not_acute", ""));
        Response same = step(ONE, id, "reassessed", "", "");
        Response early = step(TWO, id, "screened", "no_further", WHY);
        done(step(TWO, id, "reassessed", "", ""));
        Response silent = step(TWO, id, "screened", "no_further", "kort");
        done(step(TWO, id, "screened", "no_further", WHY));

        assertThat(same.<String>path("code")).isEqualTo("notification_new_person_demanded");
        assertThat(early.<String>path("code")).isEqualTo("notification_duties_open");
        assertThat(early.<List<String>>path("duties")).containsExactly("reassess");
        assertThat(silent.<List<String>>path("errors.code")).containsExactly("text_too_short");
    }

    @Test
    void scopeGoesOnWhileAnotherNotificationOfTheDayIsNotScreened() throws SQLException {
        Map<String, Object> body = fromSchool();
        String first = registered(body);
        body.put("notifier", "N11");
        String second = registered(body);

        done(step(ONE, first, "assessed", "not_acute", ""));
        done(step(ONE, first, "screened", "no_further", WHY));
        assertThat(inScope()).containsExactly("false");
        done(step(ONE, second, "assessed", "not_acute", ""));
        done(step(ONE, second, "screened", "no_further", WHY));
        assertThat(inScope()).containsExactly("true");
    }

    @Test
    void severalNotifiersOfOneIncidentAreJoinedAndAllStay() {
        Map<String, Object> body = fromSchool();
        String first = registered(body);
        body.put("notifier", "N03");
        String second = registered(body);
        byte[] another = child.clone();
        another[0] ^= 1;
        body.put("child", Base64.getUrlEncoder().withoutPadding().encodeToString(another));
        String elsewhere = registered(body);

        Response joined = join(second, first);
        Response wrong = join(elsewhere, first);

        assertThat(joined.statusCode()).as(joined.asString()).isEqualTo(200);
        assertThat(joined.<String>path("incident")).isEqualTo(first);
        assertThat(list()).contains(first, second);
        assertThat(wrong.<String>path("code")).isEqualTo("notification_other_child");
    }

    private static Response join(String id, String with) {
        return Session.of(ONE)
                .contentType(ContentType.JSON)
                .header("If-Match", Session.of(ONE).get(PATH + "/" + id).header("ETag"))
                .body(Map.of("with", with))
                .post(PATH + "/" + id + "/incident");
    }

    @Test
    void silenceIsToldToThePersonBeforeAndToTheLeaderAtTheDeadlineEachOnce() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        String id = registered(fromSchool());
        Instant received = Instant.parse(Session.of(ONE).get(PATH + "/" + id).path("received_at"));

        escalations.tell(received.plus(Duration.ofHours(18)).minusMillis(1));
        assertThat(told(id)).isEmpty();
        assertThat(spy.entries("gate.permitted")).noneMatch(entry -> entry.contains("tell_deadlines"));
        escalations.tell(received.plus(Duration.ofHours(18)));
        escalations.tell(received.plus(Duration.ofHours(19)));
        assertThat(told(id)).containsExactly("assess warning " + ONE.username());
        escalations.tell(received.plus(Duration.ofHours(24)));
        escalations.tell(received.plus(Duration.ofHours(25)));

        assertThat(told(id)).containsExactly("assess warning " + ONE.username(), "assess overdue null");
        assertThat(spy.entries("gate.permitted"))
                .filteredOn(entry -> entry.contains("tell_deadlines"))
                .hasSize(2);
        assertThat(spy.entries("notification.escalated"))
                .hasSize(2)
                .first(STRING)
                .contains("\"level\":\"warning\"");
        assertThat(list()).contains("\"overdue\":true");
    }

    @Test
    void aMomentThatOtherRulesMadeIsWorkedOutAnewAndNobodyIsTold() throws SQLException {
        String id = registered(fromSchool());
        change("update notification set tell_at = now() - interval '1 hour' where id = '" + id + "'");

        escalations.tell(clock.instant());

        assertThat(told(id)).isEmpty();
        assertThat(rows("select id::text from notification where tell_at > now()"))
                .containsExactly(id);
    }

    private static List<String> told(String id) {
        return Session.of(ONE).get(PATH + "/" + id).jsonPath().<Map<String, String>>getList("escalations").stream()
                .map(told -> told.get("duty") + " " + told.get("level") + " " + told.get("to"))
                .toList();
    }

    @Test
    void pagesOfTheListFollowTheDeadlines() {
        List<String> ids = new ArrayList<>();
        for (int hours = 5; hours > 0; hours--) {
            Map<String, Object> body = fromSchool();
            body.put(
                    "received_at",
                    clock.instant()
                            .minus(Duration.ofHours(hours))
                            .truncatedTo(ChronoUnit.MILLIS)
                            .toString());
            ids.add(registered(body));
        }

        List<String> seen = new ArrayList<>();
        String next = PATH + "?limit=2";
        while (!next.isEmpty()) {
            Response page = Session.of(ONE).get(next);
            seen.addAll(page.path("notifications.id"));
            String link = page.header("Link");
            next = link == null ? "" : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).containsExactlyElementsOf(ids);
        assertThat(Session.of(ONE).get(PATH + "?after=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsDoneGoesWhenItsTimeIsOverUnlessAHaltKeepsIt() throws SQLException {
        String id = registered(fromSchool());
        String open = registered(withAge("3-6", "N02"));
        change("update notification set done_at = now() - interval '25 months' where id = '" + id + "'");
        change("insert into halt (municipality, id, pseudonym, lookup, kind, case_reference, registered_by,"
                + " registered_at) values (999, gen_random_uuid(), '\\x"
                + HexFormat.of().formatHex(child)
                + "', sha256('x'), 'complaint', 'S-1', 'somebody', now())");

        retention.eraseDue(clock.instant());
        assertThat(rows("select id::text from notification")).contains(id, open);
        change("delete from halt");
        retention.eraseDue(clock.instant());

        assertThat(rows("select id::text from notification")).containsExactly(open);
    }

    private Map<String, Object> withAge(String age, String notifier) {
        Map<String, Object> body = fromSchool();
        body.put("age", age);
        body.put("notifier", notifier);
        return body;
    }
}
