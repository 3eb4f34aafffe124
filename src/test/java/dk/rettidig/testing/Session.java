package dk.rettidig.testing;

import dk.rettidig.access.DemoPerson;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Requests of a person of the demonstration who signed in. */
public final class Session {

    private static final String COOKIE = "rettidig-session";

    private Session() {}

    /** A request by the person, as a program sends it. */
    public static RequestSpecification of(DemoPerson person) {
        return RestAssured.given().accept("application/json").cookies(cookies(person));
    }

    /** The cookies of a session of the person. */
    public static Map<String, String> cookies(DemoPerson person) {
        String session = RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("j_username", person.username())
                .formParam("j_password", "test-password")
                .post("/j_security_check")
                .cookie(COOKIE);
        return Map.of(COOKIE, session);
    }
}
