package dk.rettidig.feed.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A notification register delivers how screenings ended: the same path as all rows, and kept of nobody out of scope. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ConclusionFeedIT {

    private static final int IN_SCOPE = 4015;
    private static final int OUT_OF_SCOPE = 4016;

    private Sender register;

    @BeforeEach
    void oneChildIsInScope() throws SQLException {
        Sender.sendBytesAsTheyAre();
        change("delete from conclusion");
        change("delete from scope");
        Sender.notifications().send(Sender.scopeRow(IN_SCOPE, "\"value\":1"));
        register = Sender.conclusions();
    }

    @Test
    void keepsConclusionsOfChildrenInScopeAndAnswersAlikeAboutOthers() throws SQLException {
        Response in = register.send(Sender.concludedRow(IN_SCOPE, Sender.today(), "\"value\":1"));
        Response out = register.send(Sender.concludedRow(OUT_OF_SCOPE, Sender.today(), "\"value\":1"));

        assertThat(in.statusCode()).as(in.asString()).isEqualTo(200);
        assertThat(out.jsonPath().getMap("rows")).isEqualTo(in.jsonPath().getMap("rows"));
        assertThat(kept(IN_SCOPE, "need")).isEqualTo(1);
        assertThat(kept(OUT_OF_SCOPE, "true")).isZero();
        assertThat(observations()).isZero();
    }

    @Test
    void aConclusionFromBeforeTheChildCameIntoScopeIsDroppedWithoutATrace() throws SQLException {
        Response answer =
                register.send(Sender.concludedRow(IN_SCOPE, Sender.today().minusDays(2), "\"value\":1"));

        assertThat(answer.<Integer>path("rows.valid")).isEqualTo(1);
        assertThat(kept(IN_SCOPE, "true")).isZero();
    }

    @Test
    void aRedeliveryAddsNothingAndACorrectionIsANewVersion() throws SQLException {
        String known = "\"known_at\":\"2026-01-0";
        String row = Sender.concludedRow(IN_SCOPE, Sender.today(), "\"value\":1," + known + "1T00:00:00Z\"");
        register.send(row);
        register.send(row);
        assertThat(kept(IN_SCOPE, "true")).isEqualTo(1);

        register.send(Sender.concludedRow(IN_SCOPE, Sender.today(), "\"value\":0," + known + "2T00:00:00Z\""));
        register.send(Sender.concludedRow(IN_SCOPE, Sender.today(), "\"op\":\"retract\"," + known + "3T00:00:00Z\""));

        assertThat(kept(IN_SCOPE, "not need and not retracted")).isEqualTo(1);
        assertThat(kept(IN_SCOPE, "retracted")).isEqualTo(1);
        assertThat(kept(IN_SCOPE, "true")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0.5", "2", "-1"})
    void anythingBetweenAndBeyondFoundAndNotFoundIsQuarantined(String value) throws SQLException {
        Response answer = register.send(Sender.concludedRow(IN_SCOPE, Sender.today(), "\"value\":" + value));

        assertThat(answer.asString()).contains("feed_row_value_out_of_range");
        assertThat(kept(IN_SCOPE, "true")).isZero();
    }

    @Test
    void aConclusionInTheFutureIsQuarantined() throws SQLException {
        Response answer =
                register.send(Sender.concludedRow(IN_SCOPE, Sender.today().plusDays(1), "\"value\":1"));

        assertThat(answer.asString()).contains("feed_row_period_in_future");
        assertThat(kept(IN_SCOPE, "true")).isZero();
    }

    @Test
    void theRowsOfOneMunicipalityAreNotSeenByAnother() throws SQLException {
        register.send(Sender.concludedRow(IN_SCOPE, Sender.today(), "\"value\":1"));

        assertThat(seenBy("999")).isEqualTo(1);
        assertThat(seenBy("101")).isZero();
        assertThat(seenBy("")).isZero();
    }

    private static long seenBy(String municipality) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set role rettidig_app");
            statement.execute("select set_config('rettidig.municipality', '" + municipality + "', false)");
            try (ResultSet row = statement.executeQuery("select count(*) from conclusion")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long kept(int child, String condition) throws SQLException {
        return count("select count(*) from conclusion where pseudonym = ? and " + condition, child);
    }

    private static long observations() throws SQLException {
        return count("select count(*) from observation where pseudonym = ?", IN_SCOPE);
    }

    private static long count(String query, int child) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setBytes(1, Base64.getUrlDecoder().decode(Sender.pseudonym(child)));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
