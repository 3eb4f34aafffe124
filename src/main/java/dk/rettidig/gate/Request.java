package dk.rettidig.gate;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.pseudonym.Pseudonym;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a decision rests on. The record keeps all of it, the subject as a commitment, so that the decision can be
 * replayed under the policy set of its day.
 *
 * @param municipality whose data it concerns; empty for matters of the installation
 * @param phase how far the processing has come; empty where no children's data are processed
 * @param basis the legal basis claimed; empty where the action needs none
 * @param indicators what is to be delivered or read; empty where none is
 * @param synthetic whether all data concerned are marked synthetic
 * @param subject the one child it concerns, if it is one
 * @param attributes further words the rules know, for instance {@code model} or {@code feed}
 */
public record Request(
        Actor actor,
        Action action,
        Purpose purpose,
        Optional<MunicipalityCode> municipality,
        Optional<Phase> phase,
        Optional<BasisId> basis,
        ScopeKind scope,
        Set<IndicatorId> indicators,
        Set<String> sourceKinds,
        boolean synthetic,
        Optional<Pseudonym> subject,
        Map<String, String> attributes) {

    public Request {
        indicators = Set.copyOf(indicators);
        sourceKinds = Set.copyOf(sourceKinds);
        attributes = Map.copyOf(attributes);
    }

    /** A request that processes no children's data: actor, action, purpose and municipality say it all. */
    public static Request plain(Actor actor, Action action, Purpose purpose, Optional<MunicipalityCode> municipality) {
        return new Request(
                actor,
                action,
                purpose,
                municipality,
                Optional.empty(),
                Optional.empty(),
                ScopeKind.NONE,
                Set.of(),
                Set.of(),
                false,
                Optional.empty(),
                Map.of());
    }

    /** The same request about one child. */
    public Request about(Pseudonym child) {
        return new Request(
                actor,
                action,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sourceKinds,
                synthetic,
                Optional.of(child),
                attributes);
    }

    /** The same request with one more attribute. */
    public Request with(String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(attributes);
        more.put(name, value);
        return new Request(
                actor,
                action,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sourceKinds,
                synthetic,
                subject,
                more);
    }

    /** The indicators' ids in order, as rules and entries name them. */
    public List<String> indicatorIds() {
        return indicators.stream().map(IndicatorId::value).sorted().toList();
    }
}
