package dk.rettidig.notification.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.LinkDesk;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;

/** Children of one household, put together and taken apart. */
@Path("/notifications/{notification}/links")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class LinkPage {

    /** At the end of an address, or alone. */
    private static final Pattern ID = Pattern.compile("([0-9a-fA-F-]{36})[/?#]?$");

    private final LinkDesk links;
    private final NotificationDesk desk;
    private final NotificationSheet sheet;
    private final CurrentActor actor;

    LinkPage(LinkDesk links, NotificationDesk desk, NotificationSheet sheet, CurrentActor actor) {
        this.links = links;
        this.desk = desk;
        this.sheet = sheet;
        this.actor = actor;
    }

    /** Puts the notification's child to that of another. */
    @POST
    @Gated(action = Action.LINK_CHILDREN, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response link(@PathParam("notification") String id, @RestForm @DefaultValue("") String other) {
        NotificationId asked = NotificationId.asked(id);
        Matcher found = ID.matcher(other.strip());
        try {
            links.link(actor.get(), asked, NotificationId.asked(found.find() ? found.group(1) : ""));
            return Response.seeOther(URI.create("/notifications/" + asked)).build();
        } catch (NotificationFault fault) {
            return sheet.wrong(desk.open(actor.get(), asked), fault.orOtherUnknown(), "other");
        }
    }

    /** Takes the child out of a link. */
    @POST
    @Path("{link}/removal")
    @Gated(action = Action.LINK_CHILDREN, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response unlink(
            @PathParam("notification") String id,
            @PathParam("link") String link,
            @RestForm @DefaultValue("") String unlink) {
        NotificationId asked = NotificationId.asked(id);
        try {
            links.unlink(actor.get(), asked, link, unlink);
            return Response.seeOther(URI.create("/notifications/" + asked)).build();
        } catch (NotificationFault fault) {
            return sheet.wrong(desk.open(actor.get(), asked), fault.at("because", "unlink"), "unlink");
        }
    }
}
