package dk.rettidig.notification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.LegalBases;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scope.Scopes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * On which ground notifications are handled: the basis of BL §§ 133, 135 and 136 in operation, that of the demonstration in the
 * synthetic municipality. Asks the gate with it.
 */
@Singleton
public class NotificationGrounds {

    private static final BasisId OPERATION = new BasisId("lb.notification");
    private static final BasisId DEMO = new BasisId("lb.demo.notified");

    private final Gate gate;
    private final LegalBases bases;

    NotificationGrounds(Gate gate, LegalBases bases) {
        this.gate = gate;
        this.bases = bases;
    }

    /** The basis on which the municipality handles notifications, and the child is in scope. */
    public BasisId basis(MunicipalityCode municipality) {
        return municipality.equals(MunicipalityCode.SYNTHETIC) ? DEMO : OPERATION;
    }

    /** The longest that a child is in scope; days. */
    int maximumDays(MunicipalityCode municipality) {
        BasisId basis = basis(municipality);
        return bases.find(basis)
                .orElseThrow(() -> new IllegalStateException("the policy set has no " + basis))
                .maximumDays();
    }

    /**
     * Asks the gate, about a child where there is one.
     *
     * @return the municipality of whoever was permitted
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit
     * @throws NotificationFault when whoever asks belongs to no municipality
     */
    public MunicipalityCode demand(Actor actor, Action action, Optional<Pseudonym> child) {
        Optional<MunicipalityCode> municipality = actor.municipality();
        if (municipality.isEmpty()) {
            gate.demand(Request.plain(actor, action, Purpose.CHILD_SUPPORT, municipality));
            throw NotificationFault.notFound();
        }
        boolean synthetic = municipality.get().equals(MunicipalityCode.SYNTHETIC);
        gate.demand(new Request(
                actor,
                action,
                Purpose.CHILD_SUPPORT,
                municipality,
                Optional.of(synthetic ? Phase.DEMO : Phase.OPERATION),
                Optional.of(basis(municipality.get())),
                ScopeKind.NOTIFIED,
                Set.of(Scopes.NOTIFIED),
                Set.of(),
                synthetic,
                child,
                Map.of()));
        return municipality.get();
    }
}
