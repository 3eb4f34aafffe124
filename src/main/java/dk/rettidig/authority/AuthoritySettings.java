package dk.rettidig.authority;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the authority's keys are. Only the process of the authority has any. */
@ConfigMapping(prefix = "rettidig.authority")
public interface AuthoritySettings {

    /** Directory of the key store; outside the database and its backups. */
    @WithDefault("${rettidig.home}/domain-keys")
    Path keys();

    /** What opens the key store; given by {@code RETTIDIG_AUTHORITY_PASSPHRASE_FILE}. */
    Optional<String> passphrase();
}
