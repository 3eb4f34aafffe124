package dk.rettidig.oversight.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.ActorKind;
import dk.rettidig.ledger.Entry;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry in words.
 *
 * @param handle under which its actor appears in the log this year
 * @param commitments names of the values that are in the entry as salted commitments only
 */
public record EntryText(
        long index,
        String type,
        String sentence,
        String at,
        String handle,
        String actor,
        List<Field> fields,
        List<String> commitments,
        String json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One open value. */
    public record Field(String name, String value) {}

    static EntryText of(Entry entry, Language language) {
        JsonNode root = parsed(entry);
        JsonNode body = root.path("body");
        JsonNode fields = body.path("fields");
        List<Field> open = new ArrayList<>();
        flatten("", fields, open);
        List<String> committed = new ArrayList<>();
        root.path("commitments").fieldNames().forEachRemaining(committed::add);
        String kind = body.path("actor_kind").asText();
        return new EntryText(
                entry.index(),
                body.path("type").asText(),
                EntrySentence.of(body.path("type").asText(), fields, language),
                moment(body.path("at").asText(), language),
                body.path("actor").asText(),
                ActorKind.parse(kind)
                        .map(each -> language.choose(each.danish(), each.english()))
                        .orElse(kind),
                List.copyOf(open),
                List.copyOf(committed),
                entry.json());
    }

    private static JsonNode parsed(Entry entry) {
        try {
            return JSON.readTree(entry.json());
        } catch (JsonProcessingException damaged) {
            // The sequencer writes nothing but JSON; what is not is shown as it is, without a sentence.
            return JSON.createObjectNode();
        }
    }

    private static void flatten(String prefix, JsonNode node, List<Field> into) {
        node.properties().forEach(each -> {
            String name = prefix + each.getKey();
            if (each.getValue().isObject()) {
                flatten(name + ".", each.getValue(), into);
            } else if (each.getValue().isArray()) {
                List<String> values = new ArrayList<>();
                each.getValue().forEach(value -> values.add(value.asText()));
                into.add(new Field(name, values.isEmpty() ? "–" : String.join(", ", values)));
            } else {
                into.add(new Field(name, each.getValue().asText()));
            }
        });
    }

    private static String moment(String text, Language language) {
        try {
            return Words.time(Instant.parse(text), language);
        } catch (DateTimeParseException notAMoment) {
            return text;
        }
    }
}
