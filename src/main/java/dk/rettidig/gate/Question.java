package dk.rettidig.gate;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.BasisSignature;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All that a decision depends on besides the policy set: the request without any name, the moment, and the signature in
 * force for the basis. The record keeps it whole, so the same question put to the same set gives the same answer (ADR 0021).
 * Lists are in order and without repetition.
 */
public record Question(
        ActorKind actor,
        Optional<MunicipalityCode> actorMunicipality,
        Action action,
        Purpose purpose,
        Optional<MunicipalityCode> municipality,
        Optional<Phase> phase,
        Optional<BasisId> basis,
        ScopeKind scope,
        List<String> indicators,
        List<String> sourceKinds,
        boolean synthetic,
        Map<String, String> attributes,
        Instant now,
        Optional<Signature> signature) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public Question {
        indicators = indicators.stream().distinct().sorted().toList();
        sourceKinds = sourceKinds.stream().distinct().sorted().toList();
        attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
        for (String name : attributes.keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("an attribute's name is snake case of at most 40 characters");
            }
        }
    }

    /**
     * What a signature says, as far as rules can ask: whether it names each document, not which.
     *
     * @param signedAt when it was given
     */
    public record Signature(
            Instant signedAt, boolean dpiaWithDpoAdvice, boolean fria, boolean notices, boolean euRegistration) {

        /** The signature without its references. */
        public static Signature of(BasisSignature signature) {
            return new Signature(
                    signature.signedAt(),
                    !signature.dpiaWithDpoAdvice().isBlank(),
                    !signature.fria().isBlank(),
                    !signature.notices().isBlank(),
                    !signature.euRegistration().isBlank());
        }
    }

    /** The question that a request asks at a moment. */
    public static Question of(Request request, Instant now, Optional<BasisSignature> signature) {
        return new Question(
                request.actor().kind(),
                request.actor().municipality(),
                request.action(),
                request.purpose(),
                request.municipality(),
                request.phase(),
                request.basis(),
                request.scope(),
                ids(request.indicators()),
                List.copyOf(request.sourceKinds()),
                request.synthetic(),
                request.attributes(),
                now,
                signature.map(Signature::of));
    }

    private static List<String> ids(Collection<IndicatorId> indicators) {
        return indicators.stream().map(IndicatorId::value).toList();
    }

    /** The same question from another kind of actor and for another purpose. */
    Question asked(ActorKind by, Purpose other) {
        return new Question(
                by,
                actorMunicipality,
                action,
                other,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sourceKinds,
                synthetic,
                attributes,
                now,
                signature);
    }
}
