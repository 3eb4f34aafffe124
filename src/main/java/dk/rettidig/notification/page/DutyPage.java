package dk.rettidig.notification.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.DutyPeriod;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.Notifications.Listing;
import dk.rettidig.notification.RosterDesk;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import dk.rettidig.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** For whoever is on duty: what has to be done before the next working morning, by moment. */
@Path("/notifications/duty")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DutyPage {

    private static final int ROWS = 200;

    private final NotificationDesk desk;
    private final RosterDesk roster;
    private final NotificationLabels labels;
    private final CurrentActor actor;
    private final Shells shells;

    DutyPage(NotificationDesk desk, RosterDesk roster, NotificationLabels labels, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.roster = roster;
        this.labels = labels;
        this.actor = actor;
        this.shells = shells;
    }

    /** One that cannot wait. */
    public record Row(String id, String due, boolean overdue, String causes, String notifier, String responsible) {}

    /** Who is on duty; blank where nobody is named. */
    public record OnDuty(String works, String told, String until, String fallback) {}

    /** What has to be done before the next working morning. */
    @GET
    @Gated(action = Action.LIST_NOTIFICATIONS, purpose = Purpose.CHILD_SUPPORT)
    public Response duty() {
        MunicipalityCode municipality = actor.get().municipality().orElseThrow(NotFoundException::new);
        Language language = shells.language();
        Instant morning = roster.nextMorning();
        List<Row> rows = desk.list(municipality, Optional.empty(), ROWS).stream()
                .filter(listing ->
                        listing.nextDue().filter(due -> due.isBefore(morning)).isPresent())
                .map(listing -> row(listing, language))
                .toList();
        return shells.page(Templates.duty(
                shells.shell(), rows, Words.time(morning, language), onDuty(roster.plan(municipality), language)));
    }

    private Row row(Listing listing, Language language) {
        return new Row(
                listing.notification().id().toString(),
                listing.nextDue().map(at -> Words.time(at, language)).orElse(""),
                listing.escalated(),
                labels.causes(listing.notification().causes(), language),
                labels.notifier(listing.notification().notifier(), language),
                listing.notification().responsible().map(ActorName::value).orElse(""));
    }

    private static OnDuty onDuty(RosterDesk.Plan plan, Language language) {
        Optional<DutyPeriod> now = plan.current();
        return new OnDuty(
                now.map(period -> period.onDuty().value()).orElse(""),
                now.map(period -> period.told().value()).orElse(""),
                now.map(period -> Words.time(period.to(), language)).orElse(""),
                plan.fallback().map(ActorName::value).orElse(""));
    }

    @CheckedTemplate(basePath = "notification")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance duty(Shell shell, List<Row> rows, String morning, OnDuty now);
    }
}
