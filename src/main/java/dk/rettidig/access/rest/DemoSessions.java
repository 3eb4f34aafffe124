package dk.rettidig.access.rest;

import dk.rettidig.access.DemoPerson;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows the demonstration's people again by the encrypted session cookie that Quarkus checked. */
@ApplicationScoped
class DemoSessions implements IdentityProvider<TrustedAuthenticationRequest> {

    private final DemoSettings settings;

    DemoSessions(DemoSettings settings) {
        this.settings = settings;
    }

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        return DemoPerson.named(request.getPrincipal())
                .filter(person -> settings.people())
                .map(DemoPeople::identity)
                .map(identity -> Uni.createFrom().item(identity))
                .orElseGet(() -> Uni.createFrom().failure(AuthenticationFailedException::new));
    }
}
