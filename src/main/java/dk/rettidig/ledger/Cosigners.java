package dk.rettidig.ledger;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.SignedNote;
import java.sql.SQLException;
import java.util.Optional;

/** Who is asked to cosign a checkpoint before it is published. */
public interface Cosigners {

    /**
     * Asks for cosignatures of a checkpoint whose entries are all stored.
     *
     * @return the note with the cosignatures that came in time; empty when they are fewer than the quorum
     * @throws LedgerDamage when a witness shows, by this log's own signature, that the stored log is not what was signed
     * @throws SQLException when the stored log could not be read
     */
    Optional<SignedNote> cosign(SignedNote note, Checkpoint checkpoint) throws LedgerDamage, SQLException;
}
