package dk.rettidig.notification.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.Notifications.Listing;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Notifications over HTTP, for the central unit and for the systems that people work in. */
@Path("/api/v1/notifications")
@Tag(
        name = "notifications",
        description =
                "Notifications of concern: intake, what the law demands of them and by when (docs/notifications.md).")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class NotificationResource {

    private static final int LARGEST_PAGE = 200;
    private static final int CREATED = 201;
    private static final String ID = "The notification's id, a UUID.";

    private final NotificationDesk desk;
    private final CurrentActor actor;

    NotificationResource(NotificationDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /** What is not done, next deadline first. */
    @GET
    @Gated(action = Action.LIST_NOTIFICATIONS, purpose = Purpose.CHILD_SUPPORT)
    @Operation(
            operationId = "listNotifications",
            summary = "The municipality's notifications of which something is left to do, next deadline first")
    @APIResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link", ref = "Link"))
    @APIResponse(responseCode = "400", description = "request_malformed")
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<NotificationList> list(
            @Parameter(description = "The cursor of the page before, from its Link header.") @QueryParam("after")
                    Optional<String> after,
            @Parameter(
                            description = "Notifications on the page.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "200"))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadRequestException();
        }
        MunicipalityCode municipality = actor.get().municipality().orElseThrow(NotFoundException::new);
        List<Listing> page = desk.list(municipality, after.map(NotificationCursor::parse), limit);
        RestResponse.ResponseBuilder<NotificationList> answer = RestResponse.ResponseBuilder.ok(new NotificationList(
                page.stream().map(NotificationList.Item::of).toList()));
        if (page.size() == limit) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/notifications?limit=" + limit + "&after=" + NotificationCursor.of(page.getLast())
                            + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /** Registers a notification. */
    @POST
    @Gated(action = Action.REGISTER_NOTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "registerNotification",
            summary = "Registers a notification and puts its child in scope until the screening is concluded",
            description = "The letter itself stays in the case system. The clocks run from received_at.")
    @APIResponse(
            responseCode = "201",
            description = "The notification with what it demands.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = NotificationAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "notification_already_registered")
    @APIResponse(responseCode = "422", description = "notification_input_invalid")
    public RestResponse<NotificationAnswer> register(NotificationInput.@Nullable Registration input) {
        return NotificationAnswer.response(
                desk.register(
                        actor.get(),
                        Objects.requireNonNullElse(input, NotificationInput.Registration.NOTHING)
                                .draft()),
                CREATED);
    }

    /** One notification. */
    @GET
    @Path("{notification}")
    @Gated(action = Action.OPEN_NOTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "openNotification",
            summary = "A notification, what it demands and what was done",
            description = "Opening is entered in the ledger before the answer leaves.")
    @APIResponse(
            responseCode = "200",
            description = "The notification.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = NotificationAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<NotificationAnswer> open(@Parameter(description = ID) @PathParam("notification") String id) {
        return NotificationAnswer.response(
                desk.open(actor.get(), NotificationId.asked(id)), RestResponse.StatusCode.OK);
    }

    /** Writes down a step. */
    @POST
    @Path("{notification}/steps")
    @Gated(action = Action.RECORD_NOTIFICATION_STEP, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(operationId = "recordNotificationStep", summary = "Writes down what a person did about a notification")
    @APIResponse(
            responseCode = "201",
            description = "The notification after it.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = NotificationAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(
            responseCode = "409",
            description = "notification_step_done, notification_step_not_demanded, notification_risk_first, "
                    + "notification_talk_alone, notification_new_person_demanded, notification_duties_open")
    @APIResponse(responseCode = "412", description = "notification_changed")
    @APIResponse(responseCode = "422", description = "notification_input_invalid")
    @APIResponse(responseCode = "428", description = "notification_precondition_required")
    public RestResponse<NotificationAnswer> step(
            @Parameter(description = ID) @PathParam("notification") String id,
            @Parameter(description = "The ETag that was read.") @HeaderParam(HttpHeaders.IF_MATCH)
                    Optional<String> version,
            NotificationInput.@Nullable Doing input) {
        return NotificationAnswer.response(
                desk.step(
                        actor.get(),
                        NotificationId.asked(id),
                        Objects.requireNonNullElse(input, NotificationInput.Doing.NOTHING)
                                .draft(),
                        NotificationAnswer.version(version)),
                CREATED);
    }
}
