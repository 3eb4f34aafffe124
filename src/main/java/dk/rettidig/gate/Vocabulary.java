package dk.rettidig.gate;

import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.schema.Schema;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.access.Action;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code gate.cedarschema} lets a request say: the attributes there are, and those that an action requires by
 * {@code @requires}.
 *
 * @param attributes names that a request may carry
 * @param required names that it must carry, by action
 * @param groups all groups that an action is in, directly or not; Cedar learns them from the request's entities only
 */
record Vocabulary(
        Schema schema, Set<String> attributes, Map<String, Set<String>> required, Map<String, Set<String>> groups) {

    private static final Pattern QUOTED = Pattern.compile("(?:[`'\"]|type: )([A-Za-z_][A-Za-z0-9_]*)");

    /** Reads the schema; empty, with a problem, when it cannot be read. */
    static Optional<Vocabulary> read(PolicySet set, List<PolicyProblem> problems) {
        String text = set.file(PolicySet.SCHEMA).flatMap(PolicyFile::text).orElse("");
        try {
            JsonNode json =
                    Schema.parse(Schema.JsonOrCedar.Cedar, text).toJsonFormat().path("");
            Vocabulary vocabulary = of(new Schema(text), json);
            check(vocabulary, json, text, problems);
            return Optional.of(vocabulary);
        } catch (AuthException | JsonProcessingException | RuntimeException malformed) {
            problems.add(problem(text, String.valueOf(malformed.getMessage())));
            return Optional.empty();
        }
    }

    private static Vocabulary of(Schema schema, JsonNode json) {
        Set<String> attributes = new HashSet<>();
        json.path("commonTypes")
                .path("Attributes")
                .path("attributes")
                .fieldNames()
                .forEachRemaining(attributes::add);
        Map<String, Set<String>> required = new HashMap<>();
        json.path("actions").properties().forEach(action -> {
            String names =
                    action.getValue().path("annotations").path("requires").asText("");
            required.put(
                    action.getKey(), names.isBlank() ? Set.of() : Set.copyOf(Arrays.asList(names.split("\\s*,\\s*"))));
        });
        Map<String, Set<String>> groups = new HashMap<>();
        required.keySet().forEach(action -> groups.put(action, ancestors(json, action, new HashSet<>())));
        return new Vocabulary(schema, Set.copyOf(attributes), Map.copyOf(required), Map.copyOf(groups));
    }

    private static Set<String> ancestors(JsonNode json, String action, Set<String> found) {
        json.path("actions").path(action).path("memberOf").forEach(group -> {
            String id = group.path("id").asText();
            if (found.add(id)) {
                ancestors(json, id, found);
            }
        });
        return found;
    }

    private static void check(Vocabulary vocabulary, JsonNode json, String text, List<PolicyProblem> problems) {
        for (Action action : Action.values()) {
            if (json.path("actions").path(action.id()).path("appliesTo").isMissingNode()) {
                problems.add(new PolicyProblem(
                        PolicySet.SCHEMA,
                        lineOf(text, "action"),
                        "the action " + action.id() + " is missing",
                        "declare it: the service asks for it"));
            }
        }
        vocabulary.required.forEach((action, names) -> names.stream()
                .filter(name -> !vocabulary.attributes.contains(name))
                .forEach(name -> problems.add(new PolicyProblem(
                        PolicySet.SCHEMA,
                        lineOf(text, "@requires(\"" + name),
                        "the action " + action + " requires " + name + ", which Attributes does not have",
                        "add it to Attributes or correct it"))));
    }

    private static PolicyProblem problem(String text, String message) {
        String found = message.replaceAll("(?s).*Internal JNI Error: ", "").strip();
        Matcher quoted = QUOTED.matcher(found);
        int line = quoted.find() ? lineOf(text, quoted.group(1)) : 1;
        return new PolicyProblem(
                PolicySet.SCHEMA, line, text.isEmpty() ? "missing or not UTF-8" : found, "correct the schema");
    }

    private static int lineOf(String text, String word) {
        Matcher whole = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(word) + "(?![A-Za-z0-9_])")
                .matcher(text);
        int at = whole.find() ? whole.start() : -1;
        return at < 0
                ? 1
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
