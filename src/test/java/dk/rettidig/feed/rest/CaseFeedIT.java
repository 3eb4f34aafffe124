package dk.rettidig.feed.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.intake.ScopedRows;
import dk.rettidig.law.BasisId;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The case system delivers days and kinds about children with an open case, and reaches no others. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CaseFeedIT {

    private static final String BASIS = "lb.demo.case";
    private static final short PLACED = 619;
    private static final short FOLLOWUP = 622;

    @Inject
    ScopedRows rows;

    @BeforeEach
    void sendBytesAsTheyAre() {
        Sender.sendBytesAsTheyAre();
    }

    @Test
    void eventsOfChildrenWithAnOpenCaseAreKeptAndThoseOfOthersAreNot() throws SQLException {
        Sender.notifications().send(Sender.scopeRow(3002, "\"value\":1"));
        openCase(3001);

        Response answer = events().send(event(3001, "CASE_PLACED", 2)
                + event(3001, "CASE_FOLLOWUP", 1)
                + event(3002, "CASE_PLACED", 1)
                + event(3003, "CASE_PLACED", 1));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("rows.valid")).isEqualTo(4);
        assertThat(stored(3001, PLACED)).isEqualTo(1);
        assertThat(stored(3001, FOLLOWUP)).isEqualTo(1);
        // A notification is no case.
        assertThat(stored(3002, PLACED)).isZero();
        assertThat(stored(3003, PLACED)).isZero();
    }

    @Test
    void anOpenCaseLetsNoOtherRegistryDeliverAboutTheChild() throws SQLException {
        openCase(3011);
        Sender school = Sender.school();

        assertThat(school.send(school.row(3011, "\"value\":0.5")).statusCode()).isEqualTo(200);

        assertThat(stored(3011, (short) 201)).isZero();
    }

    @Test
    void aCodeThatTheKindDoesNotHaveIsHeldBack() throws SQLException {
        openCase(3021);

        Response answer = events().send(event(3021, "CASE_PLACED", 4) + event(3021, "CASE_FOLLOWUP", 1));

        assertThat(answer.jsonPath().getInt("rows.quarantined")).isEqualTo(1);
        assertThat(stored(3021, PLACED)).isZero();
        assertThat(stored(3021, FOLLOWUP)).isEqualTo(1);
    }

    @Test
    void theRecordGoesWhenTheCaseHasEnded() throws SQLException {
        Sender register = openCase(3031);
        events().send(event(3031, "CASE_PLACED", 1));
        assertThat(stored(3031, PLACED)).isEqualTo(1);
        ScopedRows.Holding holding = new ScopedRows.Holding(MunicipalityCode.SYNTHETIC, new BasisId(BASIS));
        Instant now = Clock.systemUTC().instant();
        QuarkusTransaction.requiringNew().run(() -> rows.erase(holding, now));
        assertThat(stored(3031, PLACED)).isEqualTo(1);

        register.send(scope(3031, "\"op\":\"retract\",\"value\":1"));
        QuarkusTransaction.requiringNew().run(() -> rows.erase(holding, now.plus(Duration.ofDays(1))));

        assertThat(stored(3031, PLACED)).isZero();
    }

    private static Sender openCase(int child) throws SQLException {
        Sender register = Sender.registered("case-system", "open-case", BASIS, ',', "SCOPE_CASE");
        assertThat(register.send(scope(child, "\"value\":1")).statusCode()).isEqualTo(200);
        return register;
    }

    private static Sender events() throws SQLException {
        return Sender.registered("case-system", "open-case", BASIS, ',', "CASE_PLACED", "CASE_FOLLOWUP");
    }

    private static String scope(int child, String rest) {
        return Sender.scopeRow(child, rest).replace("SCOPE_NOTIFIED", "SCOPE_CASE");
    }

    private static String event(int child, String kind, int code) {
        String day = Sender.today().minusDays(20).toString();
        return "{\"pseudonym\":\"" + Sender.pseudonym(child) + "\",\"indicator\":\"" + kind + "\",\"period_from\":\""
                + day + "\",\"period_to\":\"" + day + "\",\"value\":" + code + "}\n";
    }

    private static int stored(int child, short indicator) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from observation where municipality = 999 and pseudonym = ? and indicator = ?")) {
            count.setBytes(1, Base64.getUrlDecoder().decode(Sender.pseudonym(child)));
            count.setShort(2, indicator);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
