package dk.rettidig.gate;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the policy set comes from. */
@ConfigMapping(prefix = "rettidig.policies")
public interface PolicySettings {

    /** Directory of the policy set in force; the set that the application was built with when absent. */
    Optional<Path> directory();
}
