package dk.rettidig.gate;

import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.LegalBasis;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A question in Cedar's words: exactly the context of {@code gate.cedarschema}, and only the entities it needs. */
final class CedarQuestion {

    /** Dates in the registers are days in Denmark. */
    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private static final EntityTypeName ACTOR = type("Actor");
    private static final EntityTypeName ROLE = type("Role");
    private static final EntityTypeName ACTION = type("Action");
    private static final EntityTypeName MUNICIPALITY = type("Municipality");
    private static final EntityUID INSTALLATION = type("Installation").of("rettidig");
    private static final EntityUID ASKING = ACTOR.of("asking");

    private final Policies policies;
    private final Question question;

    CedarQuestion(Policies policies, Question question) {
        this.policies = policies;
        this.question = question;
    }

    AuthorizationRequest request() {
        return new AuthorizationRequest(
                ASKING,
                ACTION.of(question.action().id()),
                question.municipality()
                        .map(code -> MUNICIPALITY.of(code.value()))
                        .orElse(INSTALLATION),
                Optional.of(context()),
                Optional.empty(),
                false);
    }

    /**
     * The asking actor with its role and municipality as parents, and the action with its groups: without them {@code
     * action in Action::"processing"} would be false for every request.
     */
    Set<Entity> entities() {
        Set<EntityUID> parents = new HashSet<>();
        parents.add(ROLE.of(question.actor().id()));
        question.actorMunicipality().ifPresent(code -> parents.add(MUNICIPALITY.of(code.value())));
        Set<EntityUID> groups = new HashSet<>();
        policies.vocabulary()
                .groups()
                .getOrDefault(question.action().id(), Set.of())
                .forEach(group -> groups.add(ACTION.of(group)));
        return Set.of(
                new Entity(ASKING, parents),
                new Entity(ACTION.of(question.action().id()), groups));
    }

    private Map<String, Value> context() {
        Map<String, Value> context = new HashMap<>();
        context.put("now", moment(question.now()));
        context.put("purpose", text(question.purpose().id()));
        context.put(
                "municipality",
                text(question.municipality().map(MunicipalityCode::value).orElse("")));
        question.phase().ifPresent(phase -> context.put("phase", text(phase.id())));
        context.put("scope", text(question.scope().id()));
        context.put("synthetic", new PrimBool(question.synthetic()));
        context.put("source_kinds", texts(question.sourceKinds()));
        indicators(context);
        basis(context);
        context.put("attributes", attributes());
        return context;
    }

    private void indicators(Map<String, Value> context) {
        context.put("indicators", texts(question.indicators()));
        some(context, "indicators_unknown", unknownIndicators());
        some(context, "indicators_disabled", withAvailability(Availability.DISABLED));
        some(context, "indicators_blocked", withAvailability(Availability.BLOCKED));
        some(context, "indicators_forbidden", withAvailability(Availability.FORBIDDEN));
        some(context, "indicators_of_other_source", fromOtherSource());
    }

    private static void some(Map<String, Value> map, String name, List<String> found) {
        if (!found.isEmpty()) {
            map.put(name, texts(found));
        }
    }

    private void basis(Map<String, Value> context) {
        question.basis().ifPresent(id -> context.put("basis_claimed", text(id.value())));
        question.basis().flatMap(policies.bases()::find).ifPresent(basis -> context.put("basis", basis(basis)));
        question.signature().ifPresent(signature -> context.put("signature", signature(signature)));
    }

    List<String> unknownIndicators() {
        return question.indicators().stream().filter(id -> find(id).isEmpty()).toList();
    }

    List<String> withAvailability(Availability availability) {
        return matching(indicator -> indicator.availability() == availability);
    }

    List<String> fromOtherSource() {
        return matching(indicator -> question.sourceKinds().stream()
                .noneMatch(kind -> indicator.sourceKinds().contains(kind)));
    }

    private List<String> matching(Predicate<Indicator> wanted) {
        return question.indicators().stream()
                .filter(id -> find(id).filter(wanted).isPresent())
                .toList();
    }

    private Optional<Indicator> find(String id) {
        return policies.indicators().find(new IndicatorId(id));
    }

    /** What the basis means for this question, and no more of it: each element costs microseconds (ADR 0024). */
    private CedarMap basis(LegalBasis basis) {
        Map<String, Value> map = new HashMap<>();
        map.put("enabled", new PrimBool(basis.enabled()));
        map.put(
                "in_force",
                new PrimBool(basis.inForceOn(question.now().atZone(DENMARK).toLocalDate())));
        map.put("purpose", text(basis.purpose().id()));
        map.put("scope", text(basis.scope().id()));
        map.put(
                "covers_phase",
                new PrimBool(question.phase().filter(basis.phases()::contains).isPresent()));
        map.put("covers_municipality", new PrimBool(covers(basis.municipalities())));
        map.put("synthetic_only", new PrimBool(basis.syntheticOnly()));
        map.put("confidence", text(basis.confidence()));
        map.put("verified", new PrimBool(basis.verification().isPresent()));
        some(map, "indicators_not_covered", beyond(question.indicators(), basis.indicators()));
        some(map, "source_kinds_not_covered", beyond(question.sourceKinds(), basis.sourceKinds()));
        return new CedarMap(map);
    }

    private boolean covers(Set<String> municipalities) {
        return municipalities.isEmpty()
                || question.municipality()
                        .map(MunicipalityCode::value)
                        .filter(municipalities::contains)
                        .isPresent();
    }

    private static List<String> beyond(List<String> asked, Set<String> covered) {
        return asked.stream().filter(each -> !covered.contains(each)).toList();
    }

    private CedarMap signature(Question.Signature signature) {
        Instant lapses = signature
                .signedAt()
                .atZone(DENMARK)
                .plusMonths(policies.bases().signatureMonths())
                .toInstant();
        return new CedarMap(Map.of(
                "signed_at", moment(signature.signedAt()),
                "lapses_at", moment(lapses),
                "dpia_with_dpo_advice", new PrimBool(signature.dpiaWithDpoAdvice()),
                "fria", new PrimBool(signature.fria()),
                "notices", new PrimBool(signature.notices()),
                "eu_registration", new PrimBool(signature.euRegistration())));
    }

    private CedarMap attributes() {
        Map<String, Value> map = new HashMap<>();
        question.attributes().forEach((name, value) -> map.put(name, text(value)));
        return new CedarMap(map);
    }

    /** Milliseconds since 1970, not Cedar's {@code datetime}, which costs a fifth of a decision each (ADR 0023). */
    private static PrimLong moment(Instant instant) {
        return new PrimLong(instant.toEpochMilli());
    }

    private static PrimString text(String text) {
        return new PrimString(text);
    }

    private static CedarList texts(Collection<String> texts) {
        CedarList list = new CedarList();
        texts.forEach(text -> list.add(new PrimString(text)));
        return list;
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow(() -> new IllegalStateException(name + " is no Cedar type"));
    }
}
