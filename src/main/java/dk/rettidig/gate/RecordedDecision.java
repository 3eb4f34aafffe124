package dk.rettidig.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.ledger.EventFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision as the record keeps it: the whole question, the set's digest, the answer and the rules behind it. Enough to
 * decide again, and nothing that names a person.
 *
 * @param outcome {@code permitted}, {@code refused} or {@code undecidable}
 * @param rules in the order given
 */
public record RecordedDecision(Question question, PolicyDigest policy, String outcome, List<String> rules) {

    public RecordedDecision {
        rules = List.copyOf(rules);
    }

    /** The decision about a question. */
    public static RecordedDecision of(Question question, Evaluation evaluation) {
        return new RecordedDecision(question, evaluation.policy(), evaluation.outcome(), evaluation.rules());
    }

    /** Whether an evaluation gives the same answer for the same reasons. */
    public boolean sameAs(Evaluation evaluation) {
        return outcome.equals(evaluation.outcome()) && rules.equals(evaluation.rules());
    }

    /** The open fields of the entry. */
    EventFields fields() {
        return EventFields.none()
                .policy(policy)
                .text("outcome", outcome)
                .texts("rules", rules)
                .group("request", request());
    }

    private EventFields request() {
        EventFields fields = EventFields.none()
                .text("actor_kind", question.actor().id())
                .text("action", question.action().id())
                .text("purpose", question.purpose().id())
                .text("scope", question.scope().id())
                .texts("indicators", question.indicators())
                .texts("source_kinds", question.sourceKinds())
                .truth("synthetic", question.synthetic())
                .moment("now", question.now());
        fields = optional(
                fields, "actor_municipality", question.actorMunicipality().map(MunicipalityCode::value));
        fields = optional(fields, "municipality", question.municipality().map(MunicipalityCode::value));
        fields = optional(fields, "phase", question.phase().map(Phase::id));
        fields = optional(fields, "basis", question.basis().map(BasisId::value));
        EventFields attributes = EventFields.none();
        for (Map.Entry<String, String> attribute : question.attributes().entrySet()) {
            attributes = attributes.text(attribute.getKey(), cut(attribute.getValue()));
        }
        fields = fields.group("attributes", attributes);
        return question.signature().isPresent()
                ? fields.group("signature", signature(question.signature().get()))
                : fields;
    }

    /** One character more than permitted is enough to be refused again for its length. */
    private static String cut(String value) {
        return value.substring(0, Math.min(value.length(), PolicyEngine.LONGEST_ATTRIBUTE + 1));
    }

    private static EventFields optional(EventFields fields, String name, Optional<String> value) {
        return value.isPresent() ? fields.text(name, value.get()) : fields;
    }

    private static EventFields signature(Question.Signature signature) {
        return EventFields.none()
                .moment("signed_at", signature.signedAt())
                .truth("dpia_with_dpo_advice", signature.dpiaWithDpoAdvice())
                .truth("fria", signature.fria())
                .truth("notices", signature.notices())
                .truth("eu_registration", signature.euRegistration());
    }

    /**
     * Reads every decision in an entry or an export of entries, wherever its fields stand.
     *
     * @throws IllegalArgumentException when fields that look like a decision cannot be read
     */
    public static List<RecordedDecision> find(JsonNode json) {
        if (json.isObject() && json.has("request") && json.has("policy") && json.has("outcome")) {
            return List.of(read(json));
        }
        List<RecordedDecision> found = new ArrayList<>();
        json.forEach(child -> found.addAll(find(child)));
        return found;
    }

    private static RecordedDecision read(JsonNode fields) {
        return new RecordedDecision(
                question(fields.path("request")),
                new PolicyDigest(fields.path("policy").asText()),
                fields.path("outcome").asText(),
                texts(fields.path("rules")));
    }

    private static Question question(JsonNode request) {
        Map<String, String> attributes = new HashMap<>();
        request.path("attributes")
                .properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
        return new Question(
                need(ActorKind.parse(request.path("actor_kind").asText()), "actor_kind"),
                text(request, "actor_municipality").map(MunicipalityCode::new),
                need(action(request.path("action").asText()), "action"),
                need(Purpose.parse(request.path("purpose").asText()), "purpose"),
                text(request, "municipality").map(MunicipalityCode::new),
                text(request, "phase").map(id -> need(Phase.parse(id), "phase")),
                text(request, "basis").map(BasisId::new),
                need(ScopeKind.parse(request.path("scope").asText()), "scope"),
                texts(request.path("indicators")),
                texts(request.path("source_kinds")),
                request.path("synthetic").asBoolean(),
                attributes,
                Instant.parse(request.path("now").asText()),
                request.has("signature") ? Optional.of(signature(request.path("signature"))) : Optional.empty());
    }

    private static Question.Signature signature(JsonNode signature) {
        return new Question.Signature(
                Instant.parse(signature.path("signed_at").asText()),
                signature.path("dpia_with_dpo_advice").asBoolean(),
                signature.path("fria").asBoolean(),
                signature.path("notices").asBoolean(),
                signature.path("eu_registration").asBoolean());
    }

    private static Optional<Action> action(String id) {
        return Arrays.stream(Action.values())
                .filter(action -> action.id().equals(id))
                .findFirst();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static <T> T need(Optional<T> value, String name) {
        return value.orElseThrow(
                () -> new IllegalArgumentException("the entry's request has a " + name + " that nobody knows"));
    }
}
