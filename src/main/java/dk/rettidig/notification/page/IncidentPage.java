package dk.rettidig.notification.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.IncidentDesk;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.NotificationFault;
import dk.rettidig.notification.NotificationId;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;

/** Several notifications of one incident, put together and taken apart. */
@Path("/notifications/{notification}/incident")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class IncidentPage {

    private final IncidentDesk incidents;
    private final NotificationDesk desk;
    private final NotificationSheet sheet;
    private final CurrentActor actor;

    IncidentPage(IncidentDesk incidents, NotificationDesk desk, NotificationSheet sheet, CurrentActor actor) {
        this.incidents = incidents;
        this.desk = desk;
        this.sheet = sheet;
        this.actor = actor;
    }

    /** Puts the notification to the incident of another. */
    @POST
    @Gated(action = Action.RECORD_NOTIFICATION_STEP, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response join(
            @PathParam("notification") String id,
            @RestForm @DefaultValue("") String with,
            @RestForm @DefaultValue("-1") String version) {
        NotificationId asked = NotificationId.asked(id);
        try {
            incidents.join(actor.get(), asked, NotificationId.asked(with), NotificationSheet.version(version));
            return Response.seeOther(URI.create("/notifications/" + asked)).build();
        } catch (NotificationFault fault) {
            return sheet.wrong(desk.open(actor.get(), asked), fault, "with");
        }
    }

    /** Takes it out again. */
    @POST
    @Path("removal")
    @Gated(action = Action.RECORD_NOTIFICATION_STEP, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response separate(
            @PathParam("notification") String id,
            @RestForm @DefaultValue("") String apart,
            @RestForm @DefaultValue("-1") String version) {
        NotificationId asked = NotificationId.asked(id);
        try {
            incidents.separate(actor.get(), asked, apart, NotificationSheet.version(version));
            return Response.seeOther(URI.create("/notifications/" + asked)).build();
        } catch (NotificationFault fault) {
            return sheet.wrong(desk.open(actor.get(), asked), fault.at("because", "apart"), "apart");
        }
    }
}
