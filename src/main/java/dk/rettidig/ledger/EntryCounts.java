package dk.rettidig.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whom an entry counts, and how many it makes of each: the other side of {@link EntryBody#entry}.
 *
 * @param actor the actor's handle
 * @param actorCount its running count, from 1
 * @param model the model's name, where the entry counts one
 * @param modelCount its running count, 0 without a model
 */
record EntryCounts(String actor, long actorCount, Optional<String> model, long modelCount) {

    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());
    private static final String HEAD = "{\"body\":{\"actor\":\"";
    private static final String TAIL = ",\"counts\":{\"actor\":";
    private static final String MODEL = ",\"model\":";
    private static final String END = "},\"v\":1}";

    /** Read from an entry's bytes; empty when they are no entry of this form. */
    static Optional<EntryCounts> of(byte[] bytes) {
        String entry = new String(bytes, StandardCharsets.UTF_8);
        int tail = entry.lastIndexOf(TAIL);
        int handle = entry.indexOf('"', HEAD.length());
        if (!entry.startsWith(HEAD) || tail < 0 || handle < 0 || !entry.endsWith(END)) {
            return Optional.empty();
        }
        String counts = entry.substring(tail + TAIL.length(), entry.length() - END.length());
        int model = counts.indexOf(MODEL);
        OptionalLong actorCount = number(model < 0 ? counts : counts.substring(0, model));
        OptionalLong modelCount = model < 0 ? OptionalLong.of(0) : number(counts.substring(model + MODEL.length()));
        Optional<String> name = model < 0 ? Optional.empty() : model(entry);
        if (actorCount.isEmpty() || modelCount.isEmpty() || (model >= 0 && name.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new EntryCounts(
                entry.substring(HEAD.length(), handle), actorCount.getAsLong(), name, modelCount.getAsLong()));
    }

    private static OptionalLong number(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException notOne) {
            return OptionalLong.empty();
        }
    }

    private static Optional<String> model(String entry) {
        try {
            JsonNode model = JSON.readTree(entry).path("body").path("fields").path("model");
            return model.isTextual() ? Optional.of(model.asText()) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** What the count of a subject is by this entry; empty when it does not count that subject. */
    OptionalLong count(String subject) {
        if (subject.equals(RunningCounts.actor(actor))) {
            return OptionalLong.of(actorCount);
        }
        return model.filter(name -> subject.equals(RunningCounts.model(name))).isPresent()
                ? OptionalLong.of(modelCount)
                : OptionalLong.empty();
    }
}
