package dk.rettidig.casefile.supervision.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.casefile.supervision.ImprovementDesk;
import dk.rettidig.casefile.supervision.Reports;
import dk.rettidig.casefile.supervision.RoundReport;
import dk.rettidig.casefile.supervision.SupervisionFault;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ReviewRule;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Language;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** Where the team leader writes down what is to be done about a rule. */
@Path("/supervision/{round}/plans")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class PlanPage {

    private static final int OK = 200;

    private final ImprovementDesk improvements;
    private final Reports reports;
    private final CurrentActor actor;
    private final Shells shells;

    PlanPage(ImprovementDesk improvements, Reports reports, CurrentActor actor, Shells shells) {
        this.improvements = improvements;
        this.reports = reports;
        this.actor = actor;
        this.shells = shells;
    }

    /** The form as it was sent. */
    public record Form(String round, List<SupervisionLabels.Choice> rules, String plan, String by, String due) {}

    /** The form; rules that have a plan are not offered. */
    @GET
    @Gated(action = Action.PLAN_IMPROVEMENT, purpose = Purpose.SUPERVISION)
    public Response form(@PathParam("round") String round, @QueryParam("rule") @DefaultValue("") String rule) {
        return form(round, new ImprovementDesk.Draft(rule, "", "", ""), FormErrors.NONE, OK);
    }

    /** Files a plan. */
    @POST
    @Gated(action = Action.PLAN_IMPROVEMENT, purpose = Purpose.SUPERVISION)
    public Response plan(
            @PathParam("round") String round,
            @RestForm @DefaultValue("") String rule,
            @RestForm @DefaultValue("") String plan,
            @RestForm @DefaultValue("") String by,
            @RestForm @DefaultValue("") String due) {
        try {
            improvements.plan(actor.get(), round, new ImprovementDesk.Draft(rule, plan, by, due));
            return Response.seeOther(URI.create("/supervision/" + round)).build();
        } catch (SupervisionFault fault) {
            List<FieldError> wrong = fault.problems();
            if (wrong.isEmpty()) {
                throw fault;
            }
            // A text with a CPR number is not shown again.
            boolean number = wrong.stream().anyMatch(each -> each.code() == TextErrorCode.TEXT_HAS_CPR);
            boolean function = wrong.stream().anyMatch(each -> each.field().equals("by"));
            return form(
                    round,
                    new ImprovementDesk.Draft(rule, number ? "" : plan, function ? "" : by, due),
                    FormErrors.of(wrong, shells.language()),
                    fault.errorCode().status());
        }
    }

    private Response form(String id, ImprovementDesk.Draft draft, FormErrors problems, int status) {
        Language language = shells.language();
        RoundReport report = reports.of(actor.get(), id);
        List<SupervisionLabels.Choice> rules = reports.rules().rules().stream()
                .filter(rule ->
                        report.plans().stream().noneMatch(plan -> plan.rule().equals(rule.id())))
                .map(rule -> choice(rule, draft.rule(), language))
                .toList();
        return shells.page(
                        Templates.plan(
                                shells.shell(),
                                new Form(report.round().id().toString(), rules, draft.plan(), draft.by(), draft.due()),
                                problems),
                        status)
                .build();
    }

    private static SupervisionLabels.Choice choice(ReviewRule rule, String chosen, Language language) {
        return new SupervisionLabels.Choice(
                rule.id(),
                language.choose(rule.danish(), rule.english()) + " (" + rule.ref() + ")",
                rule.id().equals(chosen));
    }

    @CheckedTemplate(basePath = "supervision")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance plan(Shell shell, Form form, FormErrors problems);
    }
}
