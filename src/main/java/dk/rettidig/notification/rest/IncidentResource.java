package dk.rettidig.notification.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.IncidentDesk;
import dk.rettidig.notification.NotificationId;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Several notifications of one incident over HTTP. */
@Path("/api/v1/notifications/{notification}/incident")
@Tag(name = "notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class IncidentResource {

    private static final String ID = "The notification's id, a UUID.";

    private final IncidentDesk incidents;
    private final CurrentActor actor;

    IncidentResource(IncidentDesk incidents, CurrentActor actor) {
        this.incidents = incidents;
        this.actor = actor;
    }

    /** Joins two notifications of one incident. */
    @POST
    @Gated(action = Action.RECORD_NOTIFICATION_STEP, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "joinNotifications",
            summary = "Says that another notification about the same child reported the same incident; both stay")
    @APIResponse(
            responseCode = "200",
            description = "The notification after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = NotificationAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "notification_other_child")
    @APIResponse(responseCode = "412", description = "notification_changed")
    @APIResponse(responseCode = "428", description = "notification_precondition_required")
    public RestResponse<NotificationAnswer> join(
            @Parameter(description = ID) @PathParam("notification") String id,
            @Parameter(description = "The ETag that was read.") @HeaderParam(HttpHeaders.IF_MATCH)
                    Optional<String> version,
            NotificationInput.@Nullable Joining input) {
        return NotificationAnswer.response(
                incidents.join(
                        actor.get(),
                        NotificationId.asked(id),
                        NotificationId.asked(Objects.requireNonNullElse(input, NotificationInput.Joining.NOTHING)
                                .other()),
                        NotificationAnswer.version(version)),
                RestResponse.StatusCode.OK);
    }

    /** Takes a notification out of its incident. */
    @POST
    @Path("removal")
    @Gated(action = Action.RECORD_NOTIFICATION_STEP, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "separateNotification",
            summary = "Takes a notification out of the incident that it was joined to, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The notification after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = NotificationAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "notification_not_joined")
    @APIResponse(responseCode = "412", description = "notification_changed")
    @APIResponse(responseCode = "422", description = "notification_input_invalid")
    @APIResponse(responseCode = "428", description = "notification_precondition_required")
    public RestResponse<NotificationAnswer> separate(
            @Parameter(description = ID) @PathParam("notification") String id,
            @Parameter(description = "The ETag that was read.") @HeaderParam(HttpHeaders.IF_MATCH)
                    Optional<String> version,
            NotificationInput.@Nullable Removing input) {
        return NotificationAnswer.response(
                incidents.separate(
                        actor.get(),
                        NotificationId.asked(id),
                        Objects.requireNonNullElse(input, NotificationInput.Removing.NOTHING)
                                .reason(),
                        NotificationAnswer.version(version)),
                RestResponse.StatusCode.OK);
    }
}
