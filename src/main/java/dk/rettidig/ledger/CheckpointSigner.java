package dk.rettidig.ledger;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * Signs and opens this log's checkpoints (C2SP tlog-checkpoint, Ed25519). The key lives in {@code ledger-checkpoint.key};
 * its name is the log's origin.
 */
@Singleton
public class CheckpointSigner {

    private final SigningKey key;

    /** Loads the key from the settings' directory, or creates it. */
    @Inject
    public CheckpointSigner(LedgerSettings settings) throws SealException, CheckpointException {
        this(settings.keys().resolve("ledger-checkpoint.key"), new KeyName(settings.origin()), new SecureRandom());
    }

    CheckpointSigner(Path file, KeyName origin, SecureRandom random) throws SealException, CheckpointException {
        key = SigningKey.parse(KeyFile.secretOrNew(
                        file,
                        () -> SigningKey.generate(origin, KeyAlgorithm.ED25519, random)
                                .encodeSecret())
                .strip());
        if (!key.verifier().name().equals(origin)) {
            throw new IllegalStateException("the key in " + file.getFileName() + " is named "
                    + key.verifier().name() + ", but rettidig.ledger.origin is " + origin
                    + ": a log keeps its origin for life");
        }
    }

    /** The log's name. */
    public String origin() {
        return key.verifier().name().value();
    }

    /** The public key; its text is the vkey that outsiders configure (C2SP signed-note, "Verifier keys"). */
    public VerifierKey verifierKey() {
        return key.verifier();
    }

    /** The signed note of a tree. */
    SignedNote sign(Checkpoint checkpoint) {
        return SignedNote.sign(checkpoint.text(), key);
    }

    /** Verifies that a note is this log's and returns what it states. */
    Checkpoint open(String note) throws CheckpointException {
        return Checkpoint.open(SignedNote.parse(note), List.of(key.verifier()));
    }
}
