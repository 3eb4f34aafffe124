package dk.rettidig.feed;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.seal.KeyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The registry keys on file. Each method takes part in the caller's transaction. */
public interface RegistryKeys {

    /** The key with this id, in any state. */
    Optional<RegistryKey> find(KeyId id);

    /** The keys of a registry, oldest first. */
    List<RegistryKey> of(MunicipalityCode municipality, RegistryId registry);

    /** Files a proposal; false when the key is on file in any state. */
    boolean propose(RegistryKey key);

    /** Approves a proposed key; false when it is no longer proposed. */
    boolean approve(KeyId id, ActorName by, Instant at);

    /** Withdraws a key for good; false when it is withdrawn already. */
    boolean withdraw(KeyId id, ActorName by, Instant at);
}
