package dk.rettidig.notification.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.NotificationFault;
import dk.rettidig.notification.RosterDesk;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The duty roster, set by the team leader. */
@Path("/notifications/roster")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class RosterPage {

    private static final int OK = 200;

    private final RosterDesk desk;
    private final NotificationSheet sheet;
    private final CurrentActor actor;
    private final Shells shells;

    RosterPage(RosterDesk desk, NotificationSheet sheet, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.sheet = sheet;
        this.actor = actor;
        this.shells = shells;
    }

    /** A period in words. */
    public record PeriodRow(String id, String from, String to, String onDuty, String told) {}

    /** A time that nobody covers, in words. */
    public record GapRow(String from, String to) {}

    /** What somebody wrote. */
    public record Form(String onDuty, String told, String from, String to) {
        static final Form EMPTY = new Form("", "", "", "");
    }

    /** The roster from now on. */
    @GET
    @Gated(action = Action.READ_DUTY_ROSTER, purpose = Purpose.ADMINISTRATION)
    public Response roster() {
        return show(Form.EMPTY, FormErrors.NONE, OK);
    }

    /** Puts a period on it. */
    @POST
    @Gated(action = Action.SET_DUTY_ROSTER, purpose = Purpose.ADMINISTRATION)
    public Response set(
            @RestForm("on_duty") @DefaultValue("") String onDuty,
            @RestForm @DefaultValue("") String told,
            @RestForm @DefaultValue("") String from,
            @RestForm @DefaultValue("") String to) {
        try {
            desk.set(actor.get(), new RosterDesk.Draft(onDuty, told, moment(from), moment(to)));
            return back();
        } catch (NotificationFault fault) {
            FormErrors problems = sheet.problems(fault, "from");
            Form again = new Form(problems.on("on_duty") ? "" : onDuty, problems.on("told") ? "" : told, from, to);
            return show(again, problems, fault.errorCode().status());
        }
    }

    /** Takes a period off it. */
    @POST
    @Path("{period}/removal")
    @Gated(action = Action.SET_DUTY_ROSTER, purpose = Purpose.ADMINISTRATION)
    public Response remove(@PathParam("period") String period) {
        desk.remove(actor.get(), period);
        return back();
    }

    /** Names the person for the times when nobody is on it. */
    @POST
    @Path("fallback")
    @Gated(action = Action.SET_DUTY_ROSTER, purpose = Purpose.ADMINISTRATION)
    public Response fallback(@RestForm @DefaultValue("") String fallback) {
        try {
            desk.nameFallback(actor.get(), fallback);
            return back();
        } catch (NotificationFault fault) {
            return show(
                    Form.EMPTY,
                    sheet.problems(fault, "fallback"),
                    fault.errorCode().status());
        }
    }

    private static Response back() {
        return Response.seeOther(URI.create("/notifications/roster")).build();
    }

    /** What a browser sends of a day and time is Danish time. */
    private static String moment(String local) {
        try {
            return LocalDateTime.parse(local.strip())
                    .atZone(Due.DENMARK)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException other) {
            return local;
        }
    }

    private Response show(Form form, FormErrors problems, int status) {
        Language language = shells.language();
        RosterDesk.Plan plan = desk.plan(actor.get().municipality().orElseThrow(NotFoundException::new));
        List<PeriodRow> periods = plan.periods().stream()
                .map(period -> new PeriodRow(
                        period.id().toString(),
                        Words.time(period.from(), language),
                        Words.time(period.to(), language),
                        period.onDuty().value(),
                        period.told().value()))
                .toList();
        List<GapRow> gaps = plan.gaps().stream()
                .map(gap -> new GapRow(Words.time(gap.from(), language), Words.time(gap.to(), language)))
                .toList();
        boolean leads = actor.get() instanceof Actor.TeamLeader;
        String fallback = plan.fallback().map(ActorName::value).orElse("");
        return shells.page(Templates.roster(shells.shell(), periods, gaps, fallback, leads, form, problems), status)
                .build();
    }

    @CheckedTemplate(basePath = "notification")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance roster(
                Shell shell,
                List<PeriodRow> periods,
                List<GapRow> gaps,
                String fallback,
                boolean leads,
                Form form,
                FormErrors problems);
    }
}
