package dk.rettidig.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ServiceIT {

    @Test
    void answersAnUnknownPathWithAProblemAndACorrelationId() {
        RestAssured.given()
                .accept("application/json")
                .get("/api/v1/nothing-here")
                .then()
                .statusCode(404);
    }

    @Test
    void runsOnARealDatabaseThatSurvivesCrashes() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                ResultSet fsync = connection.createStatement().executeQuery("show fsync")) {
            assertThat(fsync.next()).isTrue();
            assertThat(fsync.getString(1)).isEqualTo("on");
        }
    }
}
