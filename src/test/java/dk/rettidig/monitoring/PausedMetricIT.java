package dk.rettidig.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metric counts the pauses that stand, and nothing of which municipality or model. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class PausedMetricIT {

    private static final Pattern LINE = Pattern.compile("(?m)^rettidig_monitoring_paused(\\{[^}]*})? (\\S+)$");

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    PausedModels paused;

    @BeforeEach
    @AfterEach
    void nothingIsPaused() throws SQLException {
        ConcludedRows.change("truncate monitoring_run, monitoring_figure, monitoring_pause, model_withdrawal");
    }

    private double shown() {
        paused.count();
        String text = RestAssured.get(metrics).asString();
        Matcher line = LINE.matcher(text);
        assertThat(line.find()).as("rettidig_monitoring_paused is on the route").isTrue();
        assertThat(String.valueOf(line.group(1))).doesNotContain("999", "scorecard");
        return Double.parseDouble(line.group(2));
    }

    private static UUID pause(String model) throws SQLException {
        UUID id = UUID.randomUUID();
        ConcludedRows.change(
                "insert into monitoring_pause (id, municipality, model_name, model_version, measure, source, indicator, figure,"
                        + " limit_value, paused_at) values (?, 999, ?, '1.0.0', 'concluded_calibration', '', '', 0.2, 0.1, now())",
                id,
                model);
        return id;
    }

    @Test
    void eachStandingPauseCountsAndAResumedOneNoLonger() throws SQLException {
        assertThat(shown()).isZero();
        UUID first = pause("scorecard");
        assertThat(shown()).isEqualTo(1);
        pause("another");
        assertThat(shown()).isEqualTo(2);

        Session.of(DemoPerson.TEAM_LEADER)
                .contentType(ContentType.JSON)
                .body(Map.of("because", "Skolens udtræk blev lavet om; vi har set på tallene sammen."))
                .post("/api/v1/monitoring/pauses/" + first + "/resume")
                .then()
                .statusCode(200);

        assertThat(shown()).isEqualTo(1);
    }
}
