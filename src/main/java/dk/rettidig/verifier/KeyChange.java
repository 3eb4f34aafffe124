package dk.rettidig.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.VerifierKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entry by which the log says which keys sign it: whoever trusts a key that signed the entry trusts what it announces. */
sealed interface KeyChange {

    /** This key signs too. */
    record Announced(String vkey) implements KeyChange {}

    /** The key with this id signs no more. */
    record Retired(String keyId) implements KeyChange {}

    /** Reads {@code ledger.key_announced} and {@code ledger.key_retired}; off the hot path. */
    static Optional<KeyChange> read(byte[] entry) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(entry)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.putIfAbsent(parser.currentName(), parser.getText());
                }
            }
        } catch (IOException notJson) {
            return Optional.empty();
        }
        return switch (texts.getOrDefault("type", "")) {
            case "ledger.key_announced" -> Optional.of(new Announced(texts.getOrDefault("vkey", "")));
            case "ledger.key_retired" -> Optional.of(new Retired(texts.getOrDefault("key_id", "")));
            default -> Optional.empty();
        };
    }

    /**
     * The keys that are trusted after these changes.
     *
     * @param trusted before
     * @param origin the log's name, which every key of it bears
     */
    static List<VerifierKey> apply(List<VerifierKey> trusted, List<KeyChange> changes, String origin) {
        List<VerifierKey> keys = new ArrayList<>(trusted);
        for (KeyChange change : changes) {
            switch (change) {
                case Announced announced ->
                    announced(announced.vkey(), origin)
                            .filter(key -> !keys.contains(key))
                            .ifPresent(keys::add);
                case Retired retired -> {
                    if (keys.size() > 1) {
                        keys.removeIf(key -> key.idHex().equals(retired.keyId()));
                    }
                }
            }
        }
        return List.copyOf(keys);
    }

    private static Optional<VerifierKey> announced(String vkey, String origin) {
        try {
            VerifierKey key = VerifierKey.parse(vkey);
            boolean ofThisLog =
                    key.name().value().equals(origin) && key.algorithm().signsLogs();
            return ofThisLog ? Optional.of(key) : Optional.empty();
        } catch (CheckpointException notAKey) {
            return Optional.empty();
        }
    }
}
