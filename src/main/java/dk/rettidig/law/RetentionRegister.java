package dk.rettidig.law;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The register of {@code retention.yaml} as a value. */
public final class RetentionRegister implements RetentionRules {

    /** Longest any class is kept, in months: technical documentation is the longest, AI Act art. 18. */
    private static final int LONGEST = 120;

    private final Map<String, Duration> classes;

    private RetentionRegister(Map<String, Duration> classes) {
        this.classes = classes;
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static RetentionRegister read(PolicySet set, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.RETENTION, problems);
        Map<String, Duration> classes = new LinkedHashMap<>();
        for (YamlFields entry : file.list("retention")) {
            String name = entry.text("class");
            if (classes.putIfAbsent(name, keep(entry)) != null) {
                entry.problem("class", "\"" + name + "\" stands there already", "give each class one entry");
            }
            entry.text("after");
            entry.text("ref");
            entry.word("confidence", Confidence::parse, Confidence.CHOICES);
            entry.done();
        }
        file.done();
        return new RetentionRegister(classes);
    }

    @Override
    public Duration keep(String retentionClass) {
        Duration keep = classes.get(retentionClass);
        if (keep == null) {
            throw new IllegalArgumentException("retention.yaml names no class " + retentionClass);
        }
        return keep;
    }

    /** The classes that the register names. */
    public Set<String> classes() {
        return java.util.Collections.unmodifiableSet(classes.keySet());
    }

    private static Duration keep(YamlFields entry) {
        int units = (entry.has("hours") ? 1 : 0) + (entry.has("days") ? 1 : 0) + (entry.has("months") ? 1 : 0);
        if (units != 1) {
            entry.problem("class", units + " lengths of time", "write exactly one of hours, days and months");
            return Duration.ZERO;
        }
        if (entry.has("hours")) {
            return Duration.ofHours(entry.integer("hours", 0, LONGEST * 31 * 24));
        }
        if (entry.has("days")) {
            return Duration.ofDays(entry.integer("days", 0, LONGEST * 31));
        }
        // Calendar months as days, rounded up: 12 months are 365 days.
        return Duration.ofDays(Math.ceilDiv(entry.integer("months", 1, LONGEST) * 365, 12));
    }
}
