package dk.rettidig.cli.reidentify;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /**
     * Reads pinned keys from files.
     *
     * @param service one Ed25519 key in base64url
     * @param log vkeys, one a line
     * @throws IllegalArgumentException when a file holds something else
     */
    public static Pins read(Path service, Path log) throws IOException {
        try {
            return new Pins(
                    VerifyingKey.parse(
                            Files.readString(service, StandardCharsets.US_ASCII).strip()),
                    keys(Files.readString(log, StandardCharsets.US_ASCII)));
        } catch (SealException wrong) {
            throw new IllegalArgumentException(service + " is no Ed25519 key in base64url, 43 characters.", wrong);
        } catch (CheckpointException wrong) {
            throw new IllegalArgumentException(log + " is no vkey, name+id+base64, as the log publishes it.", wrong);
        }
    }

    /** The vkeys of a text, one a line. */
    static List<VerifierKey> keys(String text) throws CheckpointException {
        List<VerifierKey> keys = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            keys.add(VerifierKey.parse(line.strip()));
        }
        return keys;
    }

    /** The installation as its tickets name it. */
    String issuer() {
        return log.getFirst().name().value();
    }
}
