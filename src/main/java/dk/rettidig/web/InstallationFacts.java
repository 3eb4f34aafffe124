package dk.rettidig.web;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the foot of every page says about the installation, so that a reader can tell which rules applied and how far the
 * record reached when the page was made. Implemented by a feature that knows rules and record; injected. Reads from
 * memory: pages also say this when the database is away.
 */
public interface InstallationFacts {

    /** The first digits of the policy set's digest; empty until a set is loaded. */
    Optional<String> policy();

    /** Number of entries under the newest published checkpoint; empty until one is published. */
    OptionalLong checkpointSize();
}
