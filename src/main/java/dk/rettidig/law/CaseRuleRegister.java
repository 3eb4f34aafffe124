package dk.rettidig.law;

import dk.rettidig.law.CaseRule.Demand;
import dk.rettidig.law.CaseRule.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The register of {@code case-rules.yaml} as a value. */
public final class CaseRuleRegister {

    private static final Set<String> STATES = Set.of("open", "met", "breached", "not_applicable", "undecidable");

    private final Map<String, String> pairs;
    private final Map<String, CaseRule> rules;
    private final Map<String, Integer> lines;

    private CaseRuleRegister(Map<String, String> pairs, Map<String, CaseRule> rules, Map<String, Integer> lines) {
        this.pairs = Map.copyOf(pairs);
        this.rules = rules;
        this.lines = lines;
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static CaseRuleRegister read(PolicySet set, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.CASE_RULES, problems);
        Map<String, String> pairs = new LinkedHashMap<>();
        for (YamlFields entry : file.list("periods")) {
            if (pairs.putIfAbsent(entry.text("start"), entry.text("end")) != null) {
                entry.problem("start", "the period stands there already", "remove one");
            }
            entry.done();
        }
        Map<String, CaseRule> rules = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (YamlFields entry : file.list("rules")) {
            CaseRule rule = rule(entry, pairs.keySet());
            lines.put(rule.id(), entry.line());
            if (rules.putIfAbsent(rule.id(), rule) != null) {
                entry.problem("id", "\"" + rule.id() + "\" stands there already", "give each rule its own id");
            }
            entry.done();
        }
        file.done();
        return new CaseRuleRegister(pairs, rules, lines);
    }

    /** Ends of periods by their starts, as events. */
    public Map<String, String> periods() {
        return pairs;
    }

    /** All rules in the order of the file. */
    public List<CaseRule> all() {
        return List.copyOf(rules.values());
    }

    /** Where a rule begins in the file. */
    public int line(CaseRule rule) {
        return lines.getOrDefault(rule.id(), 0);
    }

    private static CaseRule rule(YamlFields entry, Set<String> starts) {
        String id = entry.text("id");
        if (!id.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+")) {
            entry.problem("id", "\"" + id + "\" is no id", "write small letters with a dot: assessment.four_months");
        }
        List<Selector> on = selectors(entry, "on", true);
        List<String> running = entry.has("running") ? entry.texts("running") : List.of();
        known(entry, "running", running, starts);
        return new CaseRule(
                id,
                entry.integer("version", 1, 1000),
                entry.text("danish"),
                entry.text("english"),
                entry.text("ref"),
                entry.word("severity", CaseRuleRegister::severity, "grave, duty, notice")
                        .orElse(CaseRule.Severity.NOTICE),
                entry.date("in_force_from"),
                entry.optionalDate("in_force_to"),
                entry.word("confidence", Confidence::parse, Confidence.CHOICES).orElse(Confidence.MEMORY_LOW),
                on,
                selectors(entry, "implied_by", false),
                selectors(entry, "state", false),
                running,
                demand(entry, on, starts),
                examples(entry));
    }

    private static Demand demand(YamlFields entry, List<Selector> on, Set<String> starts) {
        List<Selector> events = selectors(entry, "events", true);
        String kind = entry.word(
                        "demand",
                        word -> Optional.of(word).filter(List.of("recorded", "within", "before", "repeated")::contains),
                        "recorded, within, before, repeated")
                .orElse("recorded");
        return switch (kind) {
            case "within" -> within(entry, events, on, starts);
            case "before" -> before(entry, events);
            case "repeated" -> {
                known(entry, "on", events(on), starts);
                yield new Demand.Repeated(events, entry.text("deadline"));
            }
            default -> new Demand.Recorded(events);
        };
    }

    private static Demand within(YamlFields entry, List<Selector> events, List<Selector> on, Set<String> starts) {
        Optional<String> orEndOf = entry.optionalText("or_end_of");
        known(entry, "or_end_of", orEndOf.stream().toList(), starts);
        boolean whileRunning = entry.has("while_running") && entry.truth("while_running");
        if (whileRunning) {
            known(entry, "on", events(on), starts);
        }
        return new Demand.Within(
                events,
                entry.text("deadline"),
                entry.optionalText("from"),
                entry.has("earlier") && entry.truth("earlier"),
                orEndOf,
                whileRunning);
    }

    private static Demand before(YamlFields entry, List<Selector> events) {
        return new Demand.Before(
                events, entry.optionalText("since"), entry.has("since_previous") && entry.truth("since_previous"));
    }

    private static List<CaseRule.Example> examples(YamlFields entry) {
        List<CaseRule.Example> examples = new ArrayList<>();
        Set<String> reached = new HashSet<>();
        for (YamlFields each : entry.list("examples")) {
            String then = each.word(
                            "then", word -> Optional.of(word).filter(STATES::contains), String.join(", ", STATES))
                    .orElse("");
            reached.add(then);
            examples.add(new CaseRule.Example(each.texts("given"), each.date("asked"), then));
            each.done();
        }
        if (!reached.contains("met") || !(reached.contains("breached") || reached.contains("open"))) {
            entry.problem("examples", "the examples show one side only", "add one that is met and one that is not");
        }
        return examples;
    }

    private static List<Selector> selectors(YamlFields entry, String key, boolean needed) {
        if (!needed && !entry.has(key)) {
            return List.of();
        }
        List<Selector> selectors = new ArrayList<>();
        for (String text : entry.texts(key)) {
            Optional<Selector> selector = Selector.parse(text);
            selector.ifPresent(selectors::add);
            if (selector.isEmpty()) {
                entry.problem(key, "\"" + text + "\" names no event", "write CASE_PLACED or CASE_PLACED=2");
            }
        }
        return selectors;
    }

    private static List<String> events(List<Selector> selectors) {
        return selectors.stream().map(Selector::event).toList();
    }

    private static void known(YamlFields entry, String key, List<String> events, Set<String> starts) {
        events.stream()
                .filter(event -> !starts.contains(event))
                .forEach(event -> entry.problem(
                        key, event + " starts no period", "name one of periods: " + String.join(", ", starts)));
    }

    private static Optional<CaseRule.Severity> severity(String word) {
        return Arrays.stream(CaseRule.Severity.values())
                .filter(value -> value.id().equals(word))
                .findFirst();
    }
}
