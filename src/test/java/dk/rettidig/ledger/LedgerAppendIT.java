package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class LedgerAppendIT {

    private static final Actor CASEWORKER =
            new Actor.Caseworker(new ActorName("anna-berg-7731"), MunicipalityCode.SYNTHETIC);

    @Inject
    Ledger ledger;

    @Test
    void anAppendNeedsATransaction() {
        assertThatThrownBy(() -> ledger.append(CASEWORKER, TestEvent.numbered(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRollbackLeavesNothingAndACommitTheEntry() throws SQLException {
        QuarkusTransaction.begin();
        AppendId rolledBack = ledger.append(CASEWORKER, TestEvent.committing("rolled back"));
        QuarkusTransaction.rollback();
        AppendId committed =
                QuarkusTransaction.requiringNew().call(() -> ledger.append(CASEWORKER, TestEvent.committing("kept")));

        assertThat(count("ledger_append", rolledBack)).isZero();
        assertThat(count("ledger_commitment", rolledBack)).isZero();
        assertThat(count("ledger_append", committed)).isOne();
        assertThat(count("ledger_commitment", committed)).isOne();
    }

    @Test
    void entriesAmongManyKeepTheirOrderAndStandBeforeTheOneThatSomebodyWaitsFor() throws SQLException {
        AppendId waitedFor = QuarkusTransaction.requiringNew().call(() -> {
            ledger.gather();
            for (int i = 0; i < 300; i++) {
                ledger.appendAmongMany(CASEWORKER, TestEvent.committing("one of many " + i));
            }
            return ledger.append(CASEWORKER, TestEvent.committing("waited for"));
        });
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.gather();
            ledger.appendAmongMany(CASEWORKER, TestEvent.committing("the rest at the end"));
        });

        for (long before = 1; before <= 300; before++) {
            assertThat(count("ledger_commitment", new AppendId(waitedFor.value() - before)))
                    .isOne();
        }
        assertThat(count("ledger_commitment", new AppendId(waitedFor.value() + 1)))
                .isOne();
    }

    @Test
    void amongManyARollbackLeavesNothingAndNoTransactionIsRefused() throws SQLException {
        AppendId last = ledger.appendCommitted(CASEWORKER, TestEvent.committing("before"));
        QuarkusTransaction.begin();
        ledger.gather();
        ledger.appendAmongMany(CASEWORKER, TestEvent.committing("never"));
        QuarkusTransaction.rollback();

        AppendId next = ledger.appendCommitted(CASEWORKER, TestEvent.committing("after"));
        assertThat(next.value()).isEqualTo(last.value() + 1);
        assertThatThrownBy(() -> ledger.appendAmongMany(CASEWORKER, TestEvent.numbered(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.gather()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatCannotBeEnteredAmongManyKeepsTheTransactionFromCommitting() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("revoke insert on ledger_append from rettidig_app");
            try {
                assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                            ledger.gather();
                            ledger.appendAmongMany(CASEWORKER, TestEvent.committing("refused"));
                        }))
                        .isInstanceOf(RuntimeException.class);
            } finally {
                statement.execute("grant insert on ledger_append to rettidig_app");
            }
        }
    }

    @Test
    void aCommittedAppendOutlivesTheTransactionAroundIt() throws SQLException {
        QuarkusTransaction.begin();
        AppendId id = ledger.appendCommitted(CASEWORKER, TestEvent.numbered(2));
        QuarkusTransaction.rollback();

        assertThat(count("ledger_append", id)).isOne();
    }

    @Test
    void nobodysNameAndNoCommittedValueStandsInTheClear() throws SQLException {
        ledger.appendCommitted(CASEWORKER, TestEvent.committing("a very secret remark"));

        for (String table : new String[] {"ledger_append", "ledger_commitment", "ledger_actor"}) {
            try (Connection connection = RealDatabase.database().superuser();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select convert_from(convert_to(t::text, 'UTF8'), 'UTF8'),"
                            + " encode('anna-berg-7731', 'hex'), encode('a very secret remark', 'hex') from " + table
                            + " t")) {
                while (rows.next()) {
                    assertThat(rows.getString(1))
                            .doesNotContain("anna-berg", "secret", rows.getString(2), rows.getString(3));
                }
            }
        }
    }

    @Test
    void anActorKeepsOneHandleAndAnotherGetsAnother() throws SQLException {
        Actor other = new Actor.Caseworker(new ActorName("bo"), MunicipalityCode.SYNTHETIC);
        Actor leader = new Actor.TeamLeader(new ActorName("anna-berg-7731"), MunicipalityCode.SYNTHETIC);

        String first = actor(ledger.appendCommitted(CASEWORKER, TestEvent.numbered(1)));
        String again = actor(ledger.appendCommitted(leader, TestEvent.numbered(2)));
        String another = actor(ledger.appendCommitted(other, TestEvent.numbered(3)));
        String nobody = actor(ledger.appendCommitted(new Actor.Public(), TestEvent.numbered(4)));

        assertThat(again).isEqualTo(first).hasSize(22);
        assertThat(another).isNotEqualTo(first).hasSize(22);
        assertThat(nobody).isEqualTo("public");
    }

    @Test
    void anEntryThatATileCouldNotHoldIsRefusedAndFailsTheTransaction() {
        EventFields fields = EventFields.none();
        for (int i = 0; i < 17; i++) {
            fields = fields.text("field" + (char) ('a' + i), "x".repeat(4000));
        }
        TestEvent huge = new TestEvent("test.huge", fields);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThatThrownBy(() -> ledger.append(CASEWORKER, huge))
                            .isInstanceOfSatisfying(
                                    Fault.class,
                                    fault -> assertThat(fault.errorCode()).isEqualTo(LedgerErrorCode.ENTRY_TOO_LARGE));
                    assertThat(QuarkusTransaction.isRollbackOnly()).isTrue();
                    throw new IllegalStateException("done");
                }))
                .hasMessageContaining("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger_append", "ledger_entry", "ledger_count", "ledger_tile", "ledger_checkpoint"})
    void nobodyRewritesTheRecordNotEvenTheOwner(String table) throws SQLException {
        for (String change : new String[] {"delete from " + table, "truncate " + table}) {
            try (Connection connection = RealDatabase.database().superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute("set role rettidig_owner");
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append-only");
                statement.execute("set role rettidig_app");
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void updatesAreRefusedToo() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update ledger_append set body = 'x'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("update ledger_entry set bytes = 'x'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("update ledger_actor set year = 1"))
                    .hasMessageContaining("append-only");
        }
    }

    private static long count(String table, AppendId id) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from " + table + " where append_id = ?")) {
            statement.setLong(1, id.value());
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static String actor(AppendId id) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement statement =
                        connection.prepareStatement("select body from ledger_append where append_id = ?")) {
            statement.setLong(1, id.value());
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                String body = new String(found.getBytes(1), StandardCharsets.UTF_8);
                return body.replaceAll(".*\"actor\":\"([^\"]*)\".*", "$1");
            }
        }
    }
}
