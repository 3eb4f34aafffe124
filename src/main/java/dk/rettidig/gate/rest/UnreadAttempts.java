package dk.rettidig.gate.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.fault.Fault;
import dk.rettidig.gate.Asked;
import dk.rettidig.gate.Decision;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.RefusedFault;
import dk.rettidig.gate.Request;
import dk.rettidig.web.UnreadRequests;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body that cannot be read is answered before the route's feature could ask the gate. The attempt is decided and recorded
 * here, from actor, action, purpose and municipality, and who may not do it learns nothing about the body. What is asked for
 * with the key of a program has no caller before the key is verified: the feature counts and records those.
 */
@ApplicationScoped
class UnreadAttempts implements UnreadRequests {

    private static final Set<Action> BY_KEY = EnumSet.of(
            Action.DELIVER,
            Action.DELIVER_CONVERSION,
            Action.EVALUATE_PSEUDONYMS,
            Action.CONVERT_PSEUDONYMS,
            Action.REDEEM_TICKET);

    private final Gate gate;
    private final CurrentActor currentActor;
    private final Asked asked;
    private final ResourceInfo route;

    UnreadAttempts(Gate gate, CurrentActor currentActor, Asked asked, ResourceInfo route) {
        this.gate = gate;
        this.currentActor = currentActor;
        this.asked = asked;
        this.route = route;
    }

    @Override
    public Optional<Fault> refusal() {
        if (asked.asked() || !BlockingOperationControl.isBlockingAllowed()) {
            return Optional.empty();
        }
        return gated().filter(each -> !BY_KEY.contains(each.action())).flatMap(this::decided);
    }

    private Optional<Fault> decided(Gated gated) {
        Actor actor = currentActor.get();
        return switch (gate.decide(Request.plain(actor, gated.action(), gated.purpose(), actor.municipality()))) {
            case Decision.Permitted _ -> Optional.empty();
            case Decision.Refused refused -> Optional.of(new RefusedFault(refused.reasons(), refused.policy()));
            // Undecidable because it could not be read: who is known is told so, and the attempt is on the record.
            case Decision.Undecidable undecidable ->
                actor instanceof Actor.Public
                        ? Optional.of(new RefusedFault(undecidable.reasons(), undecidable.policy()))
                        : Optional.empty();
        };
    }

    private Optional<Gated> gated() {
        @Nullable Method method = route.getResourceMethod();
        return method == null ? Optional.empty() : Optional.ofNullable(method.getAnnotation(Gated.class));
    }
}
