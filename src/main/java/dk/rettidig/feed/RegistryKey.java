package dk.rettidig.feed;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.seal.KeyId;
import dk.rettidig.seal.VerifyingKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that a registry signs with. It counts from its approval by a second person until it is withdrawn; a withdrawn key
 * never comes back.
 */
public record RegistryKey(
        VerifyingKey key,
        MunicipalityCode municipality,
        RegistryId registry,
        State state,
        ActorName proposedBy,
        Instant proposedAt,
        Optional<ActorName> approvedBy,
        Optional<ActorName> withdrawnBy) {

    /** The RFC 7638 thumbprint that notes name. */
    public KeyId id() {
        return key.id();
    }

    /** How far a key has come. */
    public enum State {
        PROPOSED("proposed"),
        APPROVED("approved"),
        WITHDRAWN("withdrawn");

        private final String id;

        State(String id) {
            this.id = id;
        }

        /** The word in columns and answers. */
        public String id() {
            return id;
        }

        /** The state of a column's word. */
        public static State of(String id) {
            for (State state : values()) {
                if (state.id.equals(id)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state of a key has this word");
        }
    }
}
