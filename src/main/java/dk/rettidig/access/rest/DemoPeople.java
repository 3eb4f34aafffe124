package dk.rettidig.access.rest;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Signs the demonstration's people in by name and password; refuses everybody when they are switched off. */
@ApplicationScoped
class DemoPeople implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final DemoSettings settings;

    DemoPeople(DemoSettings settings) {
        this.settings = settings;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        byte[] given = new String(request.getPassword().getPassword()).getBytes(StandardCharsets.UTF_8);
        boolean right = settings.people()
                && settings.password()
                        .map(password -> MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), given))
                        .orElse(false);
        return DemoPerson.named(request.getUsername())
                .filter(person -> right)
                .map(DemoPeople::identity)
                .map(identity -> Uni.createFrom().item(identity))
                .orElseGet(() -> Uni.createFrom().failure(AuthenticationFailedException::new));
    }

    static SecurityIdentity identity(DemoPerson person) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person.username()))
                .addRole(person.kind().id())
                .addAttribute("municipality", MunicipalityCode.SYNTHETIC.value())
                .addAttribute("display_name", person.displayName())
                .build();
    }
}
