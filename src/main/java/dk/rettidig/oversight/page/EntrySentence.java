package dk.rettidig.oversight.page;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.access.Action;
import dk.rettidig.web.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * Says what an entry is about in a sentence a person can read. The sentences stand in {@code entries/sentences.properties},
 * one in Danish and one in English for every event and every action.
 */
public final class EntrySentence {

    private static final String FILE = "/entries/sentences.properties";
    private static final Properties SENTENCES = read();

    /** Beginnings of types, in the order in which they are offered. */
    private static final List<String> FAMILIES = List.of(
            "gate.",
            "gate.refused",
            "feed.",
            "notification.",
            "roster.",
            "follow_up.",
            "casefile.",
            "supervision.",
            "handover.",
            "guideline.",
            "scope.",
            "flag.",
            "review.",
            "reidentification.",
            "monitoring.",
            "conversion.",
            "extract.",
            "halt.",
            "erasure.",
            "ledger.",
            "oversight.");

    private EntrySentence() {}

    /** One thing that can be asked for. */
    public record Choice(String value, String label, boolean selected) {}

    /** The families of events, for a list to choose from. */
    static List<Choice> families(String selected, Language language) {
        return FAMILIES.stream()
                .map(family -> new Choice(family, said("family." + family, family, language), family.equals(selected)))
                .toList();
    }

    /** What the gate can be asked for, by what it is called in the language. */
    static List<Choice> actions(String selected, Language language) {
        return Arrays.stream(Action.values())
                .map(action -> new Choice(
                        action.id(),
                        ofAction(action.id(), language),
                        action.id().equals(selected)))
                .sorted(Comparator.comparing(
                        Choice::label, Collator.getInstance(Locale.forLanguageTag(language.tag()))))
                .toList();
    }

    static String of(String type, JsonNode fields, Language language) {
        String sentence = ofEvent(type, language);
        if (type.startsWith("gate.")) {
            String action = type.equals("gate.counted")
                    ? fields.path("action").asText()
                    : fields.path("request").path("action").asText();
            return sentence + ": " + ofAction(action, language) + rule(type, fields, language);
        }
        return sentence + detail(type, fields, language);
    }

    /** What happened; the type itself when a newer version of the service wrote the entry. */
    static String ofEvent(String type, Language language) {
        return said("event." + type, type, language);
    }

    /** What was asked of the gate, as a noun or an infinitive; the action's id when it is not known. */
    static String ofAction(String action, Language language) {
        return said("action." + action, action, language);
    }

    private static String said(String key, String otherwise, Language language) {
        return SENTENCES.getProperty(key + language.choose(".da", ".en"), otherwise);
    }

    private static String rule(String type, JsonNode fields, Language language) {
        boolean refused = type.equals("gate.refused") || type.equals("gate.undecidable");
        String first = fields.path("rules").path(0).asText();
        return refused && !first.isEmpty() ? language.choose(" (regel ", " (rule ") + first + ")" : "";
    }

    private static String detail(String type, JsonNode fields, Language language) {
        return switch (type) {
            case "feed.delivery_finished" ->
                language.choose(": gyldige rækker ", ": valid rows ")
                        + fields.path("rows_valid").asText()
                        + language.choose(", tilbageholdt ", ", quarantined ")
                        + fields.path("rows_quarantined").asText();
            case "feed.delivery_rejected",
                    "feed.delivery_conflicted",
                    "feed.delivery_aborted",
                    "reidentification.refused",
                    "reidentification.redemption_refused" ->
                ": " + fields.path("reason").asText();
            default -> "";
        };
    }

    private static Properties read() {
        Properties read = new Properties();
        try (InputStream stream = Objects.requireNonNull(EntrySentence.class.getResourceAsStream(FILE), FILE);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
        return read;
    }
}
