package dk.rettidig.monitoring.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.law.Purpose;
import dk.rettidig.monitoring.MonitoringDesk;
import dk.rettidig.monitoring.MonitoringErrorCode;
import dk.rettidig.monitoring.MonitoringFault;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.web.ClockLag;
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
import org.jboss.resteasy.reactive.RestForm;

/** How models do, and where they are resumed and withdrawn. */
@Path("/monitoring")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class MonitoringPage {

    private static final int OK = 200;

    private final MonitoringDesk desk;
    private final MonitoringLimits limits;
    private final IndicatorCatalogue catalogue;
    private final CurrentActor actor;
    private final Shells shells;
    private final ClockLag lag;

    MonitoringPage(
            MonitoringDesk desk,
            MonitoringLimits limits,
            IndicatorCatalogue catalogue,
            CurrentActor actor,
            Shells shells,
            ClockLag lag) {
        this.desk = desk;
        this.limits = limits;
        this.catalogue = catalogue;
        this.actor = actor;
        this.shells = shells;
        this.lag = lag;
    }

    /**
     * Which form was wrong; what was written in it is not shown again, it could have a number in it.
     *
     * @param about the pause, {@code withdrawal}, or empty
     */
    public record Written(String about, String model) {
        static final Written NOTHING = new Written("", "");
    }

    /** How the municipality's models do. */
    @GET
    @Gated(action = Action.READ_MONITORING, purpose = Purpose.ADMINISTRATION)
    public Response all() {
        return page(Written.NOTHING, FormErrors.NONE, OK);
    }

    /** Lifts a pause. */
    @POST
    @Path("pauses/{pause}/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Gated(action = Action.RESUME_FLAGGING, purpose = Purpose.ADMINISTRATION)
    public Response resume(@PathParam("pause") String pause, @RestForm @DefaultValue("") String because) {
        try {
            desk.resume(actor.get(), pause, because);
            return back();
        } catch (MonitoringFault fault) {
            return wrong(fault, new Written(pause, ""));
        }
    }

    /** Withdraws a model and leads to its flags. */
    @POST
    @Path("withdrawals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Gated(action = Action.WITHDRAW_MODEL, purpose = Purpose.ADMINISTRATION)
    public Response withdraw(@RestForm @DefaultValue("") String model, @RestForm @DefaultValue("") String because) {
        try {
            return to("/monitoring/withdrawals/"
                    + desk.withdraw(actor.get(), model, because).id());
        } catch (MonitoringFault fault) {
            return wrong(fault, new Written("withdrawal", model));
        }
    }

    private Response wrong(MonitoringFault fault, Written written) {
        List<FieldError> problems = fault.errorCode() == MonitoringErrorCode.WITHDRAWN_ALREADY
                ? List.of(new FieldError("model", fault.errorCode()))
                : fault.problems();
        if (problems.isEmpty()) {
            throw fault;
        }
        return page(
                written,
                FormErrors.of(problems, shells.language()),
                fault.errorCode().status());
    }

    private Response page(Written written, FormErrors problems, int status) {
        ActorKind role = actor.get().kind();
        List<String> models = role == ActorKind.MODEL_OWNER
                ? desk.models(actor.get()).stream().map(ModelRef::toString).toList()
                : List.of();
        MonitoringText text = MonitoringText.of(
                desk.overview(actor.get()),
                new MonitoringText.Reader(
                        role == ActorKind.MODEL_OWNER || role == ActorKind.TEAM_LEADER,
                        role == ActorKind.MODEL_OWNER || role == ActorKind.DATA_PROTECTION_OFFICER,
                        models,
                        lag.wasBehind()),
                new FigureWords(limits, catalogue, shells.language()));
        return shells.page(Templates.monitoring(shells.shell(), text, written, problems), status)
                .build();
    }

    private static Response back() {
        return to("/monitoring");
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    @CheckedTemplate(basePath = "monitoring")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance monitoring(
                Shell shell, MonitoringText page, Written written, FormErrors problems);
    }
}
