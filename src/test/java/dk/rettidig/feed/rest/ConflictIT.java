package dk.rettidig.feed.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.DeliveryId;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An id that was used before: the gate decides before anything is told about the other delivery, and both are entered. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ConflictIT {

    private static final List<String> DECIDED_THEN_TOLD = List.of("gate.permitted", "feed.delivery_conflicted");

    private static final Pattern TYPE = Pattern.compile("\"((?:gate|feed)\\.[a-z_]+)\"");

    @Inject
    Deliveries deliveries;

    private Sender school;
    private byte[] wire;
    private long before;

    @BeforeEach
    void aSchool() throws SQLException {
        Sender.sendBytesAsTheyAre();
        school = Sender.school();
        wire = school.row(40, "\"value\":0.1").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anotherBodyUnderTheSameIdIsRefusedAfterTheGateDecided() throws SQLException {
        byte[] other = school.row(40, "\"value\":0.2").getBytes(StandardCharsets.UTF_8);
        assertThat(send("same", wire).statusCode()).isEqualTo(200);
        look();

        Response conflict = send("same", other);

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.jsonPath().getString("code")).isEqualTo("delivery_digest_conflict");
        assertThat(types()).containsExactlyElementsOf(DECIDED_THEN_TOLD);
        assertThat(entries().getFirst()).contains("read_receipt");
        assertThat(entries().getLast())
                .contains("\"reason\":\"delivery_digest_conflict\"")
                .contains(Sender.digest(other).text());
    }

    @Test
    void aDeliveryThatIsStillRunningIsToldAfterTheGateDecided() throws SQLException {
        DeliveryNote note = school.note("running", wire, 1, DeliveryMode.DELTA);
        begin(note);
        look();

        Response running = school.post(note.signedWith(school.key), wire);

        assertThat(running.statusCode()).isEqualTo(409);
        assertThat(running.jsonPath().getString("code")).isEqualTo("delivery_in_progress");
        assertThat(types()).containsExactlyElementsOf(DECIDED_THEN_TOLD);
        assertThat(entries().getLast()).contains("\"reason\":\"delivery_in_progress\"");
    }

    @Test
    void theSameNoteAgainGetsItsReceiptAndIsNoConflict() throws SQLException {
        String note = school.note("twice", wire, 1, DeliveryMode.DELTA).signedWith(school.key);
        Response first = school.post(note, wire);
        look();

        Response again = school.post(note, wire);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(types()).containsExactly("gate.permitted");
    }

    @Test
    void anAbortedDeliveryMayBeSentAgainAndIsNoConflict() throws SQLException {
        DeliveryNote note = school.note("aborted", wire, 1, DeliveryMode.DELTA);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(deliveries.end(
                                begin(note), DeliveryState.ABORTED, "lease", Instant.now(java.time.Clock.systemUTC())))
                        .isTrue());
        look();

        assertThat(school.post(note.signedWith(school.key), wire).statusCode()).isEqualTo(200);
        assertThat(types()).doesNotContain("feed.delivery_conflicted").contains("feed.delivery_started");
    }

    private dk.rettidig.feed.Delivery begin(DeliveryNote note) {
        Instant now = Instant.now(java.time.Clock.systemUTC());
        return QuarkusTransaction.requiringNew()
                .call(() -> deliveries
                        .begin(new DeliveryId(UUID.randomUUID()), note, now, now.plus(Duration.ofHours(1)))
                        .orElseThrow());
    }

    private Response send(String id, byte[] body) {
        return school.post(school.note(id, body, 1, DeliveryMode.DELTA).signedWith(school.key), body);
    }

    /** From here on entries of this test's registry count. */
    private void look() throws SQLException {
        before = number("select coalesce(max(append_id), 0) from ledger_append");
    }

    /** The types of the entries, in their order. */
    private List<String> types() throws SQLException {
        return entries().stream()
                .map(entry -> TYPE.matcher(entry)
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse(entry))
                .toList();
    }

    private List<String> entries() throws SQLException {
        return strings("select convert_from(body, 'UTF8') from ledger_append" + ours());
    }

    private String ours() {
        return " where append_id > " + before
                + " and (convert_from(body, 'UTF8') like '%gate.permitted%read_receipt%'"
                + " or convert_from(body, 'UTF8') like '%read_receipt%gate.permitted%'"
                + " or convert_from(body, 'UTF8') like '%\"feed.delivery%') order by append_id";
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(strings(sql).getFirst());
    }

    private static List<String> strings(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
