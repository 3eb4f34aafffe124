package dk.rettidig.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What one definition calls a child with repeated or grave notifications and no registered measure: an entry of
 * {@code policies/follow-up.yaml}.
 *
 * @param counted what is counted to find out whether notifications are repeated
 * @param repeated how many of them, 2 or more
 * @param both whether a child is counted only when its notifications are repeated and grave; else either does
 * @param graveCauses codes of causes, any of which is grave
 * @param graveMarks marks, any of which is grave
 * @param measures what counts as registered: an indicator, {@code step.} and a result, {@code mark.} and a mark
 * @param unclear where the record says that there is a measure and not which
 * @param yearsAfter how many years after the year a measure still counts in
 * @param ref where the definition comes from
 */
public record FollowUpDefinition(
        String id,
        String danish,
        String english,
        Counted counted,
        int repeated,
        boolean both,
        Set<String> graveCauses,
        Set<NotificationMark> graveMarks,
        Set<String> measures,
        Set<String> unclear,
        int yearsAfter,
        String ref,
        Confidence confidence,
        List<Example> examples) {

    private static final int MOST = 20;

    public FollowUpDefinition {
        graveCauses = Set.copyOf(graveCauses);
        graveMarks = Set.copyOf(graveMarks);
        measures = Set.copyOf(measures);
        unclear = Set.copyOf(unclear);
        examples = List.copyOf(examples);
    }

    /** What is counted. */
    public enum Counted {
        NOTIFICATIONS,
        /** Several notifiers of one incident count once. */
        INCIDENTS;

        /** The word in the file. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Counted> parse(String id) {
            return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
        }
    }

    /**
     * A case with its answer.
     *
     * @param given notifications and measures as the file writes them
     */
    public record Example(List<String> given, int year, String then) {

        public Example {
            given = List.copyOf(given);
        }
    }

    static FollowUpDefinition read(YamlFields entry, CodeRegister codes) {
        String demands = entry.word(
                        "demands", word -> Optional.of(word).filter(Set.of("both", "either")::contains), "both, either")
                .orElse("both");
        Set<String> measures = kinds(entry, "measures");
        Set<String> unclear = kinds(entry, "unclear");
        unclear.stream()
                .filter(measures::contains)
                .forEach(kind -> entry.problem("unclear", kind + " stands under measures too", "remove one"));
        FollowUpDefinition definition = new FollowUpDefinition(
                entry.text("id"),
                entry.text("danish"),
                entry.text("english"),
                entry.word("counted", Counted::parse, "notifications, incidents")
                        .orElse(Counted.NOTIFICATIONS),
                entry.integer("repeated", 2, MOST),
                demands.equals("both"),
                causes(entry, codes),
                marks(entry),
                measures,
                unclear,
                entry.integer("years_after", 0, 2),
                entry.text("ref"),
                entry.word("confidence", Confidence::parse, Confidence.CHOICES).orElse(Confidence.MEMORY_LOW),
                examples(entry));
        entry.done();
        return definition;
    }

    private static Set<String> causes(YamlFields entry, CodeRegister codes) {
        List<String> causes = entry.texts("grave_causes");
        causes.stream()
                .filter(code -> !codes.has("reason", code))
                .forEach(code -> entry.problem("grave_causes", "\"" + code + "\" is not on file", "correct the code"));
        return Set.copyOf(causes);
    }

    private static Set<NotificationMark> marks(YamlFields entry) {
        List<NotificationMark> marks = new ArrayList<>();
        for (String word : entry.texts("grave_marks")) {
            NotificationMark.parse(word)
                    .ifPresentOrElse(
                            marks::add,
                            () -> entry.problem(
                                    "grave_marks",
                                    "\"" + word + "\" is no mark",
                                    "choose among " + NotificationMark.CHOICES));
        }
        return Set.copyOf(marks);
    }

    private static Set<String> kinds(YamlFields entry, String key) {
        List<String> kinds = entry.texts(key);
        kinds.stream()
                .filter(kind -> !kind.matches("[A-Z][A-Z_]+|(step|mark)\\.[a-z_]+"))
                .forEach(kind ->
                        entry.problem(key, "\"" + kind + "\" is no measure", "write CASE_PLACED or step.placement"));
        return Set.copyOf(kinds);
    }

    private static List<Example> examples(YamlFields entry) {
        List<Example> examples = new ArrayList<>();
        for (YamlFields each : entry.list("examples")) {
            examples.add(new Example(each.texts("given"), each.integer("year", 2000, 2100), each.text("then")));
            each.done();
        }
        List<String> answers = examples.stream().map(Example::then).toList();
        if (!answers.containsAll(Set.of("no_measure", "not_counted", "measure"))) {
            entry.problem("examples", "the examples show one side only", "show no_measure, not_counted and measure");
        }
        return examples;
    }
}
