package dk.rettidig.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tables of the ledger whose rows may be deleted; every method works in the transaction of the calling thread. What
 * concerns a child whose erasure is halted stays when its time is over ({@code halted_appends()} in the database, ADR 0117); whoever
 * erases a child asks for halts before.
 */
public interface ErasableTables {

    /** The sealed salt and value behind a commitment, unless erased. */
    Optional<SealedValue> commitment(AppendId id, String name) throws SQLException;

    /** A sealed salt and value. */
    @SuppressWarnings("ArrayRecordComponent") // handed from the driver straight to the box, never kept or compared
    record SealedValue(byte[] box) {}

    /** Deletes what is behind all commitments of an append; returns how many there were. */
    int eraseCommitments(AppendId id) throws SQLException;

    /**
     * Deletes what is behind the commitments of appends made before the moment, and by what these are found for a child;
     * returns how many commitments there were.
     */
    int eraseCommitmentsBefore(Instant moment) throws SQLException;

    /**
     * The appends that name a child or a flag of the child; none that names another child's flag as well.
     *
     * @param lookup what stands for the child ({@link Subjects#lookup})
     */
    List<AppendId> appendsOf(byte[] lookup) throws SQLException;

    /** Deletes by what a child's appends are found, and those of the child's flags; returns how many rows there were. */
    int forget(byte[] lookup) throws SQLException;

    /**
     * How many commitments stand behind the appends that a halt of this child keeps; 0 when none holds.
     *
     * @param municipality three digits
     * @param lookup what stands for the child ({@link Subjects#lookup})
     */
    int keptCommitments(String municipality, byte[] lookup) throws SQLException;

    /** How many people stand behind the handles of the appends that a halt of this child keeps; 0 when none holds. */
    int keptActors(String municipality, byte[] lookup) throws SQLException;

    /** Whether any commitment or identity is there that was sealed in a box that begins so. */
    boolean anySealed(byte[] prefix) throws SQLException;

    /** Deletes who stood behind handles of years before this one; returns how many there were. */
    int eraseActorsBefore(int year) throws SQLException;
}
