package dk.rettidig.law;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The register of {@code triage.yaml} as a value: what a notification demands, by a table that people reviewed. */
public final class TriageRegister {

    private static final int LONGEST_WARNING = 240;

    private final Map<String, Set<NotificationMark>> marks;
    private final List<Demand> demands;

    private TriageRegister(Map<String, Set<NotificationMark>> marks, List<Demand> demands) {
        this.marks = marks;
        this.demands = demands;
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static TriageRegister read(
            PolicySet set, CodeRegister codes, DeadlineRegister deadlines, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.TRIAGE, problems);
        Map<String, Set<NotificationMark>> marks = new LinkedHashMap<>();
        for (YamlFields entry : file.list("marks")) {
            String cause = known(entry, "cause", entry.text("cause"), code -> codes.has("reason", code));
            if (marks.putIfAbsent(cause, marks(entry)) != null) {
                entry.problem("cause", "\"" + cause + "\" stands there already", "give each cause one entry");
            }
            entry.text("ref");
            entry.word("confidence", Confidence::parse, Confidence.CHOICES);
            entry.done();
        }
        List<Demand> demands = new ArrayList<>();
        Set<DutyKind> seen = new HashSet<>();
        for (YamlFields entry : file.list("demands")) {
            Demand demand = demand(entry, codes, deadlines);
            if (!seen.add(demand.duty())) {
                entry.problem(
                        "duty", "\"" + demand.duty().id() + "\" stands there already", "give each duty one entry");
            }
            demands.add(demand);
        }
        file.done();
        return new TriageRegister(marks, List.copyOf(demands));
    }

    private static Demand demand(YamlFields entry, CodeRegister codes, DeadlineRegister deadlines) {
        List<String> notifiers = entry.texts("notifiers");
        notifiers.forEach(code -> known(entry, "notifiers", code, each -> codes.has("notifier", each)));
        Optional<String> deadline = entry.optionalText("deadline");
        deadline.ifPresent(
                id -> known(entry, "deadline", id, each -> deadlines.find(each).isPresent()));
        Demand demand = new Demand(
                entry.text("id"),
                entry.word("duty", DutyKind::parse, DutyKind.CHOICES).orElse(DutyKind.ASSESS),
                entry.text("danish"),
                entry.text("english"),
                marks(entry),
                Set.copyOf(new HashSet<>(notifiers)),
                entry.truth("unless_anonymous"),
                deadline,
                entry.integer("warn_hours", 0, LONGEST_WARNING),
                entry.text("ref"),
                entry.word("confidence", Confidence::parse, Confidence.CHOICES).orElse(Confidence.MEMORY_LOW));
        entry.done();
        return demand;
    }

    private static Set<NotificationMark> marks(YamlFields entry) {
        Set<NotificationMark> marks = EnumSet.noneOf(NotificationMark.class);
        for (String word : entry.texts("marks")) {
            Optional<NotificationMark> mark = NotificationMark.parse(word);
            if (mark.isEmpty()) {
                entry.problem("marks", "\"" + word + "\" is no mark", "choose among " + NotificationMark.CHOICES);
            }
            mark.ifPresent(marks::add);
        }
        return marks;
    }

    private static String known(YamlFields entry, String key, String word, Predicate<String> exists) {
        if (!exists.test(word)) {
            entry.problem(key, "\"" + word + "\" is not on file", "correct the spelling, or add it to its register");
        }
        return word;
    }

    /** The marks that follow from causes. */
    public Set<NotificationMark> marksOf(Set<String> causes) {
        Set<NotificationMark> found = EnumSet.noneOf(NotificationMark.class);
        causes.forEach(cause -> found.addAll(marks.getOrDefault(cause, Set.of())));
        return found;
    }

    /** What a notification demands, in the order of the file. */
    public List<Demand> demands(Set<NotificationMark> has, String notifier, boolean anonymous) {
        return demands.stream()
                .filter(demand -> demand.holds(has, notifier, anonymous))
                .toList();
    }
}
