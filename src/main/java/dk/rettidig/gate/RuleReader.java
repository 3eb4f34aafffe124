package dk.rettidig.gate;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.Effect;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.ValidationResponse.ValidationError;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.schema.Schema;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code gate.cedar}. Cedar numbers the rules of a text and ignores their {@code @id}, so the text is cut into
 * statements here and each gets its own id; a rule without id, words in both languages or citation is a problem.
 */
final class RuleReader {

    private static final BasicAuthorizationEngine CEDAR = new BasicAuthorizationEngine();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<PolicyProblem> problems;

    private RuleReader(List<PolicyProblem> problems) {
        this.problems = problems;
    }

    /** The rules in the order of the file, without those that have a problem. */
    static List<Rule> read(PolicySet set, List<PolicyProblem> problems) {
        Optional<String> text = set.file(PolicySet.RULES).flatMap(PolicyFile::text);
        if (text.isEmpty()) {
            int line =
                    set.file(PolicySet.RULES).map(PolicyFile::firstLineNotUtf8).orElse(0);
            problems.add(new PolicyProblem(PolicySet.RULES, line, "missing or not UTF-8", "save the file as UTF-8"));
            return List.of();
        }
        return new RuleReader(problems).rules(text.get());
    }

    private List<Rule> rules(String text) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (CedarText.Statement statement : CedarText.statements(text)) {
            Optional<Rule> rule = rule(statement);
            rule.ifPresent(found -> {
                Rule first = rules.putIfAbsent(found.id(), found);
                if (first != null) {
                    problem(
                            found.line(),
                            "the id \"" + found.id() + "\" stands in line " + first.line() + " already",
                            "give each rule its own id");
                }
            });
        }
        if (rules.isEmpty()) {
            problem(1, "no rule", "write rules: without any, everything is refused");
        }
        return List.copyOf(rules.values());
    }

    private Optional<Rule> rule(CedarText.Statement statement) {
        try {
            Policy parsed = Policy.parseStaticPolicy(statement.text());
            Map<String, String> annotations = new HashMap<>(parsed.getAnnotations());
            boolean complete = true;
            for (String name : List.of("id", "danish", "english", "citation")) {
                if (annotations.getOrDefault(name, "").isBlank()) {
                    problem(statement.line(), "the rule has no @" + name, "add it above the rule");
                    complete = false;
                }
            }
            return complete ? Optional.of(rule(statement, parsed, annotations)) : Optional.empty();
        } catch (InternalException | JsonProcessingException | NullPointerException malformed) {
            syntax(statement);
            return Optional.empty();
        }
    }

    private static Rule rule(CedarText.Statement statement, Policy parsed, Map<String, String> annotations)
            throws InternalException, JsonProcessingException {
        return new Rule(
                annotations.getOrDefault("id", ""),
                parsed.effect() == Effect.PERMIT,
                annotations.getOrDefault("danish", ""),
                annotations.getOrDefault("english", ""),
                annotations.getOrDefault("citation", ""),
                actions(statement.text()),
                statement.line(),
                statement.text());
    }

    /** The actions and groups that the rule's head names, as Cedar itself reads it; none for a head about any action. */
    private static Set<String> actions(String source) throws InternalException, JsonProcessingException {
        JsonNode head = MAPPER.readTree(new Policy(source, "rule").toJson()).path("action");
        Set<String> actions = new LinkedHashSet<>();
        if (!head.path("op").asText().equals("All")) {
            actions.add(head.path("entity").path("id").asText());
            head.path("entities")
                    .forEach(entity -> actions.add(entity.path("id").asText()));
            actions.remove("");
        }
        return actions;
    }

    /** Asks Cedar once more, by the way that names the place. */
    private void syntax(CedarText.Statement statement) {
        int line = statement.line();
        String found = "not a Cedar policy";
        try {
            ValidationResponse response = CEDAR.validate(new ValidationRequest(
                    new Schema("entity E;"),
                    new com.cedarpolicy.model.policy.PolicySet(Set.of(new Policy(statement.text(), "rule")))));
            if (response.errors.isPresent() && !response.errors.get().isEmpty()) {
                DetailedError error = response.errors.get().getFirst();
                found = error.message.replace("failed to parse policy with id `rule` from string: ", "");
                line = statement.line() + linesBefore(statement.text(), error);
            }
        } catch (AuthException | RuntimeException _) {
            // the statement's own line will do
        }
        problem(line, "syntax: " + found, "correct the rule");
    }

    /** Checks the rules against the schema, strictly. */
    static void validate(List<Rule> rules, Schema schema, List<PolicyProblem> problems) {
        Map<String, Rule> byId = new HashMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        try {
            ValidationResponse response = CEDAR.validate(new ValidationRequest(schema, cedar(rules)));
            Set<PolicyProblem> found = new LinkedHashSet<>();
            response.errors.ifPresent(errors -> errors.forEach(error -> found.add(
                    new PolicyProblem(PolicySet.SCHEMA, 1, "validation: " + error.message, "correct the schema"))));
            response.success.ifPresent(done -> {
                done.validationErrors.forEach(error -> found.add(problem(byId, error)));
                done.validationWarnings.forEach(error -> found.add(problem(byId, error)));
            });
            problems.addAll(onePerPlace(found));
        } catch (AuthException | RuntimeException failure) {
            problems.add(new PolicyProblem(
                    PolicySet.RULES, 1, "the rules cannot be validated: " + failure.getMessage(), "correct them"));
        }
    }

    /** The same mistake is found once for every action it can meet: one report a place is enough. */
    private static List<PolicyProblem> onePerPlace(Set<PolicyProblem> found) {
        Map<Integer, PolicyProblem> first = new LinkedHashMap<>();
        found.forEach(problem -> first.putIfAbsent(problem.line(), problem));
        return new ArrayList<>(first.values());
    }

    private static PolicyProblem problem(Map<String, Rule> byId, ValidationError error) {
        Rule rule = byId.get(error.getPolicyId());
        int line = rule == null ? 1 : rule.line() + linesBefore(rule.source(), error.getError());
        String help = error.getError().help.filter(text -> !text.isBlank()).orElse("see gate.cedarschema");
        return new PolicyProblem(PolicySet.RULES, line, error.getError().message, help);
    }

    /** The rules as Cedar's own value, each under its id. */
    static com.cedarpolicy.model.policy.PolicySet cedar(List<Rule> rules) {
        Set<Policy> policies = new LinkedHashSet<>();
        rules.forEach(rule -> policies.add(new Policy(rule.source(), rule.id())));
        return new com.cedarpolicy.model.policy.PolicySet(policies);
    }

    private static int linesBefore(String text, DetailedError error) {
        if (error.sourceLocations.isEmpty()) {
            return 0;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int end = Math.min(error.sourceLocations.getFirst().start, utf8.length);
        int lines = 0;
        for (int i = 0; i < end; i++) {
            lines += utf8[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private void problem(int line, String found, String todo) {
        problems.add(new PolicyProblem(PolicySet.RULES, line, found, todo));
    }
}
