package dk.rettidig.gate;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.gate.Decision.Reason;
import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.LegalBasis;
import dk.rettidig.law.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Says in words why the rules answered as they did and what would be needed. Decides nothing. */
final class Explanation {

    /** The reason of a refusal that no rule speaks of. */
    static final String DEFAULT_DENY = "default_deny";

    private static final BasicAuthorizationEngine CEDAR = new BasicAuthorizationEngine();

    private final Policies policies;
    private final Map<String, Rule> rules = new HashMap<>();
    private final List<String> order;
    private final Map<Action, Needed> needed = new ConcurrentHashMap<>();

    Explanation(Policies policies) {
        this.policies = policies;
        policies.rules().forEach(rule -> rules.put(rule.id(), rule));
        this.order = policies.rules().stream().map(Rule::id).toList();
    }

    /** Who may do something and for what, in two languages. */
    private record Needed(String danish, String english) {}

    /** The ids in the order of the file, which is the order of importance. */
    List<String> inOrder(Set<String> ids) {
        return order.stream().filter(ids::contains).toList();
    }

    List<Reason> refusal(Question question, CedarQuestion asked, Set<String> determining) {
        if (determining.isEmpty()) {
            return List.of(defaultDeny(question));
        }
        return inOrder(determining).stream()
                .map(id -> reason(id, question, asked))
                .toList();
    }

    private Reason reason(String id, Question question, CedarQuestion asked) {
        Rule rule = rule(id);
        List<String> culprits = culprits(id, question, asked);
        if (!culprits.isEmpty()) {
            return new Reason(
                    id,
                    rule.danish() + " Det gælder: " + String.join(", ", culprits) + ".",
                    rule.english() + " It concerns: " + String.join(", ", culprits) + ".",
                    rule.citation() + citations(culprits));
        }
        if (id.startsWith("basis_")) {
            return aboutBasis(rule, question);
        }
        return new Reason(id, rule.danish(), rule.english(), rule.citation());
    }

    private Reason aboutBasis(Rule rule, Question question) {
        String name = question.basis().map(BasisId::value).orElse("");
        String detail = question.basis()
                .flatMap(policies.bases()::find)
                .map(LegalBasis::reason)
                .filter(reason -> !reason.isBlank() && rule.id().equals("basis_not_enabled"))
                .map(reason -> ": " + reason)
                .orElse("");
        return name.isEmpty()
                ? new Reason(rule.id(), rule.danish(), rule.english(), rule.citation())
                : new Reason(
                        rule.id(),
                        rule.danish() + " (" + name + detail + ")",
                        rule.english() + " (" + name + detail + ")",
                        rule.citation());
    }

    private List<String> culprits(String id, Question question, CedarQuestion asked) {
        return switch (id) {
            case "indicator_forbidden" -> asked.withAvailability(Availability.FORBIDDEN);
            case "indicator_blocked" -> asked.withAvailability(Availability.BLOCKED);
            case "indicator_disabled" -> asked.withAvailability(Availability.DISABLED);
            case "indicator_unknown" -> asked.unknownIndicators();
            case "indicator_of_another_source" -> asked.fromOtherSource();
            case "indicator_not_covered" -> beyondBasis(question, question.indicators(), LegalBasis::indicators);
            case "source_not_covered" -> beyondBasis(question, question.sourceKinds(), LegalBasis::sourceKinds);
            default -> List.of();
        };
    }

    private List<String> beyondBasis(
            Question question, List<String> asked, java.util.function.Function<LegalBasis, Set<String>> covered) {
        Set<String> names =
                question.basis().flatMap(policies.bases()::find).map(covered).orElse(Set.of());
        return asked.stream().filter(name -> !names.contains(name)).toList();
    }

    private String citations(List<String> culprits) {
        Set<String> citations = culprits.stream()
                .filter(IndicatorId::isValid)
                .flatMap(name -> policies.indicators().find(new IndicatorId(name)).stream())
                .filter(indicator -> indicator.availability() != Availability.OPEN)
                .map(indicator -> indicator.id() + ": " + indicator.citation())
                .collect(Collectors.toCollection(TreeSet::new));
        return citations.isEmpty() ? "" : " [" + String.join("; ", citations) + "]";
    }

