package dk.rettidig.law;

import java.util.Set;

/**
 * What a guideline of the municipality must answer: an attention point of {@code policies/guideline-points.yaml}.
 *
 * @param asksDanish what must be answered, as a question
 * @param ref the provision behind it
 * @param confidence how the provision was established
 * @param source who raised the point
 * @param sourceConfidence how that was established
 */
public record GuidelinePoint(
        String id,
        String danish,
        String english,
        String asksDanish,
        String asksEnglish,
        String ref,
        Confidence confidence,
        String source,
        Confidence sourceConfidence) {

    private static final String ID = "[a-z][a-z0-9_]{0,39}";

    static GuidelinePoint read(YamlFields entry, Set<String> seen) {
        GuidelinePoint point = new GuidelinePoint(
                id(entry, seen),
                entry.text("danish"),
                entry.text("english"),
                entry.text("asks_danish"),
                entry.text("asks_english"),
                entry.text("ref"),
                confidence(entry, "confidence"),
                entry.text("source"),
                confidence(entry, "source_confidence"));
        entry.done();
        return point;
    }

    /** The id of an entry, which stands once among those seen. */
    static String id(YamlFields entry, Set<String> seen) {
        String id = entry.text("id");
        if (entry.has("id") && !id.matches(ID)) {
            entry.problem("id", "\"" + id + "\" is no id", "write lower case letters, digits and underscores");
        } else if (entry.has("id") && !seen.add(id)) {
            entry.problem("id", "\"" + id + "\" stands there already", "give each its own id");
        }
        return id;
    }

    private static Confidence confidence(YamlFields entry, String key) {
        return entry.word(key, Confidence::parse, Confidence.CHOICES).orElse(Confidence.MEMORY_LOW);
    }
}
