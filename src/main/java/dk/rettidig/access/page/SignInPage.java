package dk.rettidig.access.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.Gated;
import dk.rettidig.access.rest.DemoSettings;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.ServedBy;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signing in and out. In the demonstration five people are one click away; otherwise people come by OIDC. */
@ServedBy({ServedBy.Role.SERVICE, ServedBy.Role.AUTHORITY})
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SignInPage {

    private final Shells shells;
    private final DemoSettings demo;
    private final String sessionCookie;

    SignInPage(
            Shells shells,
            DemoSettings demo,
            @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String sessionCookie) {
        this.shells = shells;
        this.demo = demo;
        this.sessionCookie = sessionCookie;
    }

    /**
     * The sign-in page.
     *
     * @param error present when the last attempt failed
     */
    @GET
    @Path("sign-in")
    @Gated(action = Action.SIGN_IN, purpose = Purpose.ADMINISTRATION)
    public Response signIn(@QueryParam("error") Optional<String> error) {
        List<Card> cards = demo.people()
                ? Arrays.stream(DemoPerson.values()).map(this::card).toList()
                : List.of();
        Shell shell = shells.shell();
        return shells.page(Templates.signIn(shell, cards, demo.password().orElse(""), error.isPresent()));
    }

    /** Ends the session, if there still is one; Quarkus' own logout fails for whoever has none any more. */
    @POST
    @Path("sign-out")
    @Gated(action = Action.SIGN_IN, purpose = Purpose.ADMINISTRATION)
    public Response signOut(RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie(sessionCookie, "").setPath("/").setMaxAge(0));
        return Response.seeOther(URI.create("/sign-in")).build();
    }

    private Card card(DemoPerson person) {
        boolean danish = shells.shell().danish();
        return new Card(
                person.username(),
                person.displayName(),
                danish ? person.kind().danish() : person.kind().english(),
                person.kind().id());
    }

    /** One person who can sign in by a click. */
    public record Card(String username, String name, String role, String kind) {}

    @CheckedTemplate(basePath = "access")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signIn(Shell shell, List<Card> cards, String password, boolean failed);
    }
}
