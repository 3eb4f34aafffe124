package dk.rettidig.ledger;

import dk.rettidig.access.ActorKind;
import dk.rettidig.checkpoint.VerifierKey;

/** What the ledger records of the keys that sign it. A verifier that trusts one of them trusts the next by these entries. */
sealed interface KeyEvent extends LedgerEvent {

    /** A key signs checkpoints from now on, beside those before it. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 32(1)(b)")
    record KeyAnnounced(VerifierKey key) implements KeyEvent {
        @Override
        public String type() {
            return "ledger.key_announced";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("vkey", key.encode());
        }
    }

    /**
     * A key that signed checkpoints does so no more.
     *
     * @param keyId as signature lines have it, eight hexadecimal digits
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 32(1)(b)")
    record KeyRetired(String keyId) implements KeyEvent {
        @Override
        public String type() {
            return "ledger.key_retired";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("key_id", keyId);
        }
    }
}
