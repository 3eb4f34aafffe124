package dk.rettidig.oversight;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.flag.FlagId;
import dk.rettidig.testing.Session;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Map;

/** What people of the demonstration ask over HTTP. */
final class Requests {

    static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    static final DemoPerson TWO = DemoPerson.CASEWORKER_TWO;
    static final DemoPerson LEADER = DemoPerson.TEAM_LEADER;
    static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;
    static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";

    private Requests() {}

    static String address(FlagId flag) {
        return "/api/v1/flags/" + flag;
    }

    static Response get(DemoPerson person, String path) {
        return Session.of(person).get(path);
    }

    static Response page(DemoPerson person, String path) {
        return RestAssured.given()
                .accept("text/html")
                .cookies(Session.cookies(person))
                .get(path);
    }

    static Response post(DemoPerson person, String path, Map<String, ?> body) {
        return Session.of(person).contentType("application/json").body(body).post(path);
    }

    /** The same about what was read with this answer. */
    static Response post(DemoPerson person, String path, Map<String, ?> body, Response read) {
        return Session.of(person)
                .contentType("application/json")
                .header("If-Match", read.header("ETag"))
                .body(body)
                .post(path);
    }

    static Response seal(DemoPerson person, FlagId flag) {
        return post(person, address(flag) + "/own-view", Map.of("choice", "in_doubt", "justification", WHY));
    }
}
