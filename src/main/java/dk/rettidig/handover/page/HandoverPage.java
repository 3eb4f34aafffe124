package dk.rettidig.handover.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.ActDraft;
import dk.rettidig.handover.ActKind;
import dk.rettidig.handover.HandoverDesk;
import dk.rettidig.handover.HandoverDraft;
import dk.rettidig.handover.HandoverExchange;
import dk.rettidig.handover.HandoverFault;
import dk.rettidig.handover.HandoverId;
import dk.rettidig.handover.Handovers;
import dk.rettidig.law.HandoverSide;
import dk.rettidig.law.Purpose;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import dk.rettidig.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** Handovers for the central unit and the team leader: the list, the form and one handover. */
@Path("/handovers")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class HandoverPage {

    private static final int OK = 200;

    /** More than anyone works through in a day. */
    private static final int ROWS = 200;

    private final HandoverDesk desk;
    private final HandoverExchange exchange;
    private final HandoverLabels labels;
    private final CurrentActor actor;
    private final Shells shells;

    HandoverPage(
            HandoverDesk desk, HandoverExchange exchange, HandoverLabels labels, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.exchange = exchange;
        this.labels = labels;
        this.actor = actor;
        this.shells = shells;
    }

    /** A line of the list. */
    public record Row(String id, String since, boolean sent, String other, String stage, String due, boolean overdue) {}

    /** What the form offers and what somebody wrote; never a pseudonym that was wrong: it could be a CPR number. */
    public record Form(
            String child,
            String moved,
            String known,
            String remark,
            List<HandoverLabels.Choice> municipalities,
            List<HandoverLabels.Choice> ages,
            List<HandoverLabels.Choice> grounds,
            List<HandoverLabels.Choice> materials) {

        @Override
        public String toString() {
            return "Form[hidden]";
        }
    }

    /** What somebody wrote to the other municipality and that was refused. */
    public record Again(List<HandoverLabels.Choice> answers, List<HandoverLabels.Choice> materials, String because) {

        @Override
        public String toString() {
            return "Again[hidden]";
        }
    }

    /** The list; a word that is none counts as not chosen. */
    @GET
    @Gated(action = Action.LIST_HANDOVERS, purpose = Purpose.CHILD_SUPPORT)
    public Response list(@QueryParam("state") @DefaultValue("") String state) {
        Language language = shells.language();
        boolean ended = state.equals("ended");
        List<Row> rows =
                desk
                        .list(municipality(), new Handovers.Filter(Optional.empty(), ended), Optional.empty(), ROWS)
                        .stream()
                        .map(view -> row(view, language))
                        .toList();
        return shells.page(Templates.list(shells.shell(), rows, ended));
    }

    private Row row(HandoverDesk.View view, Language language) {
        Handovers.Filed filed = view.filed();
        return new Row(
                filed.own().handover().toString(),
                Words.date(filed.own().announcedAt(), language),
                filed.own().side() == HandoverSide.SENDER,
                labels.municipality(filed.own().other()),
                HandoverLabels.stage(filed.stage(), language),
                view.running().stream()
                        .findFirst()
                        .map(running -> HandoverLabels.due(running, language))
                        .orElse(""),
                view.running().stream().anyMatch(running -> !running.due().inTime(view.now())));
    }

    /** The form. */
    @GET
    @Path("new")
    @Gated(action = Action.LIST_HANDOVERS, purpose = Purpose.CHILD_SUPPORT)
    public Response form() {
        return form(new HandoverDraft("", "", "", "", "", List.of(), List.of("summary"), ""), FormErrors.NONE, OK);
    }

    /** Sends a handover. */
    @POST
    @Gated(action = Action.SEND_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response send(
            @RestForm @DefaultValue("") String child,
            @RestForm @DefaultValue("") String receiver,
            @RestForm @DefaultValue("") String age,
            @RestForm @DefaultValue("") String moved,
            @RestForm @DefaultValue("") String known,
            @RestForm List<String> grounds,
            @RestForm List<String> materials,
            @RestForm @DefaultValue("") String remark) {
        HandoverDraft draft = new HandoverDraft(child, receiver, age, moved, known, grounds, materials, remark);
        try {
            HandoverDesk.View view = desk.send(actor.get(), draft);
            return seeOther(view.filed().own().handover());
        } catch (HandoverFault fault) {
            return form(draft, problems(fault, "child"), fault.errorCode().status());
        }
    }

    /** One handover. */
    @GET
    @Path("{handover}")
    @Gated(action = Action.OPEN_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response open(@PathParam("handover") String id) {
        return one(desk.open(actor.get(), HandoverId.asked(id)), ActDraft.opening(), FormErrors.NONE, OK);
    }

    /** The receiver opens it. */
    @POST
    @Path("{handover}/opening")
    @Gated(action = Action.ANSWER_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response opening(@PathParam("handover") String id, @RestForm @DefaultValue("-1") String version) {
        return act(id, ActDraft.opening(), version, "opening");
    }

    /** The receiver answers. */
    @POST
    @Path("{handover}/answers")
    @Gated(action = Action.ANSWER_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response answer(
            @PathParam("handover") String id,
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("") String because,
            @RestForm List<String> materials,
            @RestForm @DefaultValue("-1") String version) {
        return act(id, new ActDraft(ActKind.ANSWERED, code, because, materials), version, "code");
    }

    /** The sender sends what was asked for. */
    @POST
    @Path("{handover}/supplements")
    @Gated(action = Action.SEND_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response supplement(
            @PathParam("handover") String id,
            @RestForm @DefaultValue("") String because,
            @RestForm List<String> materials,
            @RestForm @DefaultValue("-1") String version) {
        return act(id, new ActDraft(ActKind.SUPPLEMENTED, "", because, materials), version, "materials");
    }

    /** The sender ends it. */
    @POST
    @Path("{handover}/closing")
    @Gated(action = Action.SEND_HANDOVER, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response close(
            @PathParam("handover") String id,
            @RestForm @DefaultValue("") String code,
            @RestForm("closing") @DefaultValue("") String because,
            @RestForm @DefaultValue("-1") String version) {
        return act(id, new ActDraft(ActKind.CLOSED, code, because, List.of()), version, "closing");
    }

    private Response act(String id, ActDraft draft, String version, String field) {
        HandoverId asked = HandoverId.asked(id);
        try {
            exchange.act(
                    actor.get(),
                    asked,
                    draft,
                    Optional.of(version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1));
            return seeOther(asked);
        } catch (HandoverFault fault) {
            return one(
                    desk.open(actor.get(), asked),
                    draft,
                    problems(fault, field),
                    fault.errorCode().status());
        }
    }

    private static Response seeOther(HandoverId id) {
        return Response.seeOther(URI.create("/handovers/" + id)).build();
    }

    /** What is about no field is said at the field where the reader begins. */
    private FormErrors problems(HandoverFault fault, String field) {
        if (fault.errorCode().status() == Response.Status.NOT_FOUND.getStatusCode()) {
            throw fault;
        }
        List<FieldError> problems = fault.problems().isEmpty()
                ? List.of(new FieldError(field, fault.errorCode()))
                : fault.problems().stream()
                        // the reason of a closing has a field of its own: another form may have one beside it
                        .map(each -> field.equals("closing") ? new FieldError(field, each.code()) : each)
                        .toList();
        return FormErrors.of(problems, shells.language());
    }

    private Response form(HandoverDraft draft, FormErrors problems, int status) {
        Language language = shells.language();
        Form form = new Form(
                problems.on("child") ? "" : draft.child(),
                draft.movedOn(),
                draft.knownOn(),
                harmless(draft.remark()),
                labels.municipalities(draft.receiver(), municipality()),
                HandoverLabels.ages(draft.age(), language),
                labels.grounds(draft.grounds(), language),
                labels.materials(draft.materials(), language));
        return shells.page(Templates.form(shells.shell(), form, problems), status)
                .build();
    }

    private Response one(HandoverDesk.View view, ActDraft draft, FormErrors problems, int status) {
        Language language = shells.language();
        Again again = new Again(
                HandoverLabels.answers(draft.code(), language),
                labels.materials(draft.materials(), language),
                harmless(draft.because()));
        return shells.page(
                        Templates.handover(shells.shell(), HandoverView.of(view, labels, language), again, problems),
                        status)
                .build();
    }

    /** A text with a CPR number is not shown again. */
    private static String harmless(String text) {
        return dk.rettidig.text.Justification.problem(text)
                        .filter(TextErrorCode.TEXT_HAS_CPR::equals)
                        .isPresent()
                ? ""
                : text;
    }

    private MunicipalityCode municipality() {
        return actor.get().municipality().orElseThrow(NotFoundException::new);
    }

    @CheckedTemplate(basePath = "handover")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Shell shell, List<Row> rows, boolean ended);

        static native TemplateInstance form(Shell shell, Form form, FormErrors problems);

        static native TemplateInstance handover(Shell shell, HandoverView view, Again again, FormErrors problems);
    }
}
