package dk.rettidig.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of {@code release-limits.yaml} as a value. */
public final class ReleaseLimitRegister {

    private final Map<String, ReleaseLimit> limits;

    private ReleaseLimitRegister(Map<String, ReleaseLimit> limits) {
        this.limits = limits;
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static ReleaseLimitRegister read(PolicySet set, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.RELEASE_LIMITS, problems);
        Map<String, ReleaseLimit> limits = new LinkedHashMap<>();
        for (YamlFields entry : file.list("release_limits")) {
            ReleaseLimit limit = limit(entry);
            if (limits.putIfAbsent(limit.id(), limit) != null) {
                entry.problem("id", "\"" + limit.id() + "\" stands there already", "give each limit its own id");
            }
        }
        file.done();
        return new ReleaseLimitRegister(limits);
    }

    /** The limit with this id. */
    public Optional<ReleaseLimit> find(String id) {
        return Optional.ofNullable(limits.get(id));
    }

    /** All limits in the order of the file. */
    public List<ReleaseLimit> all() {
        return List.copyOf(limits.values());
    }

    private static ReleaseLimit limit(YamlFields entry) {
        boolean atLeast = entry.has("at_least");
        if (atLeast == entry.has("at_most")) {
            entry.problem("id", "no limit, or two", "write exactly one of at_least and at_most");
        }
        ReleaseLimit limit = new ReleaseLimit(
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
}