    Reason erroneous(String id) {
        Rule rule = rule(id);
        return new Reason(
                id,
                "Reglen kunne ikke afgøres, og derfor er forespørgslen afvist. Ret reglen eller forespørgslen.",
                "The rule could not be evaluated, so the request is refused. Correct the rule or the request.",
                rule.citation());
    }

    private Rule rule(String id) {
        return rules.getOrDefault(
                id, new Rule(id, false, "Afvist af regelsættet.", "Refused by the rule set.", "", Set.of(), 0, ""));
    }

    private Reason defaultDeny(Question question) {
        Needed who = needed.computeIfAbsent(question.action(), action -> whoMay(question));
        return new Reason(
                DEFAULT_DENY,
                "Ingen regel tillader %s at bede om %s med formålet %s. %s"
                        .formatted(
                                question.actor().danish(),
                                question.action().id(),
                                question.purpose().danish(),
                                who.danish()),
                "No rule permits %s to ask for %s for the purpose of %s. %s"
                        .formatted(
                                question.actor().english(),
                                question.action().id(),
                                question.purpose().english(),
                                who.english()),
                "policies/gate.cedar: what no rule permits is refused");
    }

    /** Asks the permitting rules about the action for every kind of actor and purpose; once for each action. */
    private Needed whoMay(Question question) {
        PolicySet permits = RuleReader.cedar(
                policies.about(question.action()).stream().filter(Rule::permits).toList());
        List<String> danish = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (ActorKind kind : ActorKind.values()) {
            List<Purpose> purposes = new ArrayList<>();
            for (Purpose purpose : Purpose.values()) {
                if (permitted(permits, question.asked(kind, purpose))) {
                    purposes.add(purpose);
                }
            }
            if (!purposes.isEmpty()) {
                danish.add(kind.danish() + " ("
                        + purposes.stream().map(Purpose::danish).collect(Collectors.joining(", ")) + ")");
                english.add(kind.english() + " ("
                        + purposes.stream().map(Purpose::english).collect(Collectors.joining(", ")) + ")");
            }
        }
        return danish.isEmpty()
                ? new Needed("Ingen kan få det.", "Nobody can have it.")
                : new Needed(
                        "Det kan: " + String.join("; ", danish) + ".",
                        "Those who can: " + String.join("; ", english) + ".");
    }

    private boolean permitted(PolicySet permits, Question question) {
        CedarQuestion asked = new CedarQuestion(policies, question);
        try {
            return CEDAR.isAuthorized(asked.request(), permits, asked.entities())
                    .success
                    .map(answer -> answer.isAllowed())
                    .orElse(false);
        } catch (AuthException | RuntimeException _) {
            return false;
        }
    }

    static Reason notEvaluated() {
        return new Reason(
                "not_evaluated",
                "Reglerne kunne ikke afgøres, og derfor er forespørgslen afvist. Se driftens log.",
                "The rules could not be evaluated, so the request is refused. See the operator's log.",
                "policies/README.md: undecidable counts as refused");
    }

    static Reason attributeMissing(String name) {
        return new Reason(
                "attribute_missing",
                "Forespørgslen mangler oplysningen " + name + ", som reglerne kræver.",
                "The request lacks the attribute " + name + ", which the rules require.",
                "policies/gate.cedarschema: @requires");
    }

    static Reason attributeUnknown(String name) {
        return new Reason(
                "attribute_unknown",
                "Reglerne kender ikke oplysningen " + name + ".",
                "The rules do not know the attribute " + name + ".",
                "policies/gate.cedarschema: Attributes");
    }

    static Reason attributeTooLong(String name) {
        return new Reason(
                "attribute_too_long",
                "Oplysningen " + name + " er for lang.",
                "The attribute " + name + " is too long.",
                "policies/gate.cedarschema: Attributes");
    }
}
