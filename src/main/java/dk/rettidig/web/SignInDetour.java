package dk.rettidig.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads a person who has to sign in to the sign-in page, and from there back to where they wanted to go. */
final class SignInDetour {

    /** Read by Quarkus' form authentication, which leads back only to addresses of this very service. */
    private static final String LOCATION_COOKIE = "quarkus-redirect-location";

    private SignInDetour() {}

    static Response.ResponseBuilder towards(ContainerRequestContext request) {
        Response.ResponseBuilder answer = Response.seeOther(URI.create("/sign-in"));
        if ("GET".equals(request.getMethod())) {
            answer.cookie(new NewCookie.Builder(LOCATION_COOKIE)
                    .value(request.getUriInfo().getRequestUri().toString())
                    .path("/")
                    .httpOnly(true)
                    .sameSite(NewCookie.SameSite.STRICT)
                    .build());
        }
        return answer;
    }
}
