package dk.rettidig.ledger;

import dk.rettidig.access.Actor;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.NoteSignature;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.VerifierKey;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Enters a change of keys: at the start the keys that sign are held against the signatures of the newest checkpoint. The
 * first checkpoint of a log needs no announcement, since nobody trusts another key yet.
 */
@Singleton
class KeyAnnouncement {

    private final CheckpointSigner signer;
    private final Log log;
    private final Ledger ledger;

    KeyAnnouncement(CheckpointSigner signer, Log log, Ledger ledger) {
        this.signer = signer;
        this.log = log;
        this.ledger = ledger;
    }

    void start(@Observes StartupEvent event) throws SQLException, CheckpointException {
        Optional<String> newest = log.newest().map(SequencerTurns.Published::note);
        if (newest.isPresent()) {
            changes(SignedNote.parse(newest.get()).signatures(), signer.verifierKeys())
                    .forEach(change -> ledger.appendCommitted(new Actor.Scheduler(), change));
        }
    }

    /**
     * What is to be entered.
     *
     * @param before the signatures of the newest checkpoint, witnesses' among them
     * @param now the keys that sign from now on, all of them named after the log's origin
     */
    static List<KeyEvent> changes(List<NoteSignature> before, List<VerifierKey> now) {
        List<KeyEvent> changes = new ArrayList<>();
        for (VerifierKey key : now) {
            if (before.stream().noneMatch(signature -> signature.claims(key))) {
                changes.add(new KeyEvent.KeyAnnounced(key));
            }
        }
        for (NoteSignature signature : before) {
            boolean ours = signature.name().equals(now.getFirst().name());
            if (ours && now.stream().noneMatch(signature::claims)) {
                changes.add(new KeyEvent.KeyRetired(HexFormat.of().toHexDigits(signature.keyId())));
            }
        }
        return changes;
    }
}
