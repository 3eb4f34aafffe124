package dk.rettidig.feed.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator belongs to no municipality, names one, and sees whether its deliveries went well, never what was in them. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class OperatorReadsIT {

    private static final String DELIVERIES = "/api/v1/deliveries";

    @BeforeEach
    void sendBytesAsTheyAre() {
        Sender.sendBytesAsTheyAre();
    }

    @Test
    @TestSecurity(user = "operator", roles = "operator")
    void namesAMunicipalityAndSeesHowItsDeliveriesWent() throws Exception {
        Sender school = Sender.school();
        String delivery = school.send(school.row(1, "\"value\":0.1") + school.row(2, "\"value\":7"))
                .jsonPath()
                .getString("delivery_id");

        Response page = get(DELIVERIES + "?municipality=999");
        page.then().statusCode(200).body("delivery_id", hasItem(delivery));
        assertThat(page.header("Link")).contains("municipality=999");
        get(DELIVERIES + "/" + delivery + "?municipality=999")
                .then()
                .statusCode(200)
                .body("rows.quarantined", equalTo(1));
        get("/api/v1/feeds?municipality=999").then().statusCode(200).body("id", hasItem(school.feed));
        get("/api/v1/feeds/" + school.feed + "?municipality=999").then().statusCode(200);
        get("/api/v1/registries/" + school.registry + "/keys?municipality=999")
                .then()
                .statusCode(200)
                .body("registry", hasItem(school.registry));

        get(DELIVERIES + "?municipality=101").then().statusCode(200).body("delivery_id", not(hasItem(delivery)));
        get(DELIVERIES + "/" + delivery + "?municipality=101").then().statusCode(404);
        get("/api/v1/feeds/" + school.feed + "?municipality=101").then().statusCode(404);
        get(DELIVERIES + "/" + delivery + "/quarantine").then().statusCode(403);
        get("/api/v1/scope/bands").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "operator", roles = "operator")
    void whoNamesNoneOrNoneThatCanBeIsToldWhatToDo() {
        for (String path : new String[] {DELIVERIES, DELIVERIES + "?municipality=9", "/api/v1/feeds?municipality=x"}) {
            get(path).then().statusCode(400).body("code", equalTo("feed_municipality_needed"));
        }
    }

    @Test
    @TestSecurity(
            user = "data",
            roles = "data_team_person",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void peopleOfAMunicipalityReadNoOther() throws Exception {
        LedgerSpy spy = LedgerSpy.now();

        get(DELIVERIES + "?municipality=999").then().statusCode(200);
        get(DELIVERIES).then().statusCode(200);
        get(DELIVERIES + "?municipality=101").then().statusCode(403).body("rules.rule", hasItem("other_municipality"));
        get("/api/v1/feeds?municipality=101").then().statusCode(403);

        assertThat(spy.refusals("data_team_person")).isEqualTo(2);
    }

    private static Response get(String path) {
        return RestAssured.given().accept("application/json").get(path);
    }
}
