package dk.rettidig.gate.rest;

import dk.rettidig.access.Actor;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.gate.Asked;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.GateErrorCode;
import dk.rettidig.gate.GateFault;
import dk.rettidig.gate.RefusedFault;
import dk.rettidig.gate.Request;
import dk.rettidig.web.ServedRoutes;
import dk.rettidig.web.SignInDetour;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gate before a route's method runs, or makes sure that the method's feature did. It runs on the method's own
 * thread, so a gated method must be one that may block: the decision is committed to the ledger before it returns.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
class GateFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(GateFilter.class);
    private static final URI SIGN_IN = URI.create("/sign-in");
    private static final String CHECKED = "rettidig.gate.checked";

    private final Gate gate;
    private final CurrentActor currentActor;
    private final Asked asked;
    private final ResourceInfo route;
    private final ServedRoutes served;

    GateFilter(Gate gate, CurrentActor currentActor, Asked asked, ResourceInfo route, ServedRoutes served) {
        this.gate = gate;
        this.currentActor = currentActor;
        this.asked = asked;
        this.route = route;
        this.served = served;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!served.has(route.getResourceClass())) {
            throw new NotFoundException();
        }
        Gated gated = gated().orElseThrow(() -> new GateFault(GateErrorCode.ROUTE_NOT_GATED));
        if (!BlockingOperationControl.isBlockingAllowed()) {
            LOG.errorf("a gated route must be blocking: %s", route.getResourceMethod());
            throw new GateFault(GateErrorCode.ROUTE_NOT_GATED);
        }
        if (gated.decided() == Gated.Decided.BY_FILTER && !permitted(request, gated)) {
            return;
        }
        request.setProperty(CHECKED, true);
    }

    /** Asks the gate; whoever looks at a page without having signed in is led to the sign-in page instead of refused. */
    private boolean permitted(ContainerRequestContext request, Gated gated) {
        Actor actor = currentActor.get();
        try {
            gate.demand(Request.plain(actor, gated.action(), gated.purpose(), actor.municipality()));
            return true;
        } catch (RefusedFault refused) {
            if (actor instanceof Actor.Public && wantsPage(request)) {
                request.abortWith(Response.seeOther(SIGN_IN).build());
                return false;
            }
            throw refused;
        }
    }

    private static boolean wantsPage(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET)
                && request.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> !type.isWildcardType() && type.isCompatible(MediaType.TEXT_HTML_TYPE));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean error = response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
        boolean harmless = error || SignInDetour.taken(request);
        if (harmless || request.getProperty(CHECKED) == null || asked.permitted()) {
            return;
        }
        LOG.errorf("the gate was not asked, or said no, and the route answered: %s", route.getResourceMethod());
        response.setEntity(null);
        throw new GateFault(GateErrorCode.GATE_NOT_ASKED);
    }

    private Optional<Gated> gated() {
        @Nullable Method method = route.getResourceMethod();
        return method == null ? Optional.empty() : Optional.ofNullable(method.getAnnotation(Gated.class));
    }
}
