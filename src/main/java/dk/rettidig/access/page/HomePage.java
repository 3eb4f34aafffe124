package dk.rettidig.access.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.ServedBy;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import dk.rettidig.web.SiteSection;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The front page: what needs the person today. */
@ServedBy({ServedBy.Role.SERVICE, ServedBy.Role.AUTHORITY})
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class HomePage {

    private final Shells shells;

    HomePage(Shells shells) {
        this.shells = shells;
    }

    /** What needs the person today; who did not sign in is led to the sign-in page. */
    @GET
    @Gated(action = Action.READ_HOME, purpose = Purpose.ADMINISTRATION)
    public Response home() {
        Shell shell = shells.shell();
        if (!shell.signedIn()) {
            return Response.seeOther(URI.create("/sign-in")).build();
        }
        return shells.page(Templates.home(shell, shells.today()));
    }

    @CheckedTemplate(basePath = "access")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(Shell shell, List<SiteSection.Today> today);
    }
}
