package dk.rettidig.guideline.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.guideline.Guideline;
import dk.rettidig.guideline.GuidelineDesk;
import dk.rettidig.guideline.GuidelineDraft;
import dk.rettidig.guideline.GuidelineFault;
import dk.rettidig.guideline.GuidelineId;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** The register of guidelines: what is missing, the register and the points, and one guideline with its form. */
@Path("/guidelines")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class GuidelinePage {

    private static final int OK = 200;
    private static final String PATH = "/guidelines";

    private final GuidelineDesk desk;
    private final CurrentActor actor;
    private final Shells shells;

    GuidelinePage(GuidelineDesk desk, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.actor = actor;
        this.shells = shells;
    }

    /** The register. */
    @GET
    @Gated(action = Action.READ_GUIDELINES, purpose = Purpose.SUPERVISION)
    public Response register() {
        return shells.page(Templates.register(
                shells.shell(),
                RegisterView.of(desk.register(), desk.overview(actor.get()), mayEdit(actor), shells.language())));
    }

    /** The form for a new one. */
    @GET
    @Path("new")
    @Gated(action = Action.EDIT_GUIDELINE, purpose = Purpose.SUPERVISION)
    public Response form() {
        return form(GuidelineDraft.NOTHING, List.of(), OK);
    }

    /** Registers one. */
    @POST
    @Gated(action = Action.EDIT_GUIDELINE, purpose = Purpose.SUPERVISION)
    public Response register(@BeanParam GuidelineFields fields) {
        GuidelineDraft draft = fields.draft();
        try {
            return see(desk.register(actor.get(), draft));
        } catch (GuidelineFault fault) {
            return form(draft, wrong(fault, "title"), fault.errorCode().status());
        }
    }

    /** One guideline. */
    @GET
    @Path("{guideline}")
    @Gated(action = Action.READ_GUIDELINES, purpose = Purpose.SUPERVISION)
    public Response read(@PathParam("guideline") String id) {
        List<Guideline> versions = desk.versions(actor.get(), GuidelineId.asked(id));
        return one(versions, GuidelineDraft.of(versions.getFirst()), List.of(), OK);
    }

    /** Changes one. */
    @POST
    @Path("{guideline}/versions")
    @Gated(action = Action.EDIT_GUIDELINE, purpose = Purpose.SUPERVISION)
    public Response change(@PathParam("guideline") String id, @BeanParam GuidelineFields fields) {
        GuidelineId asked = GuidelineId.asked(id);
        GuidelineDraft draft = fields.draft();
        try {
            return see(desk.change(actor.get(), asked, draft, Optional.of(version(fields.version))));
        } catch (GuidelineFault fault) {
            List<FieldError> wrong = wrong(fault, "title");
            return one(
                    desk.versions(actor.get(), asked),
                    draft,
                    wrong,
                    fault.errorCode().status());
        }
    }

    private static Response see(Guideline guideline) {
        return Response.seeOther(URI.create(PATH + "/" + guideline.id())).build();
    }

    /** A text that is no version counts as one that was read long ago. */
    static int version(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** What is about no field is said at the field where the reader begins; what is not there has no form. */
    static List<FieldError> wrong(GuidelineFault fault, String first) {
        if (fault.errorCode().status() == Response.Status.NOT_FOUND.getStatusCode()) {
            throw fault;
        }
        return fault.problems().isEmpty() ? List.of(new FieldError(first, fault.errorCode())) : fault.problems();
    }

    /** Whether forms are shown; the gate decides about what they send. */
    static boolean mayEdit(CurrentActor actor) {
        return actor.get().kind() == ActorKind.TEAM_LEADER;
    }

    private Response form(GuidelineDraft draft, List<FieldError> wrong, int status) {
        GuidelineForm form =
                GuidelineForm.of(desk.register(), new GuidelineForm.Target(PATH, 0), draft, wrong, shells.language());
        return shells.page(Templates.form(shells.shell(), form, FormErrors.of(wrong, shells.language())), status)
                .build();
    }

    private Response one(List<Guideline> versions, GuidelineDraft draft, List<FieldError> wrong, int status) {
        Guideline current = versions.getFirst();
        GuidelineForm form = GuidelineForm.of(
                desk.register(),
                new GuidelineForm.Target(PATH + "/" + current.id() + "/versions", current.version()),
                draft,
                wrong,
                shells.language());
        return shells.page(
                        Templates.guideline(
                                shells.shell(),
                                GuidelineView.of(
                                        desk.register(), versions, desk.today(), mayEdit(actor), shells.language()),
                                form,
                                FormErrors.of(wrong, shells.language())),
                        status)
                .build();
    }

    @CheckedTemplate(basePath = "guideline")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance register(Shell shell, RegisterView view);

        static native TemplateInstance form(Shell shell, GuidelineForm form, FormErrors problems);

        static native TemplateInstance guideline(
                Shell shell, GuidelineView view, GuidelineForm form, FormErrors problems);
    }
}
