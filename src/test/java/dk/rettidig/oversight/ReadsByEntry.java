package dk.rettidig.oversight;

import static dk.rettidig.oversight.Reads.none;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Which reads of tables about people each entry accounts for. An entry that is not named stands for none. A decision of the
 * gate is named with its action, and a permission to erase with its class of retention as well.
 *
 * @param reads by entry
 */
record ReadsByEntry(Map<String, Reads> reads) {

    ReadsByEntry {
        reads = Map.copyOf(reads);
    }

    /** What an entry is called here. */
    static String name(JsonNode entry) {
        JsonNode request = entry.path("fields").path("request");
        return String.join(
                        " ",
                        entry.path("type").asText(),
                        request.path("action").asText(),
                        request.path("attributes").path("retention_class").asText())
                .strip();
    }

    Reads of(String entry) {
        return reads.getOrDefault(entry, none());
    }

    /** The same but for one entry, as one step has it: several routes ask the gate for the same action. */
    ReadsByEntry with(String entry, Reads other) {
        Map<String, Reads> changed = new HashMap<>(reads);
        changed.put(entry, other);
        return new ReadsByEntry(changed);
    }
}
