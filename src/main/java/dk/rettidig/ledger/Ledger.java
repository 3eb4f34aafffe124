package dk.rettidig.ledger;

import dk.rettidig.access.Actor;
import java.time.Duration;

/**
 * The one record. An append takes part in the caller's transaction: without the entry there is no effect, and without the
 * effect no entry.
 */
public interface Ledger {

    /**
     * Appends in the transaction that is active.
     *
     * @param actor who did it; enters the record under a random handle per log and year
     * @throws LedgerFault {@code ledger_append_unavailable} when it cannot be recorded; the transaction must then fail
     * @throws IllegalStateException when no transaction is active
     */
    AppendId append(Actor actor, LedgerEvent event);

    /**
     * From now to the end of the active transaction, {@link #appendAmongMany} gathers. For whoever appends hundreds in one
     * transaction: each alone would be a round trip to the database.
     */
    void gather();

    /**
     * Appends in the transaction that is active, in the order of the calls. Where the transaction gathers, the database is told before
     * the next {@link #append}, and before the commit: without the entry there is no effect there either.
     *
     * @throws LedgerFault {@code ledger_append_unavailable} when it cannot be recorded; the transaction must then fail
     * @throws IllegalStateException when no transaction is active
     */
    void appendAmongMany(Actor actor, LedgerEvent event);

    /**
     * Appends in a committed transaction of its own: for refusals and failed attempts (which an exception must not roll
     * away) and for reads (which are recorded before the first byte leaves).
     */
    AppendId appendCommitted(Actor actor, LedgerEvent event);

    /**
     * Waits until a published checkpoint covers a committed append.
     *
     * @throws LedgerFault {@code ledger_not_covered_in_time} when that takes longer than {@code patience}
     */
    Covered await(AppendId id, Duration patience);

    /**
     * Where an append ended up.
     *
     * @param leafIndex the entry's place in the log, from 0
     * @param treeSize the size of the tree that the checkpoint signs, greater than {@code leafIndex}
     * @param checkpoint the signed note (C2SP tlog-checkpoint) as text
     */
    record Covered(long leafIndex, long treeSize, String checkpoint) {}
}
