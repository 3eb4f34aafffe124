package dk.rettidig.law;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The register of {@code monitoring-limits.yaml} as a value. */
public final class MonitoringLimitRegister implements MonitoringLimits {

    private static final int MOST_CHILDREN = 10_000;
    private static final int LONGEST_DAYS = 90;
    private static final int MOST_PEOPLE = 1_000;

    private final Map<String, Limit> limits;
    private final int children;
    private final int days;
    private final double margin;
    private final int reviewers;
    private final int cases;

    private MonitoringLimitRegister(
            Map<String, Limit> limits, YamlFields judged, YamlFields resumed, YamlFields people) {
        this.limits = limits;
        this.children = judged.integer("children", 50, MOST_CHILDREN);
        this.days = resumed.integer("days", 1, LONGEST_DAYS);
        this.margin = resumed.number("margin");
        this.reviewers = people.integer("reviewers", 5, MOST_PEOPLE);
        this.cases = people.integer("cases", 5, MOST_PEOPLE);
        if (resumed.has("margin") && !(margin >= 0 && margin <= 1)) {
            resumed.problem("margin", "\"margin\" is out of bounds", "write a share from 0 to 1");
        }
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static MonitoringLimitRegister read(PolicySet set, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.MONITORING_LIMITS, problems);
        YamlFields judged = file.mapping("judged");
        YamlFields resumed = file.mapping("resumed");
        YamlFields people = file.mapping("people");
        MonitoringLimitRegister register = new MonitoringLimitRegister(limits(file), judged, resumed, people);
        for (YamlFields part : List.of(judged, resumed, people)) {
            part.text("ref");
            part.word("confidence", Confidence::parse, Confidence.CHOICES);
            part.done();
        }
        file.done();
        return register;
    }

    private static Map<String, Limit> limits(YamlFields file) {
        Map<String, Limit> limits = new LinkedHashMap<>();
        for (YamlFields entry : file.list("monitoring_limits")) {
            Limit limit = limit(entry);
            if (!IDS.contains(limit.id())) {
                entry.problem(
                        "id", "\"" + limit.id() + "\" is measured by nothing", "choose one of " + new TreeSet<>(IDS));
            } else if (limits.putIfAbsent(limit.id(), limit) != null) {
                entry.problem("id", "\"" + limit.id() + "\" stands there already", "give each limit its own id");
            }
        }
        TreeSet<String> missing = new TreeSet<>(IDS);
        missing.removeAll(limits.keySet());
        if (!missing.isEmpty() && file.has("monitoring_limits")) {
            file.problem("monitoring_limits", "no limit for " + missing, "write one: what has none never pauses");
        }
        return limits;
    }

    private static Limit limit(YamlFields entry) {
        boolean atLeast = entry.has("at_least");
        if (atLeast == entry.has("at_most")) {
            entry.problem("id", "no limit, or two", "write exactly one of at_least and at_most");
        }
        Limit limit = new Limit(
                entry.text("id"),
                entry.text("danish"),
                entry.text("english"),
                atLeast,
                entry.number(atLeast ? "at_least" : "at_most"),
                entry.text("ref"));
        entry.word("confidence", Confidence::parse, Confidence.CHOICES);
        entry.done();
        return limit;
    }

    @Override
    public Limit limit(String id) {
        Limit limit = limits.get(id);
        if (limit == null) {
            throw new IllegalArgumentException("no limit " + id);
        }
        return limit;
    }

    @Override
    public int fewestChildren() {
        return children;
    }

    @Override
    public Period accepted() {
        return Period.ofDays(days);
    }

    @Override
    public double margin() {
        return margin;
    }

    @Override
    public int fewestReviewers() {
        return reviewers;
    }

    @Override
    public int fewestCases() {
        return cases;
    }
}
