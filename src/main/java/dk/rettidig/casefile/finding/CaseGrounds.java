package dk.rettidig.casefile.finding;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.LegalBases;
import dk.rettidig.law.LegalBasis;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scope.Scopes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the gate on the basis under which the record of a case was delivered, with every kind of event that basis names. */
@Singleton
class CaseGrounds {

    /** What somebody claims who asks about a case that is not there. */
    private static final BasisId DEMO = new BasisId("lb.demo.case");

    private static final BasisId OPERATION = new BasisId("lb.case");

    private final Gate gate;
    private final LegalBases bases;

    CaseGrounds(Gate gate, LegalBases bases) {
        this.gate = gate;
        this.bases = bases;
    }

    /** The basis when no case says which. */
    static BasisId usual(MunicipalityCode municipality) {
        return municipality.equals(MunicipalityCode.SYNTHETIC) ? DEMO : OPERATION;
    }

    /** The longest that a case is in scope under the basis; days. None for a basis that is not in the register. */
    int maximumDays(BasisId basis) {
        return bases.find(basis).map(LegalBasis::maximumDays).orElse(0);
    }

    /** The kinds of events that the basis lets be read. */
    Set<IndicatorId> events(BasisId basis) {
        return indicators(basis).stream()
                .filter(indicator -> !indicator.equals(Scopes.CASE))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The policy set that is in force. */
    String policy() {
        return bases.digest().value();
    }

    /**
     * Asks the gate, about a child where there is one.
     *
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit
     */
    void demand(Actor actor, Action action, MunicipalityCode municipality, BasisId basis, Optional<Pseudonym> child) {
        boolean synthetic = municipality.equals(MunicipalityCode.SYNTHETIC);
        gate.demand(new Request(
                actor,
                action,
                Purpose.CHILD_SUPPORT,
                Optional.of(municipality),
                Optional.of(synthetic ? Phase.DEMO : Phase.OPERATION),
                Optional.of(basis),
                ScopeKind.OPEN_CASE,
                indicators(basis),
                Set.of(),
                synthetic,
                child,
                Map.of()));
    }

    /** Asks for somebody who belongs to no municipality, so that the refusal is entered. */
    void refuse(Actor actor, Action action) {
        gate.demand(Request.plain(actor, action, Purpose.CHILD_SUPPORT, Optional.empty()));
    }

    private Set<IndicatorId> indicators(BasisId basis) {
        return bases.find(basis).map(LegalBasis::indicators).orElse(Set.of()).stream()
                .map(IndicatorId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
