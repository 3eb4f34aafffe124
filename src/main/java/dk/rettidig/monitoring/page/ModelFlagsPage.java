package dk.rettidig.monitoring.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.monitoring.ModelFlags;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a withdrawn model left behind. */
@Path("/monitoring/withdrawals/{withdrawal}")
@Blocking
public class ModelFlagsPage {

    private final ModelFlags flags;
    private final CurrentActor actor;
    private final Shells shells;

    ModelFlagsPage(ModelFlags flags, CurrentActor actor, Shells shells) {
        this.flags = flags;
        this.actor = actor;
        this.shells = shells;
    }

    /** Each flag, who read it and what followed. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Gated(action = Action.READ_MODEL_FLAGS, purpose = Purpose.SUPERVISION)
    public Response list(@PathParam("withdrawal") String withdrawal) {
        return shells.page(Templates.flags(
                shells.shell(), ModelFlagsText.of(flags.of(actor.get(), withdrawal), shells.language())));
    }

    /** The same as a file, all of it (RFC 4180). */
    @GET
    @Path("flags")
    @Produces("text/csv")
    @Gated(action = Action.READ_MODEL_FLAGS, purpose = Purpose.SUPERVISION)
    public Response file(@PathParam("withdrawal") String withdrawal) {
        return Response.ok(flags.of(actor.get(), withdrawal).csv(), "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"flags.csv\"")
                .build();
    }

    @CheckedTemplate(basePath = "monitoring")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance flags(Shell shell, ModelFlagsText page);
    }
}
