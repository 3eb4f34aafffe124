package dk.rettidig.notification.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.AgeBand;
import dk.rettidig.notification.Arrivals.HeldBack;
import dk.rettidig.notification.ChildSex;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.NotificationDraft;
import dk.rettidig.notification.NotificationFault;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.StepDraft;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** Notifications for the central unit: what waits, one of them, and the form. */
@Path("/notifications")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class NotificationPage {

    private static final int OK = 200;

    /** More than anyone works through before lunch. */
    private static final int ROWS = 200;

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final NotificationDesk desk;
    private final NotificationLabels labels;
    private final CurrentActor actor;
    private final Shells shells;
    private final NotificationSheet sheet;

    NotificationPage(
            NotificationDesk desk,
            NotificationLabels labels,
            CurrentActor actor,
            Shells shells,
            NotificationSheet sheet) {
        this.desk = desk;
        this.labels = labels;
        this.actor = actor;
        this.shells = shells;
        this.sheet = sheet;
    }

    /** A line of the list. */
    public record Row(
            String id,
            String due,
            boolean overdue,
            String notifier,
            String causes,
            boolean screened,
            boolean othersOpen) {}

    /** What the form offers and what somebody wrote; never a pseudonym that was wrong: it could be a CPR number. */
    public record Form(
            String child,
            String received,
            String letter,
            List<NotificationLabels.Choice> ages,
            List<NotificationLabels.Choice> sexes,
            List<NotificationLabels.Choice> notifiers,
            List<NotificationLabels.Choice> causes,
            List<NotificationLabels.Choice> marks) {

        @Override
        public String toString() {
            return "Form[hidden]";
        }
    }

    /** What waits. */
    @GET
    @Gated(action = Action.LIST_NOTIFICATIONS, purpose = Purpose.CHILD_SUPPORT)
    public Response list() {
        Language language = shells.language();
        MunicipalityCode municipality = actor.get().municipality().orElseThrow(NotFoundException::new);
        List<Row> rows = desk.list(municipality, Optional.empty(), ROWS).stream()
                .map(listing -> new Row(
                        listing.notification().id().toString(),
                        listing.nextDue()
                                .map(at -> NotificationLabels.end(at, language))
                                .orElse(""),
                        listing.escalated(),
                        labels.notifier(listing.notification().notifier(), language),
                        labels.causes(listing.notification().causes(), language),
                        listing.screened(),
                        listing.othersOpen()))
                .toList();
        return shells.page(Templates.notifications(shells.shell(), rows, desk.heldBack(municipality)));
    }

    /** The form. */
    @GET
    @Path("new")
    @Gated(action = Action.LIST_NOTIFICATIONS, purpose = Purpose.CHILD_SUPPORT)
    public Response form() {
        return form(new NotificationDraft("", "", "", "", "", "", List.of(), List.of(), ""), "", FormErrors.NONE, OK);
    }

    /** Registers a notification. */
    @POST
    @Gated(action = Action.REGISTER_NOTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response register(
            @RestForm @DefaultValue("") String child,
            @RestForm @DefaultValue("") String age,
            @RestForm @DefaultValue("") String sex,
            @RestForm @DefaultValue("") String received,
            @RestForm @DefaultValue("") String notifier,
            @RestForm List<String> causes,
            @RestForm List<String> marks,
            @RestForm @DefaultValue("") String letter) {
        NotificationDraft draft =
                new NotificationDraft(child, "", age, sex, moment(received), notifier, causes, marks, letter);
        try {
            NotificationDesk.View view = desk.register(actor.get(), draft);
            return Response.seeOther(URI.create(
                            "/notifications/" + view.filed().notification().id()))
                    .build();
        } catch (NotificationFault fault) {
            return form(
                    draft,
                    received,
                    sheet.problems(fault, "child"),
                    fault.errorCode().status());
        }
    }

    /** One notification. */
    @GET
    @Path("{notification}")
    @Gated(action = Action.OPEN_NOTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response open(@PathParam("notification") String id) {
        return sheet.show(desk.open(actor.get(), NotificationId.asked(id)), "", "", FormErrors.NONE, OK);
    }

    /** Writes down what was done. */
    @POST
    @Path("{notification}/steps")
    @Gated(action = Action.RECORD_NOTIFICATION_STEP, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response step(
            @PathParam("notification") String id,
            @RestForm @DefaultValue("") String step,
            @RestForm @DefaultValue("") String because,
            @RestForm @DefaultValue("-1") String version) {
        NotificationId asked = NotificationId.asked(id);
        String[] parts = step.split(":", 2);
        try {
            desk.step(
                    actor.get(),
                    asked,
                    new StepDraft(parts[0], parts.length > 1 ? parts[1] : "", because, ""),
                    NotificationSheet.version(version));
            return Response.seeOther(URI.create("/notifications/" + asked)).build();
        } catch (NotificationFault fault) {
            FormErrors problems = sheet.problems(fault, "step");
            String again = NotificationSheet.again(fault, because);
            return sheet.show(
                    desk.open(actor.get(), asked),
                    step,
                    again,
                    problems,
                    fault.errorCode().status());
        }
    }

    /** What a browser sends of a day and time is Danish time; anything else is left for the desk to refuse. */
    private static String moment(String local) {
        try {
            return LocalDateTime.parse(local.strip())
                    .atZone(COPENHAGEN)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException other) {
            return local;
        }
    }

    private Response form(NotificationDraft draft, String received, FormErrors problems, int status) {
        Language language = shells.language();
        Form form = new Form(
                problems.on("child") ? "" : draft.child(),
                received,
                problems.on("letter") ? "" : draft.letter(),
                Arrays.stream(AgeBand.values())
                        .map(band -> new NotificationLabels.Choice(
                                band.id(),
                                language.choose(band.danish(), band.english()),
                                band.id().equals(draft.age())))
                        .toList(),
                sexes(draft.sex(), language),
                labels.choices("notifier", List.of(draft.notifier()), language),
                labels.choices("reason", draft.causes(), language),
                Arrays.stream(NotificationMark.values())
                        .map(mark -> new NotificationLabels.Choice(
                                mark.id(),
                                NotificationLabels.mark(mark, language),
                                draft.marks().contains(mark.id())))
                        .toList());
        return shells.page(Templates.form(shells.shell(), form, problems), status)
                .build();
    }

    /** Nothing is stated unless somebody states it. */
    private static List<NotificationLabels.Choice> sexes(String given, Language language) {
        Optional<ChildSex> stated = ChildSex.parse(given);
        List<NotificationLabels.Choice> choices = new ArrayList<>();
        choices.add(new NotificationLabels.Choice("", language.choose("Ikke oplyst", "Not stated"), stated.isEmpty()));
        for (ChildSex sex : ChildSex.values()) {
            choices.add(new NotificationLabels.Choice(
                    sex.id(),
                    language.choose(sex.danish(), sex.english()),
                    stated.filter(sex::equals).isPresent()));
        }
        return choices;
    }

    @CheckedTemplate(basePath = "notification")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notifications(Shell shell, List<Row> rows, HeldBack held);

        static native TemplateInstance form(Shell shell, Form form, FormErrors problems);
    }
}
