package dk.rettidig.law;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The register of {@code supervision-rules.yaml} as a value. */
public final class ReviewRuleRegister {

    private static final String ID = "[a-z][a-z0-9_]{0,39}";

    private final List<ReviewRule> rules;
    private final double training;

    private ReviewRuleRegister(List<ReviewRule> rules, double training) {
        this.rules = rules;
        this.training = training;
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static ReviewRuleRegister read(PolicySet set, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.SUPERVISION_RULES, problems);
        Map<String, ReviewRule.Group> groups = new LinkedHashMap<>();
        file.list("review_groups").forEach(entry -> group(entry, groups));
        Set<String> ids = new HashSet<>();
        List<ReviewRule> rules = file.list("review_rules").stream()
                .map(entry -> rule(entry, ids, groups))
                .toList();
        YamlFields training = file.mapping("training");
        double share = training.number("share");
        if (training.has("share") && !(share >= 0 && share < 1)) {
            training.problem("share", "\"share\" is out of bounds", "write a share from 0 to below 1");
        }
        training.text("ref");
        training.word("confidence", Confidence::parse, Confidence.CHOICES);
        training.done();
        file.done();
        return new ReviewRuleRegister(rules, share);
    }

    private static void group(YamlFields entry, Map<String, ReviewRule.Group> groups) {
        ReviewRule.Group group = new ReviewRule.Group(entry.text("id"), entry.text("danish"), entry.text("english"));
        named(entry, group.id(), groups.putIfAbsent(group.id(), group) == null);
        entry.done();
    }

    private static void named(YamlFields entry, String id, boolean first) {
        if (!id.matches(ID)) {
            entry.problem("id", "\"" + id + "\" is no id", "write lower case letters, digits and underscores");
        } else if (!first) {
            entry.problem("id", "\"" + id + "\" stands there already", "give each its own id");
        }
    }

    private static ReviewRule rule(YamlFields entry, Set<String> ids, Map<String, ReviewRule.Group> groups) {
        String group = entry.text("group");
        if (!groups.containsKey(group) && entry.has("group")) {
            entry.problem("group", "there is no group \"" + group + "\"", "choose one of " + groups.keySet());
        }
        ReviewRule rule = new ReviewRule(
                entry.text("id"),
                entry.integer("version", 1, 10_000),
                groups.getOrDefault(group, new ReviewRule.Group("", "", "")),
                entry.text("danish"),
                entry.text("english"),
                new ReviewRule.Law(entry.text("ref"), entry.text("law_danish"), entry.text("law_english")));
        named(entry, rule.id(), ids.add(rule.id()));
        entry.word("confidence", Confidence::parse, Confidence.CHOICES);
        entry.done();
        return rule;
    }

    /** The rules in the order of the form. */
    public List<ReviewRule> rules() {
        return rules;
    }

    /** The rule with this id. */
    public Optional<ReviewRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The share of cases above which the lower end of an interval shows a need for training. */
    public double trainingShare() {
        return training;
    }
}
