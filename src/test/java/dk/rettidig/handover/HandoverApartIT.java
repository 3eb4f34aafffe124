package dk.rettidig.handover;

import static dk.rettidig.conversion.VaultSender.number;
import static dk.rettidig.handover.Between.HERE;
import static dk.rettidig.handover.Between.OURS;
import static dk.rettidig.handover.Between.RECEIVER;
import static dk.rettidig.handover.Between.SENDER;
import static dk.rettidig.handover.Between.THEIRS;
import static dk.rettidig.handover.Between.THERE;
import static dk.rettidig.handover.Between.answer;
import static dk.rettidig.handover.Between.closing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.MunicipalSession;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself keeps apart and keeps as it is, asked with the application's own role. */
@QuarkusTest
@TestProfile(TwoMunicipalities.class)
@QuarkusTestResource(RealDatabase.class)
class HandoverApartIT {

    private static final List<String> TABLES =
            List.of("handover", "handover_act", "handover_side", "handover_person", "handover_telling");

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    HandoverRetention retention;

    private final Between between = new Between();
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void begin() throws SQLException {
        Between.begin();
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @AfterEach
    void end() throws SQLException {
        Between.end();
    }

    private HandoverId answered() throws SQLException {
        HandoverId id = between.sent(now);
        Between.moved();
        between.act(RECEIVER, id, ActDraft.opening(), now);
        between.act(RECEIVER, id, answer("taken_over"), now);
        return id;
    }

    /** Everything in the tables of handovers that a municipality can read, as text. */
    private String readable(MunicipalityCode seen) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<String> rows = new ArrayList<>();
            try (Connection connection = database.getConnection()) {
                MunicipalSession.see(connection, seen);
                for (String table : TABLES) {
                    try (PreparedStatement select =
                                    connection.prepareStatement("select row_to_json(t)::text from " + table + " t");
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            rows.add(table + " " + row.getString(1));
                        }
                    }
                }
            }
            return String.join("\n", rows);
        });
    }

    private static String hex(String pseudonym) {
        return HexFormat.of().formatHex(Pseudonym.parse(pseudonym).bytes());
    }

    @Test
    void neitherCanReadTheOthersPseudonymOrPeople() throws SQLException {
        answered();

        assertThat(readable(HERE))
                .contains(hex(OURS), "sender-one", "taken_over")
                .doesNotContain(hex(THEIRS), "receiver-one");
        assertThat(readable(THERE))
                .contains(hex(THEIRS), "receiver-one", "taken_over")
                .doesNotContain(hex(OURS), "sender-one");
        assertThat(readable(new MunicipalityCode("151"))).isEmpty();
        assertThat(number("select count(*) from handover_side where notification is not null and municipality = 101"))
                .isZero();
    }

    @Test
    void theReceiverCanReadNothingOfItBeforeTheDelivery() throws SQLException {
        between.sent(now);

        assertThat(readable(THERE))
                .contains("handover_side")
                .doesNotContain(hex(OURS), "abuse", Between.REMARK, "moved_on", "sender-one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update handover set grounds = 'unborn'",
                "update handover set remark = null",
                "update handover_act set code = 'no_need'",
                "update handover_person set name = 'somebody'",
                "update handover_side set municipality = 147",
                "delete from handover",
                "delete from handover_act",
                "insert into handover_act (handover, number, side, kind, code, materials, job, at)"
                        + " select id, 9, 'receiver', 'answered', 'no_need', '', 'caseworker', now() from handover",
                "insert into handover_side (municipality, handover, side, other, pseudonym, announced_at)"
                        + " select 147, id, 'receiver', 101, null, now() from handover",
            })
    void whatWasSentAndSaidStaysAndNobodyWritesForTheOther(String sql) throws SQLException {
        answered();
        String before = readable(HERE);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    try (Connection connection = database.getConnection()) {
                        MunicipalSession.see(connection, HERE);
                        try (PreparedStatement change = connection.prepareStatement(sql)) {
                            change.executeUpdate();
                        }
                    } catch (SQLException refused) {
                        throw new IllegalStateException(refused);
                    }
                }))
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|row-level security).*");

        assertThat(readable(HERE)).isEqualTo(before);
    }

    @Test
    void eachErasesItsOwnSideAndTheLastTakesTheRestUnlessAHaltKeepsIt() throws SQLException {
        HandoverId id = answered();
        Instant later = now.plus(Duration.ofDays(740));
        assertThat(retention.eraseDue(later))
                .as("the receiver has answered, the sender has not closed")
                .isEqualTo(1);
        assertThat(between.seen(SENDER, id, now).filed().acts()).hasSize(2);
        between.act(SENDER, id, closing("settled"), now);
        Between.change("insert into halt (municipality, id, pseudonym, lookup, kind, case_reference, registered_by,"
                + " registered_at) values (101, gen_random_uuid(), '\\x" + hex(OURS)
                + "', sha256('x'), 'complaint', 'S-2026-17', 'somebody', now())");
        assertThat(retention.eraseDue(later)).isZero();
        Between.change("delete from halt");

        assertThat(retention.eraseDue(later)).isEqualTo(1);

        for (String table : TABLES) {
            assertThat(number("select count(*) from " + table)).as(table).isZero();
        }
    }

    @Test
    void whatNobodyEndedIsNotErased() throws SQLException {
        between.sent(now);
        assertThat(retention.eraseDue(now.plus(Duration.ofDays(4_000)))).isZero();
    }
}
