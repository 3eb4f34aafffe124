package dk.rettidig.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads a person who has to sign in to the sign-in page, and from there back to where they wanted to go. */
public final class SignInDetour {

    private static final String TAKEN = "rettidig.sign-in-detour";

    /** Read by Quarkus' form authentication, which leads back only to addresses of this very service. */
    private static final String LOCATION_COOKIE = "quarkus-redirect-location";

    private SignInDetour() {}

    /** Whether the answer to the request is nothing but the way to the sign-in page. */
    public static boolean taken(ContainerRequestContext request) {
        return request.getProperty(TAKEN) != null;
    }

    static Response.ResponseBuilder towards(ContainerRequestContext request) {
        request.setProperty(TAKEN, true);
        Response.ResponseBuilder answer = Response.seeOther(URI.create("/sign-in"));
        String address = request.getUriInfo().getRequestUri().toString();
        if ("GET".equals(request.getMethod()) && EchoedAddress.mayBeRepeated(address)) {
            answer.cookie(new NewCookie.Builder(LOCATION_COOKIE)
                    .value(address)
                    .path("/")
                    .httpOnly(true)
                    .sameSite(NewCookie.SameSite.STRICT)
                    .build());
        }
        return answer;
    }
}
