package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.seal.SealException;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was erased opens from no backup of the database either: the key of its month is destroyed. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ErasureKeysIT {

    private static final YearMonth JANUARY = YearMonth.of(2001, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2001, 2);
    private static final Instant LATER = Instant.parse("2001-06-15T12:00:00Z");
    private static final String CONTEXT = "test/erasure-keys";

    /** Append ids that no append has. */
    private static final long NOBODYS = Long.MAX_VALUE - 10;

    @Inject
    LedgerErasure erasure;

    @Inject
    CommitmentRetention commitments;

    @Inject
    ErasureBox box;

    @AfterEach
    void clear() throws SQLException, SealException {
        delete();
        box.destroy(JANUARY);
        box.destroy(FEBRUARY);
    }

    private byte[] sealed(YearMonth month) {
        Instant at = month.atDay(5).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        return box.seal(month.toString().getBytes(StandardCharsets.UTF_8), CONTEXT, at);
    }

    private String opened(byte[] sealed) throws SealException {
        return new String(box.open(sealed, CONTEXT), StandardCharsets.UTF_8);
    }

    private static void insert(long id, byte[] sealed) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement insert =
                        connection.prepareStatement("insert into ledger_commitment values (?, 'note', ?)")) {
            insert.setLong(1, id);
            insert.setBytes(2, sealed);
            insert.executeUpdate();
        }
    }

    private static void delete() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement delete =
                        connection.prepareStatement("delete from ledger_commitment where append_id >= ?")) {
            delete.setLong(1, NOBODYS);
            delete.executeUpdate();
        }
    }

    private List<YearMonth> destroyed(Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> erasure.destroyKeysBefore(before));
    }

    @Test
    void aMonthsKeyStaysAsLongAsAnythingOfItIsThereAndIsDestroyedAfterwards() throws Exception {
        byte[] backup = sealed(JANUARY);
        byte[] other = sealed(FEBRUARY);
        insert(NOBODYS, backup);
        insert(NOBODYS + 1, other);

        assertThat(destroyed(LATER)).isEmpty();
        assertThat(opened(backup)).isEqualTo("2001-01");
        delete();
        insert(NOBODYS + 1, other);

        assertThat(destroyed(LATER)).containsExactly(JANUARY);
        assertThatThrownBy(() -> box.open(backup, CONTEXT)).isInstanceOf(SealException.class);
        assertThat(opened(other)).isEqualTo("2001-02");
    }

    @Test
    void theMonthOfTheMomentAndThoseAfterItKeepTheirKeys() throws Exception {
        byte[] january = sealed(JANUARY);
        byte[] february = sealed(FEBRUARY);

        assertThat(destroyed(Instant.parse("2001-01-31T23:59:59Z"))).isEmpty();
        assertThat(destroyed(Instant.parse("2001-02-01T00:00:00Z"))).containsExactly(JANUARY);

        assertThatThrownBy(() -> box.open(january, CONTEXT)).isInstanceOf(SealException.class);
        assertThat(opened(february)).isEqualTo("2001-02");
    }

    @Test
    void aTransactionThatIsRolledBackDestroysNothing() throws Exception {
        byte[] january = sealed(JANUARY);

        QuarkusTransaction.begin();
        assertThat(erasure.destroyKeysBefore(LATER)).containsExactly(JANUARY);
        QuarkusTransaction.rollback();

        assertThat(opened(january)).isEqualTo("2001-01");
    }

    @Test
    void theRetentionOfCommitmentsDestroysKeysAndEntersWhichOnes() throws Exception {
        byte[] january = sealed(JANUARY);
        LedgerSpy spy = LedgerSpy.now();

        commitments.eraseDue(Instant.now());

        assertThat(spy.entries("ledger.erasure_keys_destroyed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry).contains("\"months\":[\"2001-01\"]"));
        assertThatThrownBy(() -> box.open(january, CONTEXT)).isInstanceOf(SealException.class);
    }

    @Test
    void aMonthThatIsBegunAgainHasAnotherKey() throws Exception {
        byte[] before = sealed(JANUARY);
        box.destroy(JANUARY);

        byte[] after = sealed(JANUARY);

        assertThat(opened(after)).isEqualTo("2001-01");
        assertThatThrownBy(() -> box.open(before, CONTEXT)).isInstanceOf(SealException.class);
    }

    @Test
    void aBoxThatSaysAnotherMonthOrHasAnotherContextDoesNotOpen() throws Exception {
        byte[] january = sealed(JANUARY);
        byte[] february = sealed(FEBRUARY);
        byte[] swapped = january.clone();
        System.arraycopy(february, 0, swapped, 0, 4);

        assertThatThrownBy(() -> box.open(swapped, CONTEXT)).isInstanceOf(SealException.class);
        assertThatThrownBy(() -> box.open(january, "test/other")).isInstanceOf(SealException.class);
        assertThatThrownBy(() -> box.open(new byte[] {0x4D, 0x4B, 0, 12}, CONTEXT))
                .isInstanceOf(SealException.class);
    }

    @Test
    void whatWasSealedWithoutAMonthStillOpens() throws Exception {
        assertThat(opened(box.seal("older".getBytes(StandardCharsets.UTF_8), CONTEXT)))
                .isEqualTo("older");
    }
}
