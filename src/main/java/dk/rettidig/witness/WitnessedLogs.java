package dk.rettidig.witness;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.VerifierKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The logs that a witness follows: for each origin the keys that may sign for it. */
public final class WitnessedLogs {

    private final Map<String, List<VerifierKey>> keys = new LinkedHashMap<>();

    private WitnessedLogs() {}

    /**
     * Reads one vkey a line; the key's name is the log's origin, and several keys of one name are all trusted, as during a
     * change of keys. Empty lines and lines that begin with {@code #} do not matter.
     *
     * @throws CheckpointException when a line is no key; it names the line
     * @throws IllegalArgumentException for a key that cosigns instead of signing
     */
    public static WitnessedLogs parse(List<String> lines) throws CheckpointException {
        WitnessedLogs logs = new WitnessedLogs();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            VerifierKey key = VerifierKey.parse(line.strip());
            if (!key.algorithm().signsLogs()) {
                throw new IllegalArgumentException(key.name() + " is the key of a witness, not of a log");
            }
            logs.keys
                    .computeIfAbsent(key.name().value(), origin -> new ArrayList<>())
                    .add(key);
        }
        return logs;
    }

    /** The keys of a log; empty when it is not followed. */
    List<VerifierKey> keys(String origin) {
        return List.copyOf(keys.getOrDefault(origin, List.of()));
    }

    /** The origins, in the order in which they were given. */
    public List<String> origins() {
        return List.copyOf(keys.keySet());
    }
}
