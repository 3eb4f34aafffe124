package dk.rettidig.oversight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.ledger.Entry;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;

/**
 * What the register keeps of an entry. Texts that an entry does not have are empty.
 *
 * @param basis the legal basis that the request claimed
 * @param exported whether something left the service with it ({@link Exports})
 */
public record IndexedEntry(
        long index,
        Instant at,
        String handle,
        String actorKind,
        String type,
        String action,
        String purpose,
        String basis,
        boolean refused,
        boolean exported) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> REFUSED = Set.of("gate.refused", "gate.undecidable");

    /** Reads an entry; one that is not what the sequencer writes is registered by its index alone. */
    public static IndexedEntry of(Entry entry) {
        JsonNode root;
        try {
            root = JSON.readTree(entry.bytes());
        } catch (IOException damaged) {
            root = JSON.createObjectNode();
        }
        JsonNode body = root.path("body");
        JsonNode fields = body.path("fields");
        String type = body.path("type").asText();
        String action = first(fields, "action");
        return new IndexedEntry(
                entry.index(),
                moment(body.path("at").asText()),
                body.path("actor").asText(),
                body.path("actor_kind").asText(),
                type,
                action,
                first(fields, "purpose"),
                first(fields, "basis"),
                REFUSED.contains(type) || type.endsWith("_refused") || type.endsWith("_rejected"),
                Exports.isOne(type, action, fields.path("act").asText()));
    }

    /** A field of the entry itself, or of the request that the gate decided on. */
    private static String first(JsonNode fields, String name) {
        JsonNode own = fields.path(name);
        return own.isTextual()
                ? own.asText()
                : fields.path("request").path(name).asText();
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException damaged) {
            return Instant.EPOCH;
        }
    }
}
