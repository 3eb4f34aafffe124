package dk.rettidig.ledger.witness;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.LedgerDamage;
import dk.rettidig.ledger.LedgerDamage.Damage;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.ledger.Log;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.NodeReader;
import dk.rettidig.merkle.Proofs;
import dk.rettidig.merkle.Tiles;
import dk.rettidig.seal.Sha256;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The stored log as it is held against what witnesses saw of it. */
final class OwnHistory {

    private final Log log;
    private final List<VerifierKey> keys;

    OwnHistory(Log log, List<VerifierKey> keys) {
        this.log = log;
        this.keys = keys;
    }

    /** Consistency proof between two sizes of the stored log; empty from 0, and between equal sizes. */
    List<Hash> proof(long oldSize, long size) {
        return oldSize == 0 || oldSize == size
                ? List.of()
                : Proofs.consistency(oldSize, size, nodes(size)).path();
    }

    private NodeReader nodes(long size) {
        return Tiles.nodes(size, path -> {
            try {
                return log.tile(path);
            } catch (SQLException failure) {
                throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
            }
        });
    }

    /**
     * Holds the checkpoint that a refusing witness shows against the stored log. Only this log's own signature on it counts:
     * a witness alone can claim anything.
     *
     * @throws LedgerDamage when this log has signed what the stored log is not
     */
    void compare(WitnessHttp witness, Checkpoint ours) throws LedgerDamage, InterruptedException {
        Optional<Checkpoint> theirs = witness.newest(Sha256.hex(ours.origin())).flatMap(this::signedByUs);
        if (theirs.isEmpty()) {
            return;
        }
        long size = theirs.get().size();
        if (size > ours.size()) {
            throw new LedgerDamage(Damage.OLDER_THAN_WITNESSED, size, ours.size());
        }
        if (!Proofs.root(size, nodes(size)).equals(theirs.get().root())) {
            throw new LedgerDamage(Damage.NOT_WHAT_WAS_WITNESSED, size, ours.size());
        }
    }

    private Optional<Checkpoint> signedByUs(String note) {
        try {
            return Optional.of(Checkpoint.open(SignedNote.parse(note), keys));
        } catch (CheckpointException notOurs) {
            return Optional.empty();
        }
    }
}
