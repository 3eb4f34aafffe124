package dk.rettidig.gate;

import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All ways to loosen one rule by one step: a permit loses who, what or one of its conditions; a forbid goes, or loses one of
 * several reasons. Works on Cedar's own JSON form of a rule.
 */
final class RuleMutants {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rule rule;
    private final ObjectNode whole;
    private final List<Mutant> found = new ArrayList<>();

    private RuleMutants(Rule rule) throws InternalException, JsonProcessingException {
        this.rule = rule;
        this.whole = (ObjectNode) JSON.readTree(new Policy(rule.source(), rule.id()).toJson());
    }

    /**
     * A loosened rule.
     *
     * @param change what was done to it
     * @param source as Cedar text; empty when the rule was removed
     */
    record Mutant(Rule rule, String change, String source) {
        @Override
        public String toString() {
            return rule.id() + ": " + change;
        }
    }

    static List<Mutant> of(Rule rule) {
        try {
            RuleMutants mutants = new RuleMutants(rule);
            if (rule.permits()) {
                mutants.heads();
            } else {
                mutants.found.add(new Mutant(rule, "removed", ""));
            }
            mutants.conditions();
            return mutants.found;
        } catch (InternalException | JsonProcessingException unreadable) {
            throw new AssertionError(rule.id(), unreadable);
        }
    }

    private void heads() throws InternalException {
        for (String part : List.of("principal", "action", "resource")) {
            if (!whole.path(part).path("op").asText().equals("All")) {
                JsonNode before = whole.get(part);
                whole.set(part, JSON.createObjectNode().put("op", "All"));
                keep("any " + part);
                whole.set(part, before);
            }
        }
    }

    private void conditions() throws InternalException {
        ArrayNode conditions = (ArrayNode) whole.path("conditions");
        for (int i = 0; i < conditions.size(); i++) {
            ObjectNode condition = (ObjectNode) conditions.get(i);
            if (rule.permits()) {
                JsonNode before = conditions.remove(i);
                keep("without condition " + (i + 1));
                conditions.insert(i, before);
            }
            boolean when = condition.path("kind").asText().equals("when");
            walk(condition.get("body"), rule.permits() == when, body -> condition.set("body", body));
        }
    }

    /**
     * Replaces each junction by one of its sides where that makes the rule looser.
     *
     * @param truer whether the rule is looser when this expression is true more often
     */
    private void walk(JsonNode node, boolean truer, Consumer<JsonNode> replace) throws InternalException {
        String name = node.fieldNames().next();
        JsonNode inner = node.get(name);
        switch (name) {
            case "&&", "||" -> {
                for (String side : List.of("left", "right")) {
                    if (name.equals("&&") == truer) {
                        replace.accept(inner.get(side));
                        keep("only the " + side + " of " + name + " in " + shortened(node));
                        replace.accept(node);
                    }
                    walk(inner.get(side), truer, body -> ((ObjectNode) inner).set(side, body));
                }
            }
            case "!" -> walk(inner.get("arg"), !truer, body -> ((ObjectNode) inner).set("arg", body));
            default -> {
                // A comparison or a look into a set: the matrix and the rows beside it ask for each value.
            }
        }
    }

    private static String shortened(JsonNode node) {
        String text = node.toString().replaceAll("[{}\"]|left:|right:|attr:|Var:|Value:", "");
        return text.length() > 160 ? text.substring(0, 160) + "..." : text;
    }

    private void keep(String change) throws InternalException {
        found.add(new Mutant(
                rule, change, Policy.fromJson(rule.id(), whole.toString()).getSource()));
    }
}
