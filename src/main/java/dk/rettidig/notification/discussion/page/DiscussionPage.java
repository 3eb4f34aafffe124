package dk.rettidig.notification.discussion.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.discussion.DiscussionDesk;
import dk.rettidig.notification.discussion.DiscussionFault;
import dk.rettidig.notification.statistics.Categories;
import dk.rettidig.notification.statistics.Dimension;
import dk.rettidig.notification.statistics.Edition;
import dk.rettidig.notification.statistics.FigureTable;
import dk.rettidig.notification.statistics.Measure;
import dk.rettidig.notification.statistics.StatisticsDesk;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import dk.rettidig.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** From a figure to a discussion, to what is done, to the figure of the next period. */
@Path("/statistics/discussions")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class DiscussionPage {

    private static final int OK = 200;
    private static final String PATH = "/statistics/discussions";

    private final DiscussionDesk desk;
    private final StatisticsDesk statistics;
    private final Categories categories;
    private final CurrentActor actor;
    private final Shells shells;

    DiscussionPage(
            DiscussionDesk desk, StatisticsDesk statistics, Categories categories, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.statistics = statistics;
        this.categories = categories;
        this.actor = actor;
        this.shells = shells;
    }

    /** The form for opening: figures that can be chosen in one edition. */
    public record OpenForm(String edition, String by, List<DiscussionText.Choice> figures, String seen) {}

    /** The forms on one discussion; a text that was refused is not shown again. */
    public record PlanForm(
            boolean writes,
            DiscussionDesk.Plan plan,
            List<DiscussionText.Choice> kinds,
            List<DiscussionText.Choice> notifiers,
            String today) {}

    /** All of them. */
    @GET
    @Gated(action = Action.READ_STATISTICS, purpose = Purpose.ADMINISTRATION)
    public Response list() {
        List<DiscussionText> all = desk.all(municipality()).stream()
                .map(each -> text(new DiscussionDesk.Read(each, List.of())))
                .toList();
        return shells.page(Templates.discussions(
                shells.shell(),
                all,
                all.stream().mapToLong(DiscussionText::overdue).sum()));
    }

    /** The form for opening one about a figure of an edition. */
    @GET
    @Path("new")
    @Gated(action = Action.DISCUSS_FIGURE, purpose = Purpose.ADMINISTRATION)
    public Response form(
            @QueryParam("edition") @DefaultValue("") String edition,
            @QueryParam("by") @DefaultValue("notifier") String by) {
        return form(edition, by, "", "", FormErrors.NONE, OK);
    }

    /** Opens one. */
    @POST
    @Gated(action = Action.DISCUSS_FIGURE, purpose = Purpose.ADMINISTRATION)
    public Response open(
            @RestForm @DefaultValue("") String edition,
            @RestForm @DefaultValue("") String by,
            @RestForm @DefaultValue("") String figure,
            @RestForm @DefaultValue("") String seen) {
        String[] parts = figure.split("\\.", 2);
        try {
            return see(desk.open(
                            actor.get(),
                            municipality(),
                            new DiscussionDesk.Opening(edition, by, parts.length == 2 ? parts[1] : "", parts[0], seen))
                    .id());
        } catch (DiscussionFault fault) {
            boolean refused =
                    fault.problems().stream().anyMatch(each -> each.field().equals("seen"));
            return form(
                    edition,
                    by,
                    figure,
                    refused ? "" : seen,
                    errors(fault),
                    fault.errorCode().status());
        }
    }

    /** One of them. */
    @GET
    @Path("{discussion}")
    @Gated(action = Action.READ_STATISTICS, purpose = Purpose.ADMINISTRATION)
    public Response read(@PathParam("discussion") String id) {
        return one(DiscussionDesk.asked(id), DiscussionDesk.Plan.NOTHING, FormErrors.NONE, OK);
    }

    /** Writes down what is to be done. */
    @POST
    @Path("{discussion}/actions")
    @Gated(action = Action.DISCUSS_FIGURE, purpose = Purpose.ADMINISTRATION)
    public Response plan(@PathParam("discussion") String id, @BeanParam PlanFields fields) {
        UUID discussion = DiscussionDesk.asked(id);
        try {
            desk.plan(actor.get(), municipality(), discussion, fields.plan());
            return see(discussion);
        } catch (DiscussionFault fault) {
            return again(discussion, fields.plan(), fault);
        }
    }

    /** Ends an action. */
    @POST
    @Path("{discussion}/actions/{planned}/end")
    @Gated(action = Action.DISCUSS_FIGURE, purpose = Purpose.ADMINISTRATION)
    public Response end(
            @PathParam("discussion") String id,
            @PathParam("planned") String planned,
            @RestForm @DefaultValue("") String outcome,
            @RestForm @DefaultValue("") String day,
            @RestForm @DefaultValue("") String reason) {
        UUID discussion = DiscussionDesk.asked(id);
        try {
            desk.end(
                    actor.get(),
                    municipality(),
                    discussion,
                    DiscussionDesk.asked(planned),
                    new DiscussionDesk.Ending(outcome, day, reason));
            return see(discussion);
        } catch (DiscussionFault fault) {
            FormErrors problems = new FormErrors(errors(fault).lines().stream()
                    .map(line -> new FormErrors.Line(line.field() + "-" + planned, line.text()))
                    .toList());
            return one(
                    discussion,
                    DiscussionDesk.Plan.NOTHING,
                    problems,
                    fault.errorCode().status());
        }
    }

    private static Response see(UUID id) {
        return Response.seeOther(URI.create(PATH + "/" + id)).build();
    }

    private Response again(UUID discussion, DiscussionDesk.Plan plan, DiscussionFault fault) {
        if (fault.problems().isEmpty()) {
            throw fault;
        }
        boolean text = fault.problems().stream()
                .anyMatch(each -> List.of("institution", "note", "responsible").contains(each.field()));
        return one(
                discussion,
                text ? new DiscussionDesk.Plan(plan.kind(), plan.notifier(), "", "", "", plan.due()) : plan,
                errors(fault),
                fault.errorCode().status());
    }

    private FormErrors errors(DiscussionFault fault) {
        if (fault.problems().isEmpty()) {
            throw fault;
        }
        return FormErrors.of(fault.problems(), shells.language());
    }

    private Response form(String edition, String by, String figure, String seen, FormErrors problems, int status) {
        Edition asked = Edition.parse(edition).orElseThrow(NotFoundException::new);
        Dimension dimension = Dimension.parse(by).orElseThrow(NotFoundException::new);
        FigureTable table = statistics.table(municipality(), asked.period(), dimension);
        Language language = shells.language();
        List<DiscussionText.Choice> figures = new ArrayList<>();
        categories.of(dimension, language).forEach((category, text) -> {
            for (Measure measure : table.measures()) {
                String id = measure.id() + "." + category;
                table.figure(asked, measure, category)
                        .ifPresent(value -> figures.add(new DiscussionText.Choice(
                                id,
                                text + " – " + measure.words(language) + ": " + Words.count(value, language),
                                id.equals(figure))));
            }
        });
        if (figures.isEmpty()) {
            throw new NotFoundException();
        }
        return shells.page(
                        Templates.discussionForm(shells.shell(), new OpenForm(edition, by, figures, seen), problems),
                        status)
                .build();
    }

    private Response one(UUID id, DiscussionDesk.Plan plan, FormErrors problems, int status) {
        PlanForm form = new PlanForm(
                actor.get().kind() == ActorKind.TEAM_LEADER || actor.get().kind() == ActorKind.CASEWORKER,
                plan,
                DiscussionText.kinds(plan.kind(), shells.language()),
                DiscussionText.notifiers(plan.notifier(), categories, shells.language()),
                desk.today().toString());
        return shells.page(
                        Templates.discussion(shells.shell(), text(desk.read(municipality(), id)), form, problems),
                        status)
                .build();
    }

    private DiscussionText text(DiscussionDesk.Read read) {
        return DiscussionText.of(read, desk.today(), categories, shells.language());
    }

    private MunicipalityCode municipality() {
        return actor.get().municipality().orElseThrow(NotFoundException::new);
    }

    @CheckedTemplate(basePath = "notification")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance discussions(Shell shell, List<DiscussionText> discussions, long overdue);

        static native TemplateInstance discussionForm(Shell shell, OpenForm form, FormErrors problems);

        static native TemplateInstance discussion(Shell shell, DiscussionText page, PlanForm form, FormErrors problems);
    }
}
