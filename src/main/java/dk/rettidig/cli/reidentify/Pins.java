package dk.rettidig.cli.reidentify;

import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.seal.VerifyingKey;
import java.util.List;

/**
 * The keys of an installation as its people handed them over on another way than the network.
 *
 * @param service signs tickets
 * @param log sign checkpoints, any of them; their name is the installation's in tickets
 */
public record Pins(VerifyingKey service, List<VerifierKey> log) {

    public Pins {
        log = List.copyOf(log);
        if (log.stream().map(VerifierKey::name).distinct().count() != 1) {
            throw new IllegalArgumentException("the log's keys are at least one, and all of one log");
        }
    }

    /** The installation as its tickets name it. */
    String issuer() {
        return log.getFirst().name().value();
    }
}
