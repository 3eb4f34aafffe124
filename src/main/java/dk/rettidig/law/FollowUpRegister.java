package dk.rettidig.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The register of {@code follow-up.yaml} as a value: the definitions, and the list that is made by one of them. */
public final class FollowUpRegister {

    private static final int MOST_MONTHS = 24;

    private final List<FollowUpDefinition> definitions;
    private final String listed;
    private final int months;
    private final List<FollowUpStep> steps;
    private final String comesBack;
    private final List<Example> examples;

    private FollowUpRegister(
            List<FollowUpDefinition> definitions,
            String listed,
            int months,
            List<FollowUpStep> steps,
            String comesBack,
            List<Example> examples) {
        this.definitions = List.copyOf(definitions);
        this.listed = listed;
        this.months = months;
        this.steps = List.copyOf(steps);
        this.comesBack = comesBack;
        this.examples = List.copyOf(examples);
    }

    /** A case of the list with its answer on a day. */
    public record Example(List<String> given, LocalDate asked, String then) {

        public Example {
            given = List.copyOf(given);
        }
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static FollowUpRegister read(
            PolicySet set, CodeRegister codes, DeadlineRegister deadlines, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.FOLLOW_UP, problems);
        List<FollowUpDefinition> definitions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlFields entry : file.list("definitions")) {
            FollowUpDefinition definition = FollowUpDefinition.read(entry, codes);
            once(entry, seen, definition.id());
            definitions.add(definition);
        }
        FollowUpRegister register = list(file.mapping("list"), definitions, seen, deadlines);
        file.done();
        return register;
    }

    private static FollowUpRegister list(
            YamlFields list, List<FollowUpDefinition> definitions, Set<String> known, DeadlineRegister deadlines) {
        String listed = list.text("definition");
        if (!known.contains(listed)) {
            list.problem("definition", "\"" + listed + "\" is no definition", "name one of definitions");
        }
        String comesBack = list.text("comes_back");
        if (deadlines.find(comesBack).isEmpty()) {
            list.problem("comes_back", "\"" + comesBack + "\" is not on file", "add it to deadlines.yaml");
        }
        list.text("ref");
        list.word("confidence", Confidence::parse, Confidence.CHOICES);
        FollowUpRegister register = new FollowUpRegister(
                definitions,
                listed,
                list.integer("within_months", 1, MOST_MONTHS),
                steps(list, deadlines),
                comesBack,
                examples(list));
        list.done();
        return register;
    }

    private static List<FollowUpStep> steps(YamlFields list, DeadlineRegister deadlines) {
        List<FollowUpStep> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlFields entry : list.list("steps")) {
            FollowUpStep step = FollowUpStep.read(entry, deadlines);
            once(entry, seen, step.id());
            steps.add(step);
        }
        for (FollowUpStep.Tell tell : FollowUpStep.Tell.values()) {
            if (steps.stream()
                    .noneMatch(step -> step.tell() == tell && step.when() != FollowUpStep.When.NOTIFICATION)) {
                list.problem("steps", "silence is never told to " + tell.id(), "add a step that tells it");
            }
        }
        return steps;
    }

    private static void once(YamlFields entry, Set<String> seen, String id) {
        if (!seen.add(id)) {
            entry.problem("id", "\"" + id + "\" stands there already", "give each its own id");
        }
    }

    private static List<Example> examples(YamlFields list) {
        List<Example> examples = new ArrayList<>();
        for (YamlFields each : list.list("examples")) {
            examples.add(new Example(each.texts("given"), each.date("asked"), each.text("then")));
            each.done();
        }
        return examples;
    }

    /** All definitions, in the order of the file. */
    public List<FollowUpDefinition> definitions() {
        return definitions;
    }

    /** Every indicator that is a measure to any definition. */
    public List<String> kinds() {
        return definitions.stream()
                .flatMap(each -> Stream.concat(each.measures().stream(), each.unclear().stream()))
                .filter(kind -> !kind.contains("."))
                .distinct()
                .sorted()
                .toList();
    }

    /** The definition by which the list is made. */
    public FollowUpDefinition listed() {
        return definitions.stream()
                .filter(each -> each.id().equals(listed))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the policy set has no definition " + listed));
    }

    /** How many months back from the newest notification the list counts. */
    public int months() {
        return months;
    }

    /** Who is told, in the order of the file. */
    public List<FollowUpStep> steps() {
        return steps;
    }

    /** A step by its id; empty when a set of today has none like it. */
    public Optional<FollowUpStep> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The deadline after which what is being handled comes back. */
    public String comesBack() {
        return comesBack;
    }

    /** Cases of the list with their answers. */
    public List<Example> examples() {
        return examples;
    }
}
