package dk.rettidig.notification.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.LinkDesk;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.NotificationId;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Children who belong together over HTTP. */
@Path("/api/v1/notifications/{notification}/links")
@Tag(name = "notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class LinkResource {

    private static final String ID = "The notification's id, a UUID.";

    private final LinkDesk links;
    private final NotificationDesk desk;
    private final CurrentActor actor;

    LinkResource(LinkDesk links, NotificationDesk desk, CurrentActor actor) {
        this.links = links;
        this.desk = desk;
        this.actor = actor;
    }

    /** Puts the children of two notifications together. */
    @POST
    @Gated(action = Action.LINK_CHILDREN, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "linkChildren",
            summary = "Says that the children of two notifications are of one household")
    @APIResponse(
            responseCode = "200",
            description = "The notification after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = NotificationAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "notification_same_child, notification_children_linked")
    public RestResponse<NotificationAnswer> link(
            @Parameter(description = ID) @PathParam("notification") String id,
            NotificationInput.@Nullable Linking input) {
        NotificationId asked = NotificationId.asked(id);
        String with = Objects.requireNonNullElse(input, NotificationInput.Linking.NOTHING)
                .other();
        links.link(actor.get(), asked, NotificationId.asked(with));
        return NotificationAnswer.response(desk.open(actor.get(), asked), RestResponse.StatusCode.OK);
    }

    /** Takes the child out of a link. */
    @POST
    @Path("{link}/removal")
    @Gated(action = Action.LINK_CHILDREN, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "unlinkChild",
            summary = "Says that the child of a notification does not belong together with others, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The notification after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = NotificationAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "422", description = "notification_input_invalid")
    public RestResponse<NotificationAnswer> unlink(
            @Parameter(description = ID) @PathParam("notification") String id,
            @Parameter(description = "The id of the link, from linked_children.") @PathParam("link") String link,
            NotificationInput.@Nullable Removing input) {
        NotificationId asked = NotificationId.asked(id);
        String because = Objects.requireNonNullElse(input, NotificationInput.Removing.NOTHING)
                .reason();
        links.unlink(actor.get(), asked, link, because);
        return NotificationAnswer.response(desk.open(actor.get(), asked), RestResponse.StatusCode.OK);
    }
}
