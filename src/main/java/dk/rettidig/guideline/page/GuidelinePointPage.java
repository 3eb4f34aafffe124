package dk.rettidig.guideline.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.guideline.GuidelineFault;
import dk.rettidig.guideline.SelfCheckDesk;
import dk.rettidig.guideline.SelfCheckDraft;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** An attention point: what a guideline must answer, what the self-check says, and the form. */
@Path("/guidelines/points")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class GuidelinePointPage {

    private static final int OK = 200;

    private final SelfCheckDesk desk;
    private final CurrentActor actor;
    private final Shells shells;

    GuidelinePointPage(SelfCheckDesk desk, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.actor = actor;
        this.shells = shells;
    }

    /** The point. */
    @GET
    @Path("{point}")
    @Gated(action = Action.READ_GUIDELINES, purpose = Purpose.SUPERVISION)
    public Response read(@PathParam("point") String id) {
        return one(id, SelfCheckDraft.NOTHING, List.of(), OK);
    }

    /** Answers it. */
    @POST
    @Path("{point}/self-check")
    @Gated(action = Action.ANSWER_SELF_CHECK, purpose = Purpose.SUPERVISION)
    public Response answer(
            @PathParam("point") String id,
            @RestForm @DefaultValue("") String answer,
            @RestForm @DefaultValue("") String remark,
            @RestForm @DefaultValue("") String guideline,
            @RestForm("improve_by") @DefaultValue("") String improveBy,
            @RestForm @DefaultValue("") String version) {
        SelfCheckDraft draft = new SelfCheckDraft(answer, remark, guideline, improveBy);
        try {
            desk.answer(actor.get(), id, draft, Optional.of(GuidelinePage.version(version)));
            return Response.seeOther(URI.create("/guidelines/points/" + id)).build();
        } catch (GuidelineFault fault) {
            return one(
                    id,
                    draft,
                    GuidelinePage.wrong(fault, "answer"),
                    fault.errorCode().status());
        }
    }

    private Response one(String id, SelfCheckDraft draft, List<FieldError> wrong, int status) {
        PointView view =
                PointView.of(desk.open(actor.get(), id), draft, wrong, GuidelinePage.mayEdit(actor), shells.language());
        return shells.page(Templates.point(shells.shell(), view, FormErrors.of(wrong, shells.language())), status)
                .build();
    }

    @CheckedTemplate(basePath = "guideline")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance point(Shell shell, PointView view, FormErrors problems);
    }
}
