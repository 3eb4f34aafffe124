package dk.rettidig.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.cli.database.EmbeddedDatabase;
import dk.rettidig.feed.rest.Sender;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The child's sex comes in with a notification, is counted, and is shown to nobody who works with it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class StatedSexIT {

    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final String PATH = "/api/v1/notifications";
    private static final String FOR_EXTRACT = "select stated from sex_for_extract(999::smallint, '\\x";
    private static final String FOR_COUNTING =
            "select stated from sex_for_counting(999::smallint, '2000-01-01', '2100-01-01')";

    @Inject
    Clock clock;

    private final byte[] child = new byte[32];
    private final String pseudonym;
    private Instant received = Instant.EPOCH;

    StatedSexIT() {
        new SecureRandom().nextBytes(child);
        pseudonym = Base64.getUrlEncoder().withoutPadding().encodeToString(child);
    }

    @BeforeEach
    void sendBytesAsTheyAre() {
        received = clock.instant().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        Sender.sendBytesAsTheyAre();
    }

    @AfterEach
    void none() throws SQLException {
        rows("delete from notification returning 1");
        rows("delete from follow_up returning 1");
        rows("delete from scope where pseudonym = '\\x" + HexFormat.of().formatHex(child) + "' returning 1");
    }

    private static List<String> rows(String... statements) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements.length - 1; i++) {
                statement.execute(statements[i]);
            }
            try (ResultSet found = statement.executeQuery(statements[statements.length - 1])) {
                List<String> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(found.getString(1));
                }
                return rows;
            }
        }
    }

    /** What the application's own role is given by the database, seeing this municipality's rows. */
    private static List<String> given(String municipality, String sql) throws SQLException {
        return rows(
                "set role " + EmbeddedDatabase.APPLICATION, "set rettidig.municipality = '" + municipality + "'", sql);
    }

    private static List<String> sexes() throws SQLException {
        return rows("select sex from notification_sex order by 1");
    }

    private Response register(String age, String sex) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "child",
                pseudonym,
                "age",
                age,
                "received_at",
                clock.instant().minus(Duration.ofHours(2)).toString(),
                "notifier",
                "N01",
                "causes",
                List.of("R03")));
        body.put("sex", sex);
        return Session.of(ONE).contentType(ContentType.JSON).body(body).post(PATH);
    }

    @Test
    void isKeptForCountingAndShownInNoAnswerListPageOrEntry() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        Response answer = register("7-12", "female");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String id = answer.path("id");

        assertThat(sexes()).containsExactly("female");
        List<String> shown = new ArrayList<>(List.of(answer.asString()));
        for (String path : List.of(PATH, PATH + "/" + id)) {
            shown.add(Session.of(ONE).get(path).asString());
        }
        for (String path : List.of("/notifications", "/notifications/" + id, "/notifications/duty", "/follow-up")) {
            shown.add(Session.of(ONE).accept("text/html").get(path).asString());
        }
        shown.addAll(spy.entries("notification.registered"));
        assertThat(shown).allSatisfy(text -> assertThat(text).isNotEmpty().doesNotContain("female", "Pige", "\"sex\""));
    }

    @ParameterizedTest
    @CsvSource({
        "7-12, girl, notification_sex_unknown, Vælg pige eller dreng",
        "7-12, FEMALE, notification_sex_unknown, Vælg pige eller dreng",
        "7-12, unknown, notification_sex_unknown, lad feltet stå",
        "unborn, male, notification_sex_of_unborn, Et ufødt barn står uden køn"
    })
    void isOneOfTwoWordsOrLeftOutAndAnUnbornChildHasNone(String age, String sex, String code, String advice)
            throws SQLException {
        Response refused = register(age, sex);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.field")).containsExactly("sex");
        assertThat(refused.<List<String>>path("errors.code")).containsExactly(code);
        assertThat(refused.asString()).contains(advice);
        assertThat(rows("select id from notification")).isEmpty();
        assertThat(sexes()).isEmpty();
        assertThat(register(age, "").statusCode()).isEqualTo(201);
        assertThat(sexes()).isEmpty();
    }

    @Test
    void theApplicationCanReadItByTwoFunctionsAloneAndOnlyInItsMunicipality() throws SQLException {
        assertThat(register("0-2", "male").statusCode()).isEqualTo(201);
        String ofChild = FOR_EXTRACT + HexFormat.of().formatHex(child) + "')";

        for (String sql : List.of(
                "select * from notification_sex",
                "update notification_sex set sex = 'female' returning 1",
                "delete from notification_sex returning 1")) {
            assertThatThrownBy(() -> given("999", sql)).as(sql).hasMessageContaining("permission denied");
        }
        assertThat(given("999", ofChild)).containsExactly("male");
        assertThat(given("999", FOR_COUNTING)).containsExactly("male");
        assertThat(given("101", ofChild)).isEmpty();
        assertThat(given("101", FOR_COUNTING)).isEmpty();
        assertThat(given("", FOR_COUNTING)).isEmpty();
    }

    @Test
    void followsItsNotificationToANewPseudonymAndGoesWithIt() throws SQLException {
        assertThat(register("0-2", "male").statusCode()).isEqualTo(201);
        String other = "ab".repeat(32);

        given("999", "update notification set pseudonym = '\\x" + other + "' returning 1");
        assertThat(given("999", FOR_EXTRACT + HexFormat.of().formatHex(child) + "')"))
                .isEmpty();
        assertThat(given("999", FOR_EXTRACT + other + "')")).containsExactly("male");
        given("999", "delete from notification returning 1");
        assertThat(sexes()).isEmpty();
    }

    private String delivered(String called, String rest) {
        return Sender.notification(called, pseudonym, received, rest);
    }

    private static Response taken(Sender intake, String rows) {
        Response answer = intake.send(rows);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    @Test
    void comesByFeedIsAddedByALaterDeliveryAndStaysAsItWasStatedFirst() throws SQLException {
        Sender intake = Sender.intake();
        taken(intake, delivered("S-1", ""));
        assertThat(sexes()).isEmpty();
        assertThat(taken(intake, delivered("S-1", ",\"sex\":\"female\"")).<Integer>path("rows.quarantined"))
                .isZero();
        assertThat(sexes()).containsExactly("female");
        assertThat(taken(intake, delivered("S-1", ",\"sex\":\"male\"")).<Integer>path("rows.quarantined"))
                .isZero();
        assertThat(sexes()).containsExactly("female");
        assertThat(rows("select content from notification_arrival")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"sex\":\"girl\"|feed_row_sex_unknown",
                ",\"sex\":\"unknown\"|feed_row_sex_unknown",
                ",\"sex\":\"male\",\"age\":\"unborn\"|feed_row_sex_of_unborn",
                ",\"sex\":1|feed_row_malformed"
            })
    void isHeldBackByFeedWhereItCannotBe(String rest, String code) throws SQLException {
        Response answer = taken(Sender.intake(), delivered("S-2", rest));

        assertThat(answer.<String>path("quarantine.rows[0].code")).isEqualTo(code);
        assertThat(rows("select id from notification")).isEmpty();
    }
}
