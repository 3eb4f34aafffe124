package dk.rettidig.gate.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.Gated;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Policies;
import dk.rettidig.gate.Request;
import dk.rettidig.law.PolicySetStore;
import dk.rettidig.law.Purpose;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** The gate in front of real routes, on a real database. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class GateFilterIT {

    @Inject
    PolicySetStore store;

    @Inject
    Policies policies;

    @Inject
    DataSource database;

    /** Routes that exist in this test only. */
    @Path("/test/gate")
    public static class TestRoutes {

        private final Gate gate;

        TestRoutes(Gate gate) {
            this.gate = gate;
        }

        @GET
        @Operation(hidden = true)
        @Path("public")
        @Gated(action = Action.READ_PUBLIC, purpose = Purpose.PUBLIC_ACCOUNT)
        public String open() {
            return "open";
        }

        @GET
        @Operation(hidden = true)
        @Path("ledger")
        @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
        public String ledger() {
            return "entries";
        }

        @GET
        @Operation(hidden = true)
        @Path("forgetful")
        @Gated(action = Action.READ_PUBLIC, purpose = Purpose.PUBLIC_ACCOUNT, decided = Gated.Decided.IN_FEATURE)
        public String forgetful() {
            return "never shown";
        }

        @GET
        @Operation(hidden = true)
        @Path("asking")
        @Gated(action = Action.READ_PUBLIC, purpose = Purpose.PUBLIC_ACCOUNT, decided = Gated.Decided.IN_FEATURE)
        public String asking() {
            gate.demand(
                    Request.plain(new Actor.Public(), Action.READ_PUBLIC, Purpose.PUBLIC_ACCOUNT, Optional.empty()));
            return "asked";
        }
    }

    @Test
    void anybodyReadsWhatIsPublic() {
        given().get("/test/gate/public").then().statusCode(200).body(equalTo("open"));
    }

    @Test
    void nobodyInParticularReadsTheLedger() {
        given().get("/test/gate/ledger")
                .then()
                .statusCode(403)
                .body("code", equalTo("gate_refused"))
                .body("rules.rule", hasItem("default_deny"));
    }

    @Test
    @TestSecurity(user = "demo-raadgiver-1", roles = "caseworker")
    void aPersonWithoutAMunicipalityIsNobodyInParticular() {
        given().get("/test/gate/ledger").then().statusCode(403);
    }

    @Test
    void whoeverLooksAtAPageWithoutHavingSignedInIsLedToTheSignInPage() {
        given().redirects()
                .follow(false)
                .accept("text/html, */*;q=0.1")
                .get("/test/gate/ledger")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in"));
    }

    @Test
    void anAnswerOfARouteThatForgotToAskIsHeldBack() {
        given().get("/test/gate/forgetful").then().statusCode(500).body("code", equalTo("gate_not_asked"));
        given().get("/test/gate/asking").then().statusCode(200).body(equalTo("asked"));
    }

    @Test
    void theWalkFindsRoutesThatDoNotSayWhatTheyAskFor() {
        assertThat(RouteWalk.ungated(TestRoutes.class)).isEmpty();
        assertThat(RouteWalk.ungated(Ungated.class)).containsExactly("Ungated.silent");
    }

    /** Not a bean: only looked at. */
    static final class Ungated {
        @GET
        public String silent() {
            return "";
        }
    }

    @Test
    void theSetInForceIsKeptWholeUnderItsDigest() {
        assertThat(store.find(policies.digest())).contains(policies.set());
    }

    @Test
    void aKeptSetCannotBeChangedOrRemoved() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Assertions.assertThatThrownBy(() -> statement.executeUpdate("update policy_set set path = 'x'"))
                    .isInstanceOf(SQLException.class);
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Assertions.assertThatThrownBy(() -> statement.executeUpdate("delete from policy_set"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
