package dk.rettidig.notification.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.pseudonym.SyntheticCpr;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From a published figure to a discussion, to what is done, to the figure of the next period, over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DiscussionIT {

    private static final DemoPerson LEADER = DemoPerson.TEAM_LEADER;
    private static final DemoPerson CASEWORKER = DemoPerson.CASEWORKER_ONE;
    private static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;
    private static final String PATH = "/api/v1/figure-discussions";
    private static final String SEEN = "Skolerne underretter sjældnere end før.";
    private static final String SCHOOL = "Opdigtet Skole ved Åen";
    private static final String LIKE_A_NUMBER = SyntheticCpr.hyphenated(1);

    @Inject
    Clock clock;

    @BeforeEach
    void published() throws SQLException {
        DiscussionRows.clear();
        DiscussionRows.published(2024, 100);
    }

    @AfterEach
    void none() throws SQLException {
        DiscussionRows.clear();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Due.DENMARK);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> opening() {
        return Map.of(
                "edition",
                "2024",
                "dimension",
                "notifier",
                "category",
                "N01",
                "measure",
                "notifications",
                "seen",
                SEEN);
    }

    private Map<String, Object> plan() {
        return Map.of(
                "kind",
                "early_signs",
                "notifier",
                "N01",
                "institution",
                SCHOOL,
                "responsible",
                "Leder af modtagelsen",
                "due",
                today().plusDays(14).toString());
    }

    private static Response post(DemoPerson person, String path, Map<String, Object> body) {
        return Session.of(person).contentType(ContentType.JSON).body(body).post(path);
    }

    private static String opened() {
        Response opened = post(LEADER, PATH, opening());
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        return PATH + "/" + opened.jsonPath().getString("id");
    }

    private String planned(String discussion) {
        Response planned = post(CASEWORKER, discussion + "/actions", plan());
        assertThat(planned.statusCode()).as(planned.asString()).isEqualTo(201);
        return discussion + "/actions/" + planned.jsonPath().getString("actions[0].id") + "/end";
    }

    @Test
    void aFigureIsDiscussedActedOnAndShownBesideTheNextPeriods() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        String discussion = opened();
        String end = planned(discussion);

        assertThat(post(LEADER, end, Map.of("outcome", "done", "day", today().toString()))
                        .statusCode())
                .isEqualTo(201);
        assertThat(post(LEADER, end, Map.of("outcome", "done", "day", today().toString()))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("discussion_action_ended");
        DiscussionRows.published(2025, 120);
        DiscussionRows.published(2026, 160);
        Response read = Session.of(DPO).get(discussion);

        assertThat(read.jsonPath().getInt("shown.figure")).isEqualTo(100);
        assertThat(read.jsonPath().getInt("shown.margin")).isEqualTo(6);
        assertThat(read.jsonPath().getList("later.edition")).containsExactly("2025", "2026");
        assertThat(read.jsonPath().getList("later.change")).containsExactly("within_chance", "higher");
        assertThat(read.jsonPath().getString("actions[0].outcome")).isEqualTo("done");
        assertThat(spy.entries("notification.figure_discussed"))
                .singleElement()
                .asString()
                .contains("\"figure\":100", "\"margin\":6", "measure=notifications;notifier=N01")
                .doesNotContain(SEEN);
        assertThat(spy.entries("notification.figure_action_planned"))
                .singleElement()
                .asString()
                .contains("early_signs", "N01")
                .doesNotContain(SCHOOL);
        assertThat(spy.entries("notification.figure_action_ended")).hasSize(1);
    }

    @ParameterizedTest(name = "{0} writes nothing")
    @EnumSource(
            names = {"TEAM_LEADER", "CASEWORKER_ONE", "CASEWORKER_TWO"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseWrites(DemoPerson person) {
        String discussion = opened();
        String end = planned(discussion);

        assertThat(post(person, PATH, opening()).statusCode()).isEqualTo(403);
        assertThat(post(person, discussion + "/actions", plan()).statusCode()).isEqualTo(403);
        assertThat(post(person, end, Map.of("outcome", "done", "day", today().toString()))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "edition, 2023, figure, discussion_figure_unknown",
        "edition, nonsense, figure, discussion_figure_unknown",
        "dimension, sex, figure, discussion_figure_unknown",
        "category, N99, figure, discussion_figure_unknown",
        "measure, twins, figure, discussion_figure_unknown",
        "seen, kort, seen, text_too_short",
    })
    void aFigureNobodyPublishedIsNotDiscussed(String field, String value, String wrong, String code) {
        Response answer = post(LEADER, PATH, with(opening(), field, value));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(wrong);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "kind, chat, discussion_kind_unknown",
        "notifier, N99, discussion_notifier_unknown",
        "responsible, '', discussion_text_invalid",
        "due, 2020-01-01, discussion_day_invalid",
        "due, 31/12/2030, discussion_day_invalid",
    })
    void whatIsToBeDoneIsToldWhatItLacks(String field, String value, String code) {
        Response answer = post(LEADER, opened() + "/actions", with(plan(), field, value));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
        assertThat(post(LEADER, opened() + "/actions", with(plan(), "kind", "other"))
                        .jsonPath()
                        .getList("errors.code"))
                .containsExactly("discussion_note_missing");
    }

    @Test
    void noTextTakesWhatLooksLikeACprNumber() {
        String discussion = opened();
        String end = planned(discussion);
        String text = "Om barnet " + LIKE_A_NUMBER + " og dets skole";

        assertThat(post(LEADER, PATH, with(opening(), "seen", text)).statusCode())
                .isEqualTo(422);
        for (String field : new String[] {"institution", "note", "responsible"}) {
            Response answer = post(LEADER, discussion + "/actions", with(plan(), field, text));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.asString()).doesNotContain(LIKE_A_NUMBER);
        }
        assertThat(post(LEADER, end, Map.of("outcome", "given_up", "day", today().toString(), "reason", text))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void givingUpNeedsAReasonAndNothingHappenedTomorrow() {
        String end = planned(opened());
        Map<String, Object> given = Map.of("outcome", "given_up", "day", today().toString());

        assertThat(post(LEADER, end, given).jsonPath().getList("errors.field")).containsExactly("reason");
        assertThat(post(
                                LEADER,
                                end,
                                with(
                                        Map.of("outcome", "done"),
                                        "day",
                                        today().plusDays(1).toString()))
                        .jsonPath()
                        .getList("errors.code"))
                .containsExactly("discussion_day_invalid");
        assertThat(post(LEADER, end, with(given, "reason", "Skolen er lukket og findes ikke mere."))
                        .jsonPath()
                        .getString("actions[0].outcome"))
                .isEqualTo("given_up");
    }

    @Test
    void whatIsOverdueIsCountedUntilSomebodyEndsIt() throws SQLException {
        String end = planned(opened());
        DiscussionRows.change("update figure_action set due = '" + today().minusDays(1) + "'");

        assertThat(Session.of(CASEWORKER).get(PATH).jsonPath().getInt("overdue"))
                .isEqualTo(1);
        post(LEADER, end, Map.of("outcome", "done", "day", today().toString()));
        assertThat(Session.of(CASEWORKER).get(PATH).jsonPath().getInt("overdue"))
                .isZero();
    }

    @Test
    void whatDoesNotExistIsNotFoundAndAnActionBelongsToItsDiscussion() {
        String first = opened();
        String end = planned(first).substring(first.length());

        assertThat(Session.of(LEADER).get(PATH + "/nonsense").statusCode()).isEqualTo(404);
        assertThat(post(LEADER, opened() + end, Map.of("outcome", "done", "day", today().toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theApplicationCannotChangeWhatWasWritten() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select bool_or(has_table_privilege('rettidig_app', t, p)) from unnest(array['figure_discussion',"
                                + "'figure_action', 'figure_action_end']) t, unnest(array['update', 'delete']) p")) {
            rows.next();
            assertThat(rows.getBoolean(1)).isFalse();
        }
    }
}
