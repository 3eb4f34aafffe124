package dk.rettidig.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The municipality's guidelines, who owns them and what is missing, over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class GuidelineIT {

    private static final DemoPerson LEADER = DemoPerson.TEAM_LEADER;
    private static final DemoPerson CASEWORKER = DemoPerson.CASEWORKER_ONE;
    private static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;
    private static final String PATH = "/api/v1/guidelines";
    private static final String POINTS = "/api/v1/guideline-points";
    private static final String TITLE = "Opdigtet retningslinje om tidlige tegn";
    private static final String WHY = "Modtagelsen har fået en ny arbejdsgang i efteråret.";

    private static final String LIKE_A_NUMBER = SyntheticCpr.hyphenated(1);

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        GuidelineRows.clear();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Due.DENMARK);
    }

    private Map<String, Object> written(Object... changes) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "title", TITLE,
                "points", List.of("early_signs", "duty_to_notify"),
                "owner", "Leder af modtagelsen",
                "edition", "1.2",
                "kept", "https://example.invalid/retningslinjer/7",
                "in_force_from", "2026-01-01",
                "review_by", today().plusDays(30).toString(),
                "state", "in_force",
                "because", WHY));
        for (int i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return body;
    }

    private static RequestSpecification json(DemoPerson person) {
        return Session.of(person).contentType(ContentType.JSON);
    }

    private static Response register(Map<String, Object> body) {
        return json(LEADER).body(body).post(PATH);
    }

    private String registered(Object... changes) {
        Response answer = register(written(changes));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    private static Response change(String id, String tag, Map<String, Object> body) {
        return json(LEADER).header("If-Match", tag).body(body).post(PATH + "/" + id + "/versions");
    }

    private static Response answer(String point, String tag, Map<String, ?> body) {
        return json(LEADER).header("If-Match", tag).body(body).post(POINTS + "/" + point + "/self-check");
    }

    private static Response read(DemoPerson person, String path) {
        return Session.of(person).get(path);
    }

    private static List<String> wrongFields(Response answer) {
        return answer.jsonPath().<Map<String, String>>getList("errors").stream()
                .map(each -> each.get("field") + " " + each.get("code"))
                .toList();
    }

    private static int missing(String kind) {
        Response summary = read(LEADER, PATH + "/summary");
        assertThat(summary.statusCode()).as(summary.asString()).isEqualTo(200);
        return summary.path("missing.find { it.kind == '" + kind + "' }.count");
    }

    @Test
    void aGuidelineIsRegisteredReadByEverybodyConcernedAndEnteredWithoutItsWords() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();

        String id = registered();

        for (DemoPerson reader : List.of(LEADER, CASEWORKER, DPO)) {
            Response one = read(reader, PATH + "/" + id);
            assertThat(one.statusCode()).isEqualTo(200);
            assertThat(one.header("ETag")).isEqualTo("\"1\"");
            assertThat(one.<String>path("current.title")).isEqualTo(TITLE);
            assertThat(one.<List<String>>path("current.points")).containsExactly("early_signs", "duty_to_notify");
        }
        assertThat(read(DPO, PATH).<List<String>>path("guidelines.id")).containsExactly(id);
        assertThat(spy.entries("guideline.changed"))
                .singleElement()
                .asString()
                .contains(id, "\"in_force\"", "early_signs")
                .doesNotContain(TITLE, WHY, "Leder af", "example.invalid", LEADER.username());
        assertThat(spy.entries("gate.permitted", "data_protection_officer")).isEqualTo(2);
    }

    @Test
    void aChangeIsAVersionWithAReasonAndTheOneBeforeStaysAsItWas() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        String id = registered();

        Response changed = change(id, "\"1\"", written("edition", "2.0", "owner", "", "state", "draft"));

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(201);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.<List<Integer>>path("versions.version")).containsExactly(2, 1);
        assertThat(changed.<List<String>>path("versions.edition")).containsExactly("2.0", "1.2");
        assertThat(changed.<List<String>>path("versions.owner")).containsExactly(null, "Leder af modtagelsen");
        assertThat(spy.entries("guideline.changed")).hasSize(2);
        assertThat(missing("owner_missing")).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfLetsNothingBeOverwritten() throws SQLException {
        registered();
        for (String statement : List.of(
                "update guideline_version set title = 'en anden titel'",
                "delete from guideline_version",
                "update guideline_answer set answer = 'no'",
                "delete from guideline_answer")) {
            try (Connection connection = RealDatabase.database().superuser();
                    Statement run = connection.createStatement()) {
                run.execute("set role rettidig_app");
                assertThatThrownBy(() -> run.execute(statement))
                        .as(statement)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void whoeverReadAnOlderVersionOrNoneCannotChange() {
        String id = registered();
        change(id, "\"1\"", written("edition", "2.0"));

        assertThat(change(id, "\"1\"", written("edition", "3.0")).statusCode()).isEqualTo(412);
        assertThat(change(id, "none of ours", written()).statusCode()).isEqualTo(412);
        Response without = json(LEADER).body(written()).post(PATH + "/" + id + "/versions");
        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(without.<String>path("code")).isEqualTo("guideline_precondition_required");
        assertThat(read(LEADER, PATH + "/" + id).<List<Integer>>path("versions.version"))
                .hasSize(2);
    }

    @Test
    void aTitleThatStandsThereAlreadyIsADuplicateHoweverItIsWritten() {
        registered();
        String other = registered("title", "En anden opdigtet retningslinje");

        for (String same : List.of(TITLE, TITLE.toUpperCase(Locale.ROOT), TITLE.replace(" ", "  "))) {
            Response answer = register(written("title", same));
            assertThat(answer.statusCode()).as(same).isEqualTo(409);
            assertThat(answer.<String>path("code")).isEqualTo("guideline_duplicate");
        }
        assertThat(change(other, "\"1\"", written("title", TITLE)).statusCode()).isEqualTo(409);
        assertThat(read(LEADER, PATH).<List<String>>path("guidelines.id")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // field | what is sent | what is wrong
                "title | Kort | title guideline_title_invalid",
                "owner | navn@example.invalid | owner guideline_owner_invalid",
                "edition | '' | edition guideline_edition_invalid",
                "kept | x | kept guideline_kept_invalid",
                "state | gældende | state guideline_state_unknown",
                "in_force_from | '' | in_force_from guideline_from_missing",
                "in_force_from | 2026-02-30 | in_force_from guideline_day_invalid",
                "in_force_from | 1926-02-01 | in_force_from guideline_day_invalid",
                "review_by | i morgen | review_by guideline_day_invalid",
                "review_by | 2025-12-31 | review_by guideline_review_before_force",
                "because | for kort | because text_too_short"
            })
    void whatCannotBeUsedIsNamedAndNothingIsStored(String field, String sent, String wrong) {
        Response answer = register(written(field, sent));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("code")).isEqualTo("guideline_input_invalid");
        assertThat(wrongFields(answer)).containsExactly(wrong);
        assertThat(read(LEADER, PATH).<List<String>>path("guidelines.id")).isEmpty();
    }

    @Test
    void theReviewDayCanBeTheDayItIsInForceFrom() {
        registered("in_force_from", "2026-05-01", "review_by", "2026-05-01");

        assertThat(missing("review_overdue")).isEqualTo(1);
    }

    @Test
    void aPointThatNobodyWroteAndNoPointAtAllAreRefused() {
        for (List<String> points : List.of(List.of("early_signs", "no_such_point"), List.<String>of(), List.of(""))) {
            assertThat(wrongFields(register(written("points", points))))
                    .containsExactly("points guideline_point_unknown");
        }
        assertThat(answer("no_such_point", "\"0\"", Map.of("answer", "no")).statusCode())
                .isEqualTo(404);
        assertThat(read(LEADER, POINTS + "/no_such_point").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "owner", "edition", "kept", "because"})
    void aNumberLikeThatOfAPersonIsRefusedInEachFieldAndNotRepeated(String field) {
        Response answer = register(written(field, "Skrevet om et opdigtet barn " + LIKE_A_NUMBER));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(wrongFields(answer)).containsExactly(field + " text_has_cpr");
        assertThat(answer.asString()).doesNotContain(LIKE_A_NUMBER);
    }

    @Test
    void hostileTextIsRefusedOrShownAsTheTextItIs() {
        String script = "<script>alert(1)</script> & \"retningslinje\"";
        String id = registered("title", script, "kept", "javascript:alert(document.cookie)");

        assertThat(read(LEADER, PATH + "/" + id).<String>path("current.title")).isEqualTo(script);
        for (String page : List.of("/guidelines", "/guidelines/" + id, "/guidelines/points/early_signs")) {
            String html = Session.of(LEADER).accept("text/html").get(page).asString();
            assertThat(html).as(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
            assertThat(html).doesNotContain("href=\"javascript:");
        }
        for (String unseen : List.of("En\u0000titel her", "En\u202etitel her", "En titel\nher", "En titel\u200b her")) {
            assertThat(wrongFields(register(written("title", unseen))))
                    .containsExactly("title guideline_title_invalid");
        }
    }

    @Test
    void onlyTheTeamLeaderWritesAndWhoHasNoBusinessDoesNotEvenRead() throws SQLException {
        String id = registered();
        LedgerSpy spy = LedgerSpy.now();

        for (DemoPerson person : List.of(CASEWORKER, DPO, DemoPerson.DATA_TEAM)) {
            assertThat(json(person).body(written()).post(PATH).statusCode()).isEqualTo(403);
            assertThat(json(person)
                            .header("If-Match", "\"1\"")
                            .body(written())
                            .post(PATH + "/" + id + "/versions")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(json(person)
                            .header("If-Match", "\"0\"")
                            .body(Map.of("answer", "no"))
                            .post(POINTS + "/early_signs/self-check")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(read(DemoPerson.DATA_TEAM, PATH).statusCode()).isEqualTo(403);
        assertThat(spy.entries("gate.refused")).hasSize(10);
        assertThat(spy.entries("guideline.changed")).isEmpty();
    }

    @Test
    void anotherMunicipalitysGuidelinesAreNotThere() throws SQLException {
        GuidelineRows.change(
                "insert into guideline_version (municipality, guideline, version, title, points, owner, edition, kept, state,"
                        + " because, changed_at) values (101, '00000000-0000-4000-8000-000000000101', 1, '" + TITLE
                        + "', 'early_signs', 'Andres', '1', 'Mappe 1', 'draft', 'Opdigtet anden kommune.', now());"
                        + " insert into guideline_answer (municipality, point, number, answer, remark, checked_at) values"
                        + " (101, 'early_signs', 1, 'no', 'Opdigtet anden kommune.', now())");
        String elsewhere = "00000000-0000-4000-8000-000000000101";

        assertThat(read(LEADER, PATH + "/" + elsewhere).statusCode()).isEqualTo(404);
        assertThat(change(elsewhere, "\"1\"", written()).statusCode()).isEqualTo(404);
        assertThat(read(LEADER, PATH).<List<String>>path("guidelines")).isEmpty();
        assertThat(read(LEADER, POINTS + "/early_signs").<List<String>>path("answers"))
                .isEmpty();
        registered();
        Response refers = answer("early_signs", "\"0\"", Map.of("answer", "yes", "guideline", elsewhere));
        assertThat(wrongFields(refers)).containsExactly("guideline guideline_reference_invalid");
    }

    @Test
    void aYesRefersToAGuidelineThatCoversThePointAndStandsBesideTheAnswersBefore() throws SQLException {
        String id = registered();
        LedgerSpy spy = LedgerSpy.now();
        String day = today().plusDays(60).toString();

        Response no = answer(
                "early_signs",
                "\"0\"",
                Map.of("answer", "no", "remark", "Tegnene står der ikke endnu.", "improve_by", day));
        Response yes = answer("early_signs", "\"1\"", Map.of("answer", "yes", "guideline", id));

        assertThat(no.statusCode()).as(no.asString()).isEqualTo(201);
        assertThat(yes.statusCode()).as(yes.asString()).isEqualTo(201);
        assertThat(yes.header("ETag")).isEqualTo("\"2\"");
        assertThat(yes.<List<String>>path("answers.answer")).containsExactly("yes", "no");
        assertThat(spy.entries("guideline.self_checked"))
                .hasSize(2)
                .noneMatch(entry -> entry.contains("Tegnene") || entry.contains(LEADER.username()));
        Response summary = read(DPO, PATH + "/summary");
        assertThat(summary.<Integer>path("points.yes")).isEqualTo(1);
        assertThat(summary.<Integer>path("points.covered")).isEqualTo(2);
    }

    @Test
    void answersThatDoNotHoldTogetherAreRefusedFieldByField() {
        String id = registered();
        String elsewhere = registered("title", "En opdigtet om screening", "points", List.of("screening_decision"));
        String yesterday = today().minusDays(1).toString();
        String remark = "Der mangler noget om natten og i weekenden.";

        assertThat(wrongFields(answer("early_signs", "\"0\"", Map.of())))
                .containsExactly("answer guideline_answer_unknown", "remark text_too_short");
        assertThat(wrongFields(answer("early_signs", "\"0\"", Map.of("answer", "yes"))))
                .containsExactly("guideline guideline_reference_invalid");
        assertThat(wrongFields(answer("early_signs", "\"0\"", Map.of("answer", "yes", "guideline", elsewhere))))
                .containsExactly("guideline guideline_reference_invalid");
        assertThat(wrongFields(answer("early_signs", "\"0\"", Map.of("answer", "no", "remark", "kort"))))
                .containsExactly("remark text_too_short");
        assertThat(wrongFields(answer(
                        "early_signs", "\"0\"", Map.of("answer", "no", "remark", remark, "improve_by", yesterday))))
                .containsExactly("improve_by guideline_improvement_invalid");
        assertThat(wrongFields(answer(
                        "early_signs",
                        "\"0\"",
                        Map.of("answer", "yes", "guideline", id, "improve_by", today().toString()))))
                .containsExactly("improve_by guideline_improvement_invalid");
        assertThat(wrongFields(
                        answer("early_signs", "\"0\"", Map.of("answer", "no", "remark", remark + " " + LIKE_A_NUMBER))))
                .containsExactly("remark text_has_cpr");
        Map<String, String> fits = Map.of("answer", "partly", "remark", remark);
        assertThat(answer("early_signs", "\"1\"", fits).statusCode()).isEqualTo(412);
        assertThat(json(LEADER)
                        .body(fits)
                        .post(POINTS + "/early_signs/self-check")
                        .statusCode())
                .isEqualTo(428);
        assertThat(read(LEADER, POINTS + "/early_signs").<List<String>>path("answers"))
                .isEmpty();
    }

    @Test
    void whatIsMissingShowsInTheSummaryAndGoesAwayWhenItIsThere() throws SQLException {
        int points = read(LEADER, PATH + "/summary").path("points.all");
        assertThat(missing("point_without_guideline")).isEqualTo(points);
        assertThat(missing("never_checked")).isEqualTo(points);

        String id = registered("owner", "", "review_by", "2026-02-01");
        answer("early_signs", "\"0\"", Map.of("answer", "partly", "remark", "Kun skolerne er nævnt, ikke dagtilbud."));
        answer("duty_to_notify", "\"0\"", Map.of("answer", "yes", "guideline", id));

        assertThat(missing("point_without_guideline")).isEqualTo(points - 2);
        assertThat(missing("never_checked")).isEqualTo(points - 2);
        assertThat(missing("owner_missing")).isEqualTo(1);
        assertThat(missing("review_overdue")).isEqualTo(1);
        assertThat(missing("improvement_missing")).isEqualTo(1);
        assertThat(missing("check_old")).isZero();

        GuidelineRows.older(13);
        assertThat(missing("check_old")).isEqualTo(2);
        assertThat(read(LEADER, POINTS).<Boolean>path("stages[0].points.find { it.point.id == 'early_signs' }.old"))
                .isTrue();

        change(id, "\"1\"", written("state", "retired"));
        assertThat(missing("reference_lapsed")).isEqualTo(1);
        assertThat(missing("owner_missing")).isZero();
        assertThat(missing("point_without_guideline")).isEqualTo(points);
    }
}
