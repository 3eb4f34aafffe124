package dk.rettidig.authority;

import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.SealException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The keys that this process holds: none in the service. A key store that cannot be opened stops the start. */
@Startup
@ApplicationScoped
public class DomainKeys {

    private final List<DomainKey> keys;

    DomainKeys(AuthoritySettings settings) throws SealException, IOException {
        this.keys = settings.passphrase().isPresent()
                ? DomainKeyFile.load(settings.keys(), settings.passphrase().get())
                : List.of();
    }

    /** All of them. */
    public List<DomainKey> all() {
        return keys;
    }

    /** The key of a domain, whole (holder 0) or a share. */
    public Optional<DomainKey> find(PseudonymDomain domain, int holder) {
        return keys.stream()
                .filter(key -> key.domain().equals(domain) && key.holder() == holder)
                .findFirst();
    }
}
