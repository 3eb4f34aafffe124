package dk.rettidig.ledger;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.seal.SealException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Signs and opens this log's checkpoints (C2SP tlog-checkpoint) with one key, or with several while keys are changed. Every
 * key is named after the log's origin; the first one is Ed25519, the signature that every client of the format knows.
 */
@Singleton
public class CheckpointSigner {

    private final List<SigningKey> keys;

    /** Signs with the keys that the settings name. */
    @Inject
    public CheckpointSigner(LedgerSettings settings) throws SealException, CheckpointException {
        this(LogKeys.of(settings), new KeyName(settings.origin()));
    }

    CheckpointSigner(LogKeys source, KeyName origin) throws SealException, CheckpointException {
        keys = source.keys();
        if (keys.isEmpty() || keys.getFirst().verifier().algorithm() != KeyAlgorithm.ED25519) {
            throw new IllegalStateException("the first key that signs checkpoints is Ed25519, and there is none");
        }
        for (SigningKey key : keys) {
            if (!key.verifier().name().equals(origin)
                    || !key.verifier().algorithm().signsLogs()) {
                throw new IllegalStateException("a key of the ledger is named "
                        + key.verifier().name() + ", but rettidig.ledger.origin is " + origin
                        + ": a log keeps its origin for life");
            }
        }
    }

    /** The log's name. */
    public String origin() {
        return keys.getFirst().verifier().name().value();
    }

    /** The public keys; their texts are the vkeys that outsiders configure (C2SP signed-note, "Verifier keys"). */
    public List<VerifierKey> verifierKeys() {
        return keys.stream().map(SigningKey::verifier).toList();
    }

    /** The signed note of a tree. */
    SignedNote sign(Checkpoint checkpoint, Instant now) {
        return SignedNote.sign(checkpoint, keys, now);
    }

    /** Verifies that a note is this log's and returns what it states. */
    Checkpoint open(String note) throws CheckpointException {
        return Checkpoint.open(SignedNote.parse(note), verifierKeys());
    }
}
