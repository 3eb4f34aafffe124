package dk.rettidig.feed.intake;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.ApprovedKeys;
import dk.rettidig.feed.RegistryKey;
import dk.rettidig.feed.RegistryKeys;
import dk.rettidig.seal.KeyId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The registered keys for who must know no more than whose key it is. */
@ApplicationScoped
class ApprovedRegistryKeys implements ApprovedKeys {

    private final RegistryKeys keys;

    ApprovedRegistryKeys(RegistryKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<ApprovedKey> approved(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.find(new KeyId(id)))
                .filter(key -> key.state() == RegistryKey.State.APPROVED)
                .map(key -> new ApprovedKey(
                        new ActorName(key.registry().value()),
                        key.municipality(),
                        key.key().text()));
    }
}
