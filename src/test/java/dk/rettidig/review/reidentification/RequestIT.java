package dk.rettidig.review.reidentification;

import static dk.rettidig.review.reidentification.WayBack.LEADER;
import static dk.rettidig.review.reidentification.WayBack.ONE;
import static dk.rettidig.review.reidentification.WayBack.TWO;
import static dk.rettidig.review.reidentification.WayBack.WHY;
import static dk.rettidig.review.reidentification.WayBack.approved;
import static dk.rettidig.review.reidentification.WayBack.ask;
import static dk.rettidig.review.reidentification.WayBack.asked;
import static dk.rettidig.review.reidentification.WayBack.code;
import static dk.rettidig.review.reidentification.WayBack.read;
import static dk.rettidig.review.reidentification.WayBack.state;
import static dk.rettidig.review.reidentification.WayBack.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.law.Retained;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From a caseworker's request to a second person's decision, and who stands in for the team leader. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RequestIT {

    private static final String SUBSTITUTES = "/api/v1/reidentification-substitutes";

    @Inject
    Lapses lapses;

    @Inject
    @Any
    Instance<Retained> retained;

    @AfterEach
    void nobodyStandsIn() throws SQLException {
        WayBack.change("delete from reidentification_substitute");
    }

    @Test
    void goesFromRequestOverApprovalToATicketForOnePseudonym() throws SQLException {
        // Given
        FlagId flag = read();
        LedgerSpy spy = LedgerSpy.now();

        // When
        Response request = ask(ONE, flag);
        String id = request.path("id");
        Response seen = Session.of(LEADER).get("/api/v1/reidentifications/" + id);
        step(LEADER, id, "approval").then().statusCode(200);
        Response ticket = step(ONE, id, "ticket");

        // Then
        request.then().statusCode(201);
        assertThat(seen.jsonPath().getString("requested_by")).isEqualTo("demo-raadgiver-1");
        assertThat(seen.asString())
                .contains("\"purpose\":\"child_support\"", WayBack.CASE, WHY, "\"as_of\"")
                .doesNotContain("pseudonym", "probability", "strength", "0.3");
        assertThat(ticket.statusCode()).isEqualTo(200);
        assertThat(ticket.header("Cache-Control")).isEqualTo("no-store");
        assertThat(ticket.<String>path("ticket").split("\\.")).hasSize(3);
        for (String type : List.of("requested", "approved", "ticket_issued")) {
            assertThat(spy.entries("reidentification." + type))
                    .as(type)
                    .singleElement(STRING)
                    .contains(id)
                    .doesNotContain(WayBack.CASE, WHY, "demo-");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DemoPerson.class,
            names = {"TEAM_LEADER", "DATA_PROTECTION_OFFICER", "DATA_TEAM"})
    void onlyACaseworkerAsks(DemoPerson person) {
        assertThat(code(ask(person, read()))).isEqualTo("403 gate_refused");
    }

    @Test
    void asksOnlyAboutAFlagThatTheCaseworkerHasRead() {
        FlagId flag = read();
        FlagId unread = WayBack.unread();

        assertThat(code(ask(TWO, flag))).isEqualTo("409 reidentification_flag_not_opened");
        assertThat(code(ask(ONE, unread))).isEqualTo("409 reidentification_flag_not_opened");
    }

    @Test
    void aFlagOfAnotherMunicipalityIsOneThatDoesNotExist() {
        FlagId elsewhere = RaisedFlags.raise(new MunicipalityCode("101"), Instant.parse("2036-12-20T06:00:00Z"), 0.3)
                .getFirst();

        assertThat(code(ask(ONE, elsewhere))).isEqualTo("404 not_found");
        assertThat(code(ask(ONE, new FlagId(UUID.randomUUID())))).isEqualTo("404 not_found");
    }

    @Test
    void anExpiredWithdrawnOrErasedFlagLeadsToNobody() throws SQLException {
        FlagId withdrawn = read();
        WayBack.change("update flag set state = 'withdrawn' where id = ?", withdrawn.value());
        FlagId erased = read();
        WayBack.change("update flag set pseudonym = null, erased_at = now() where id = ?", erased.value());
        FlagId whileWaiting = read();
        String id = asked(whileWaiting);
        WayBack.change("update flag set state = 'withdrawn' where id = ?", whileWaiting.value());

        assertThat(code(ask(ONE, withdrawn))).isEqualTo("410 review_flag_gone");
        assertThat(code(ask(ONE, erased))).isEqualTo("410 review_flag_gone");
        assertThat(code(step(LEADER, id, "approval"))).isEqualTo("410 review_flag_gone");
    }

    @ParameterizedTest
    @CsvSource({
        "case_reference, x, journal_number_invalid",
        "case_reference, 310299-9876, text_has_cpr",
        "purpose, supervision, review_purpose_other",
        "purpose, '', review_purpose_other",
        "justification, for kort, text_too_short",
        "justification, Barnet er 310299-9876 siger skolen, text_has_cpr"
    })
    void saysWhichFieldCannotBeUsed(String field, String text, String code) {
        Response answer = ask(ONE, read(), Map.of(field, text));

        assertThat(code(answer)).isEqualTo("422 review_input_invalid");
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
        assertThat(answer.asString()).doesNotContain("9876");
    }

    @Test
    void oneRequestAtATimeForEachFlagAndCaseworker() {
        FlagId flag = read();
        WayBack.open(TWO, flag);
        String first = asked(flag);

        assertThat(code(ask(ONE, flag))).isEqualTo("409 reidentification_open_already");
        assertThat(ask(TWO, flag).statusCode()).isEqualTo(201);
        step(ONE, first, "withdrawal").then().statusCode(200);
        assertThat(ask(ONE, flag).statusCode()).isEqualTo(201);
    }

    @Test
    void theOneWhoAskedNeverDecidesNotEvenAsSubstitute() {
        String id = asked(read());

        assertThat(code(step(ONE, id, "approval"))).isEqualTo("403 gate_refused");
        name("demo-raadgiver-1", 0, 10);
        Response as = step(ONE, id, "approval");
        assertThat(as.asString()).contains("reidentification_without_a_second_person");
        assertThat(step(ONE, id, "decline").statusCode()).isEqualTo(403);
        assertThat(state(id)).isEqualTo("requested");
    }

    @Test
    void aColleagueDecidesOnlyAsTheSubstituteOfTheDay() {
        String id = asked(read());

        assertThat(step(TWO, id, "approval").statusCode()).isEqualTo(403);
        assertThat(Session.of(TWO).get("/api/v1/reidentifications/" + id).statusCode())
                .isEqualTo(404);
        name("demo-raadgiver-2", 3, 10);
        assertThat(step(TWO, id, "approval").statusCode()).isEqualTo(403);
        name("demo-raadgiver-2", 0, 29);
        assertThat(Session.of(TWO).get("/api/v1/reidentifications/" + id).statusCode())
                .isEqualTo(200);
        step(TWO, id, "approval").then().statusCode(200);
        assertThat(state(id)).isEqualTo("approved");
    }

    @Test
    void aSubstituteWhoseTimeEndedDecidesNothing() throws SQLException {
        String id = asked(read());
        name("demo-raadgiver-2", 0, 5);
        WayBack.change("update reidentification_substitute set from_day = from_day - 9, to_day = to_day - 9");

        assertThat(step(TWO, id, "approval").statusCode()).isEqualTo(403);
        name("demo-raadgiver-2", 0, 5);
        WayBack.post(LEADER, SUBSTITUTES + "/end", Map.of()).then().statusCode(200);
        assertThat(step(TWO, id, "approval").statusCode()).isEqualTo(403);
        assertThat(code(WayBack.post(LEADER, SUBSTITUTES + "/end", Map.of())))
                .isEqualTo("409 reidentification_substitute_none");
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "-1, 5", "91, 95", "5, 4"})
    void aSubstituteIsNamedForThirtyDaysAtMostFromTodayOn(int from, int to) {
        Response answer = naming("demo-raadgiver-2", from, to);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("review_period_invalid");
    }

    @Test
    void onlyATeamLeaderNamesASubstitute() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();

        for (DemoPerson person : List.of(ONE, DemoPerson.DATA_PROTECTION_OFFICER, DemoPerson.DATA_TEAM)) {
            assertThat(WayBack.post(person, SUBSTITUTES, days("demo-raadgiver-2", 0, 1))
                            .statusCode())
                    .isEqualTo(403);
        }
        name("demo-raadgiver-2", 0, 1);
        assertThat(spy.entries("reidentification.substitute_named"))
                .singleElement(STRING)
                .doesNotContain("demo-raadgiver-2");
        assertThat(Session.of(ONE).get(SUBSTITUTES).jsonPath().getList("name")).containsExactly("demo-raadgiver-2");
    }

    @Test
    void decliningNeedsAReasonAndTheCaseworkerIsShownIt() {
        String id = asked(read());

        Response without =
                WayBack.post(LEADER, "/api/v1/reidentifications/" + id + "/decline", Map.of("because", "nej"));
        assertThat(code(without)).isEqualTo("422 review_input_invalid");
        step(LEADER, id, "decline").then().statusCode(200);
        assertThat(Session.of(ONE)
                        .get("/api/v1/reidentifications/" + id)
                        .jsonPath()
                        .getString("declined_because"))
                .isEqualTo(WHY);
        assertThat(code(step(LEADER, id, "approval"))).isEqualTo("409 reidentification_out_of_turn");
        assertThat(code(step(ONE, id, "ticket"))).isEqualTo("409 reidentification_out_of_turn");
    }

    @Test
    void noTicketBeforeTheApprovalAndNoneForAnybodyElse() {
        String id = asked(read());

        assertThat(code(step(ONE, id, "ticket"))).isEqualTo("409 reidentification_out_of_turn");
        step(LEADER, id, "approval").then().statusCode(200);
        assertThat(code(step(TWO, id, "ticket"))).isEqualTo("404 not_found");
        assertThat(code(step(LEADER, id, "ticket"))).isEqualTo("403 gate_refused");
        assertThat(code(step(TWO, id, "withdrawal"))).isEqualTo("404 not_found");
        step(ONE, id, "ticket").then().statusCode(200);
    }

    @Test
    void whatWaitedAWeekOrStoodADayHasLapsed() throws SQLException {
        String waiting = asked(read());
        String standing = approved(read());
        WayBack.change(
                "update reidentification set requested_at = now() - interval '7 days' where id = ?::uuid", waiting);
        WayBack.change("update reidentification set approved_until = now() where id = ?::uuid", standing);

        assertThat(List.of(state(waiting), state(standing))).containsOnly("lapsed");
        assertThat(code(step(LEADER, waiting, "approval"))).isEqualTo("410 reidentification_lapsed");
        assertThat(code(step(ONE, standing, "ticket"))).isEqualTo("410 reidentification_lapsed");
        LedgerSpy spy = LedgerSpy.now();
        lapses.note(MunicipalityCode.SYNTHETIC);
        assertThat(spy.entries("reidentification.lapsed")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(List.of(state(waiting), state(standing))).containsOnly("lapsed");
    }

    @Test
    void aLapsedRequestDoesNotStandInTheWayOfANewOne() throws SQLException {
        FlagId flag = read();
        WayBack.change(
                "update reidentification set requested_at = now() - interval '8 days' where id = ?::uuid", asked(flag));

        assertThat(ask(ONE, flag).statusCode()).isEqualTo(201);
    }

    @Test
    void whatIsRefusedIsOnTheRecord() throws SQLException {
        FlagId flag = read();
        LedgerSpy spy = LedgerSpy.now();

        ask(TWO, flag);
        String id = asked(flag);
        ask(ONE, flag);
        step(ONE, id, "approval");
        step(LEADER, id, "approval");
        step(LEADER, id, "approval");

        assertThat(spy.entries("reidentification.refused"))
                .hasSize(3)
                .allMatch(entry -> !entry.contains(WayBack.CASE))
                .anyMatch(entry -> entry.contains("reidentification_flag_not_opened"))
                .anyMatch(entry -> entry.contains("reidentification_open_already"))
                .anyMatch(entry -> entry.contains("reidentification_out_of_turn"));
        assertThat(spy.refusals("caseworker")).isEqualTo(1);
    }

    @Test
    void whatTheFlagLosesTheRequestLosesToo() throws SQLException {
        FlagId flag = read();
        String id = asked(flag);
        WayBack.change("update flag set pseudonym = null, erased_at = now() where id = ?", flag.value());

        lapses.eraseDue(Instant.now());
        retained.stream()
                .filter(each -> each.retentionClass().equals("own_view"))
                .forEach(each -> each.eraseDue(Instant.now()));

        assertThat(Session.of(LEADER).get("/api/v1/reidentifications/" + id).statusCode())
                .isEqualTo(404);
    }

    private static void name(String person, int from, int to) {
        naming(person, from, to).then().statusCode(201);
    }

    private static Response naming(String person, int from, int to) {
        return WayBack.post(LEADER, SUBSTITUTES, days(person, from, to));
    }

    private static Map<String, String> days(String person, int from, int to) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Copenhagen"));
        return Map.of(
                "name",
                person,
                "from",
                today.plusDays(from).toString(),
                "to",
                today.plusDays(to).toString());
    }
}
