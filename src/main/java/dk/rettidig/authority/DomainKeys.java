package dk.rettidig.authority;

import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.SealException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The keys that this process holds: none in the service. A key store that cannot be opened stops the start. */
@Startup
@ApplicationScoped
public class DomainKeys {

    private final List<DomainKey> keys;
    private final Path directory;

    DomainKeys(AuthoritySettings settings) throws SealException, IOException {
        this.directory = settings.keys();
        this.keys = new CopyOnWriteArrayList<>(
                settings.passphrase().isPresent()
                        ? DomainKeyFile.load(directory, settings.passphrase().get())
                        : List.of());
    }

    /** All of them. */
    public List<DomainKey> all() {
        return List.copyOf(keys);
    }

    /** Whether there is a key of the domain, whole or a share. */
    public boolean has(PseudonymDomain domain) {
        return keys.stream().anyMatch(key -> key.domain().equals(domain));
    }

    /** The key of a domain, whole (holder 0) or a share. */
    public Optional<DomainKey> find(PseudonymDomain domain, int holder) {
        return keys.stream()
                .filter(key -> key.domain().equals(domain) && key.holder() == holder)
                .findFirst();
    }

    /** Erases a domain's keys from memory and key store, where a mark stays so that none is ever made for it again. */
    void erase(PseudonymDomain domain) {
        keys.removeIf(key -> key.domain().equals(domain));
        try {
            DomainKeyFile.erase(directory, domain);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
