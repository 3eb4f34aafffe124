package dk.rettidig.gate;

import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.DataCategory;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.indicator.IndicatorRegister;
import dk.rettidig.law.Confidence;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.YamlFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code indicators.yaml} into the catalogue. */
final class IndicatorReader {

    private static final Set<String> UNITS = Set.of("yes/no", "count", "days", "months", "share", "code", "marker", "event");

    private final Set<String> ids = new HashSet<>();
    private final Map<Integer, String> codes = new HashMap<>();

    private IndicatorReader() {}

    /** The catalogue, without entries that have a problem. */
    static IndicatorRegister read(PolicySet set, List<PolicyProblem> problems) {
        IndicatorReader reader = new IndicatorReader();
        YamlFields file = YamlFields.read(set, PolicySet.INDICATORS, problems);
        List<Indicator> indicators = new ArrayList<>();
        for (YamlFields entry : file.list("indicators")) {
            int before = problems.size();
            Indicator indicator = reader.indicator(entry);
            if (problems.size() == before) {
                indicators.add(indicator);
            }
        }
        file.done();
        return new IndicatorRegister(indicators);
    }

    private Indicator indicator(YamlFields entry) {
        IndicatorId id = id(entry);
        int code = entry.integer("code", 1, Short.MAX_VALUE);
        String danish = entry.text("danish");
        String english = entry.text("english");
        String unit = entry.word(
                        "unit", word -> UNITS.stream().filter(word::equals).findFirst(), units())
                .orElse("count");
        double minimum = entry.number("minimum");
        double maximum = entry.number("maximum");
        DataCategory category = entry.word(
                        "category",
                        word -> Arrays.stream(DataCategory.values())
                                .filter(value -> value.id().equals(word))
                                .findFirst(),
                        "ordinary, confidential, special, criminal")
                .orElse(DataCategory.SPECIAL);
        Availability availability = entry.word(
                        "availability",
                        word -> Arrays.stream(Availability.values())
                                .filter(value -> value.id().equals(word))
                                .findFirst(),
                        "open, disabled, blocked, forbidden")
                .orElse(Availability.FORBIDDEN);
        Duration freshness = Duration.ofDays(entry.integer("freshness_days", 1, 6600));
        Set<String> sources = new HashSet<>(entry.texts("source_kinds"));
        List<Indicator.CodeName> names = codeNames(entry);
        String citation = entry.text("citation");
        String confidence = entry.word("confidence", Confidence::parse, Confidence.CHOICES)
                .map(Confidence::id)
                .orElse("memory-low");
        check(entry, id, code, category, availability);
        if (!(minimum <= maximum)) {
            entry.problem("minimum", "the minimum is above the maximum", "exchange them");
            minimum = maximum;
        }
        entry.done();
        return new Indicator(
                id,
                (short) code,
                danish,
                english,
                unit,
                minimum,
                maximum,
                category,
                availability,
                freshness,
                sources,
                names,
                citation,
                confidence);
    }

    /** Names of codes, for an indicator that a person reads; others go without. */
    private static List<Indicator.CodeName> codeNames(YamlFields entry) {
        if (!entry.has("codes")) {
            return List.of();
        }
        List<Indicator.CodeName> names = new ArrayList<>();
        for (YamlFields each : entry.list("codes")) {
            names.add(new Indicator.CodeName(
                    each.integer("code", 0, Short.MAX_VALUE), each.text("danish"), each.text("english")));
            each.done();
        }
        return names;
    }

    private void check(YamlFields entry, IndicatorId id, int code, DataCategory category, Availability availability) {
        if (!ids.add(id.value())) {
            entry.problem("id", "the id \"" + id + "\" stands there already", "give each indicator its own id");
        }
        String other = codes.putIfAbsent(code, id.value());
        if (other != null) {
            entry.problem("code", "the code " + code + " belongs to " + other, "give each indicator its own code");
        }
        boolean sensitive = category == DataCategory.SPECIAL || category == DataCategory.CRIMINAL;
        if (sensitive && (availability == Availability.OPEN || availability == Availability.DISABLED)) {
            entry.problem(
                    "availability",
                    "data of GDPR art. 9 or 10 are " + availability.id(),
                    "write blocked or forbidden: nothing switches them on");
        }
    }

    private static IndicatorId id(YamlFields entry) {
        String id = entry.text("id");
        try {
            return new IndicatorId(id);
        } catch (IllegalArgumentException _) {
            entry.problem("id", "\"" + id + "\" is no id", "use capital letters, digits and '_'");
            return new IndicatorId("INVALID_" + entry.line());
        }
    }

    private static String units() {
        return String.join(", ", UNITS.stream().sorted().toList());
    }
}
