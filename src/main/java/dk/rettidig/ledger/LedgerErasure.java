package dk.rettidig.ledger;

import dk.rettidig.ledger.ErasableTables.SealedValue;
import dk.rettidig.seal.SealException;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes people out of the record and leaves the proofs: what is behind commitments and handles is deleted, the entries stay
 * as they are and prove what they proved. Every method works in the caller's transaction, in which the caller also appends
 * that the erasure happened. docs/ledger.md, section "Erasure".
 */
@Singleton
public class LedgerErasure {

    private static final Logger LOG = Logger.getLogger(LedgerErasure.class);

    private final ErasableTables erasable;
    private final ErasureBox box;
    private final Handles handles;
    private final TransactionSynchronizationRegistry transactions;

    /** Erases from these tables. */
    public LedgerErasure(
            ErasableTables erasable, ErasureBox box, Handles handles, TransactionSynchronizationRegistry transactions) {
        this.erasable = erasable;
        this.box = box;
        this.handles = handles;
        this.transactions = transactions;
    }

    /**
     * The value behind a commitment of an entry.
     *
     * @param hash the commitment as the entry has it, hexadecimal
     * @return empty once erased
     * @throws LedgerFault {@code ledger_damaged} when what is stored is not what was committed to
     */
    public Optional<Commitment> open(AppendId id, String name, String hash) {
        Optional<SealedValue> sealed = run(() -> erasable.commitment(id, name));
        return sealed.map(value -> open(value, name, hash));
    }

    private Commitment open(SealedValue value, String name, String hash) {
        try {
            Commitment commitment = Commitment.opened(name, box.open(value.box(), Commitment.context(name, hash)));
            if (!commitment.hash().equals(hash)) {
                throw new LedgerFault(LedgerErrorCode.DAMAGED);
            }
            return commitment;
        } catch (SealException failure) {
            throw new LedgerFault(LedgerErrorCode.DAMAGED, failure);
        }
    }

    /** Erases what is behind all commitments of an append; returns how many there were. */
    public int erase(AppendId id) {
        return run(() -> erasable.eraseCommitments(id));
    }

    /**
     * Erases what is behind all commitments of the entries that concern a child, and by what they are found for the child. An
     * entry concerns one child.
     *
     * @param lookup what stands for the child ({@link Subjects#lookup})
     * @return how many rows there were
     */
    public int eraseChild(byte[] lookup) {
        int erased = 0;
        for (AppendId id : run(() -> erasable.appendsOf(lookup))) {
            erased += erase(id);
        }
        return erased + run(() -> erasable.forget(lookup));
    }

    /** Erases what is behind all commitments made before the moment; returns how many there were. */
    public int eraseCommitmentsBefore(Instant moment) {
        return run(() -> erasable.eraseCommitmentsBefore(moment));
    }

    /**
     * Erases who stood behind handles whose whole year lies before the moment; returns how many there were. A handle serves
     * a calendar year (UTC), so the last of its entries decides.
     */
    public int eraseIdentitiesBefore(Instant moment) {
        int erased = run(
                () -> erasable.eraseActorsBefore(moment.atOffset(ZoneOffset.UTC).getYear()));
        handles.forget();
        return erased;
    }

    /**
     * Destroys the keys of months that ended before the moment's month and of which nothing sealed is left, once the
     * caller's transaction has committed: what was erased then opens from no backup either.
     *
     * @return the months, oldest first
     */
    public List<YearMonth> destroyKeysBefore(Instant moment) {
        List<YearMonth> due = new ArrayList<>();
        try {
            for (YearMonth month : box.months().headSet(YearMonth.from(moment.atOffset(ZoneOffset.UTC)), false)) {
                byte[] prefix = ErasureBox.prefix(month);
                if (!run(() -> erasable.anySealed(prefix))) {
                    due.add(month);
                }
            }
        } catch (SealException failure) {
            throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
        }
        if (!due.isEmpty()) {
            transactions.registerInterposedSynchronization(new AfterCommit(() -> due.forEach(this::destroy)));
        }
        return List.copyOf(due);
    }

    /** A key that cannot be destroyed now is found again by the next run. */
    private void destroy(YearMonth month) {
        try {
            box.destroy(month);
        } catch (SealException failure) {
            LOG.warnf("the erasure key of %s could not be destroyed; the next run tries again", month);
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private static <T> T run(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException failure) {
            throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
        }
    }
}
