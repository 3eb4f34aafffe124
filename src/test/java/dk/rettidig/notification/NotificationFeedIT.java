package dk.rettidig.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notifications that the municipality's own intake delivers: the clocks start without a person, the rest needs one. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class NotificationFeedIT {

    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final DemoPerson TWO = DemoPerson.CASEWORKER_TWO;
    private static final String PATH = "/api/v1/notifications";

    @Inject
    Clock clock;

    private final String child = child();

    private static String child() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @BeforeEach
    void sendBytesAsTheyAre() {
        Sender.sendBytesAsTheyAre();
    }

    @AfterEach
    void none() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from notification");
            statement.executeUpdate("delete from follow_up");
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

    private static String id(String called) throws SQLException {
        return rows("select notification from notification_arrival where called = '" + called + "'")
                .getFirst();
    }

    private static Response open(DemoPerson person, String id) {
        return Session.of(person).get(PATH + "/" + id);
    }

    private static Response step(DemoPerson person, String id, String step, String result) {
        return Session.of(person)
                .contentType(ContentType.JSON)
                .header("If-Match", open(person, id).header("ETag"))
                .body(Map.of("step", step, "result", result))
                .post(PATH + "/" + id + "/steps");
    }

    private Instant ago(Duration before) {
        return clock.instant().minus(before).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Response taken(Response answer, int valid, int quarantined) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("rows.valid")).as(answer.asString()).isEqualTo(valid);
        assertThat(answer.jsonPath().getInt("rows.quarantined")).isEqualTo(quarantined);
        return answer;
    }

    @Test
    void theClocksStartWithoutAPersonAndTheFirstToActAnswersForIt() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        Instant received = ago(Duration.ofHours(2));
        Sender intake = Sender.intake();

        taken(
                intake.send(
                        Sender.notification("K-1", child, received, ",\"letter\":\"S-2026-18\",\"born\":\"2018-05\"")),
                1,
                0);

        String id = id("K-1");
        Response view = open(TWO, id);
        assertThat(view.<String>path("received_at")).isEqualTo(received.toString());
        assertThat(view.<String>path("age")).isEqualTo("7-12");
        assertThat(view.<String>path("delivered.called")).isEqualTo("K-1");
        assertThat(view.<String>path("responsible")).isNull();
        assertThat(Instant.parse(view.path("duties.find { it.duty == 'assess' }.due")))
                .isEqualTo(received.plus(Duration.ofHours(24)));
        assertThat(spy.entries("notification.delivered")).hasSize(1);
        assertThat(spy.entries("notification.registered")).isEmpty();
        assertThat(rows("select 1 from scope where pseudonym = decode('" + hex(child) + "', 'hex')"))
                .hasSize(1);

        assertThat(step(TWO, id, "assessed", "not_acute").statusCode()).isEqualTo(201);
        assertThat(open(ONE, id).<String>path("responsible"))
                .isEqualTo(open(ONE, id).path("steps[0].by"));
    }

    private static String hex(String pseudonym) {
        return java.util.HexFormat.of().formatHex(Base64.getUrlDecoder().decode(pseudonym));
    }

    @Test
    void whatIsDeliveredLateIsOverdueAndToldAtOnce() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();

        taken(Sender.intake().send(Sender.notification("K-2", child, ago(Duration.ofDays(3)), "")), 1, 0);

        Response view = open(ONE, id("K-2"));
        assertThat(view.<String>path("duties.find { it.duty == 'assess' }.status"))
                .isEqualTo("overdue");
        assertThat(view.<List<String>>path("escalations.findAll { it.duty == 'assess' }.level"))
                .contains("overdue");
        assertThat(spy.entries("notification.escalated")).isNotEmpty();
        assertThat(Session.of(ONE)
                        .get(PATH)
                        .<Boolean>path("notifications.find { it.id == '" + id("K-2") + "' }.overdue"))
                .isTrue();
    }

    @Test
    void theSameTwiceIsOneAndOtherContentUnderTheSameIdIsHeldBack() throws SQLException {
        Sender intake = Sender.intake();
        Instant received = ago(Duration.ofHours(1));
        String row = Sender.notification("K-3", child, received, "");
        taken(intake.send(row), 1, 0);

        taken(intake.send(row), 1, 0);
        Response other = taken(intake.send(row.replace("R03", "R04")), 0, 1);
        taken(intake.send(Sender.notification("K-3", child(), received, "")), 0, 1);
        taken(Sender.intake().send(row), 1, 0);

        assertThat(other.<String>path("quarantine.rows[0].code")).isEqualTo("feed_row_notification_conflicts");
        assertThat(rows("select id from notification")).hasSize(2);
        assertThat(open(ONE, id("K-3")).<List<String>>path("causes")).containsExactly("R03");
    }

    @Test
    void whatAPersonRegisteredIsNotRegisteredAgain() throws SQLException {
        Instant received = ago(Duration.ofHours(1));
        String id = Session.of(ONE)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "child",
                        child,
                        "age",
                        "7-12",
                        "received_at",
                        received.toString(),
                        "notifier",
                        "N01",
                        "causes",
                        List.of("R03")))
                .post(PATH)
                .path("id");

        taken(Sender.intake().send(Sender.notification("K-4", child, received, "")), 1, 0);

        assertThat(rows("select id from notification")).containsExactly(id);
        assertThat(open(ONE, id).<String>path("delivered.called")).isEqualTo("K-4");
    }

    @Test
    void severalNotifiersOfOneIncidentAreKeptAndTwoChildrenOfItAreTwo() throws SQLException {
        Instant received = ago(Duration.ofHours(1));
        taken(
                Sender.intake()
                        .send(Sender.notification("K-5", child, received, ",\"incident\":\"H-9\"")
                                + Sender.notification("K-6", child, received, ",\"incident\":\"H-9\"")
                                + Sender.notification("K-7", child(), received, ",\"incident\":\"H-9\"")),
                3,
                0);

        assertThat(open(ONE, id("K-6")).<String>path("incident")).isEqualTo(id("K-5"));
        assertThat(open(ONE, id("K-6")).<List<String>>path("duties.duty")).contains("acknowledge", "feedback");
        assertThat(open(ONE, id("K-7")).<String>path("incident")).isEqualTo(id("K-7"));
    }

    @Test
    void moreChildrenThanTheDatabaseHasLocksAreFiledAsOneEachWithItsEntryAndTheSameAgainIsNothing()
            throws SQLException {
        int many = 9_000;
        Instant received = ago(Duration.ofHours(1));
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < many; i++) {
            body.append(Sender.notification("M-" + i, Sender.pseudonym(40_000 + i), received.minusSeconds(i % 60), ""));
        }
        String twice = Sender.notification("M-twice", Sender.pseudonym(40_000), received.minusSeconds(600), "");
        LedgerSpy spy = LedgerSpy.now();
        Sender intake = Sender.intake();

        taken(intake.send(body + twice), many + 1, 0);

        assertThat(rows("select count(*) from notification")).containsExactly(Integer.toString(many + 1));
        assertThat(rows("select count(*) from notification_arrival")).containsExactly(Integer.toString(many + 1));
        assertThat(rows("select count(distinct pseudonym) from scope where pseudonym in"
                        + " (select pseudonym from notification)"))
                .containsExactly(Integer.toString(many));
        assertThat(rows("select notifications from follow_up where state = 'open'"))
                .containsExactly("2");
        assertThat(spy.types()).filteredOn("notification.delivered"::equals).hasSize(many + 1);
        assertThat(spy.types()).filteredOn("follow_up.listed"::equals).hasSize(1);

        taken(intake.send(body + twice), many + 1, 0);

        assertThat(spy.types()).filteredOn("notification.delivered"::equals).hasSize(many + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "N01|,\"born\":\"NEXT\"|feed_row_born_impossible",
                "N01|,\"born\":\"2000-01\"|feed_row_born_impossible",
                "N01|,\"born\":\"2018-13\"|feed_row_born_impossible",
                "N01|,\"born\":\"2018-05\",\"age\":\"unborn\"|feed_row_born_impossible",
                "N01|,\"age\":\"19\"|feed_row_age_unknown",
                "N99|''|feed_row_notifier_unknown",
                "N01|,\"marks\":[\"urgent\"]|feed_row_mark_unknown",
                "N07|,\"anonymous\":false|feed_row_anonymous_contradicted",
                "N01|,\"letter\":\"?\"|feed_row_letter_invalid"
            })
    void aRowThatCannotBeIsHeldBackAndTheOthersCount(String notifier, String rest, String code) throws SQLException {
        String next =
                YearMonth.now(clock.withZone(ZoneOffset.UTC)).plusMonths(1).toString();
        String bad = Sender.notification("K-8", child, ago(Duration.ofHours(1)), rest.replace("NEXT", next))
                .replace("N01", notifier);
        String good = Sender.notification("K-9", child(), ago(Duration.ofHours(1)), ",\"age\":\"unborn\"");

        Response answer = taken(Sender.intake().send(bad + good), 1, 1);

        assertThat(answer.<String>path("quarantine.rows[0].code")).isEqualTo(code);
        assertThat(answer.<Integer>path("quarantine.rows[0].line")).isEqualTo(1);
        assertThat(rows("select called from notification_arrival")).containsExactly("K-9");
        assertThat(RestAssured.given()
                        .accept("text/html")
                        .cookies(Session.cookies(ONE))
                        .get("/notifications")
                        .asString())
                .contains("hele leverancer af underretninger ikke ind");
    }

    @Test
    void anUnknownCauseIsHeldBackAndAnAnonymousNotifierIsNotAnswered() throws SQLException {
        Instant received = ago(Duration.ofHours(1));
        String row = Sender.notification("K-10", child, received, "");
        Response answer = taken(
                Sender.intake()
                        .send(row.replace("R03", "R98")
                                + Sender.notification("K-11", child, received, ",\"anonymous\":true")
                                        .replace("N01", "N11")),
                1,
                1);

        assertThat(answer.<String>path("quarantine.rows[0].code")).isEqualTo("feed_row_cause_unknown");
        assertThat(open(ONE, id("K-11")).<List<String>>path("duties.duty")).doesNotContain("acknowledge");
    }

    @Test
    void aTableAndEverythingThereIsAreRefused() throws SQLException {
        Sender intake = Sender.intake();
        byte[] wire =
                Sender.notification("K-12", child, ago(Duration.ofHours(1)), "").getBytes(StandardCharsets.UTF_8);

        Response full =
                intake.post(intake.note("full", wire, 1, DeliveryMode.FULL).signedWith(intake.key), wire);

        assertThat(full.statusCode()).isEqualTo(422);
        assertThat(full.<String>path("code")).isEqualTo("feed_note_mismatch");
        assertThat(rows("select id from notification")).isEmpty();
    }

    @Test
    void aFeedOfAnotherBasisOrWithOtherIndicatorsCannotBeAgreed() {
        Map<String, Object> right = Map.of(
                "id",
                "intake-999",
                "registry",
                "intake-999",
                "source_kind",
                "notification-register",
                "indicators",
                List.of("NOTIFICATION_RECEIVED"),
                "basis",
                "lb.demo.case",
                "phase",
                "demo",
                "scope",
                "notified");
        assertThat(propose(right).statusCode()).isEqualTo(422);
        assertThat(propose(with(right, "basis", "lb.demo.notified", "scope", "population"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(propose(with(
                                right,
                                "basis",
                                "lb.demo.notified",
                                "indicators",
                                List.of("NOTIFICATION_RECEIVED", "SCOPE_NOTIFIED")))
                        .statusCode())
                .isEqualTo(422);
        assertThat(propose(with(right, "basis", "lb.demo.notified", "pseudonym_source", "school"))
                        .statusCode())
                .isEqualTo(422);
        Response agreed = propose(with(right, "basis", "lb.demo.notified", "maximum_age_days", 60));
        assertThat(agreed.statusCode()).as(agreed.asString()).isEqualTo(201);
    }

    private static Map<String, Object> with(Map<String, Object> body, Object... more) {
        Map<String, Object> changed = new java.util.HashMap<>(body);
        for (int i = 0; i < more.length; i += 2) {
            changed.put((String) more[i], more[i + 1]);
        }
        return changed;
    }

    private static Response propose(Map<String, Object> body) {
        return Session.of(DemoPerson.DATA_TEAM)
                .contentType(ContentType.JSON)
                .body(with(body, "synthetic", true, "delimiter", ",", "decimal_mark", ".", "maximum_age_days", 60))
                .post("/api/v1/feeds");
    }
}
