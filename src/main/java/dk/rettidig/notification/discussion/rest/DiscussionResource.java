package dk.rettidig.notification.discussion.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.discussion.Discussion;
import dk.rettidig.notification.discussion.DiscussionDesk;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Discussions of published figures, and what is done about them. */
@Path("/api/v1/figure-discussions")
@Tag(
        name = "figure-discussions",
        description =
                "What people see in published figures, what they do about it, and the same figure in the next period"
                        + " (docs/notification-statistics.md). Nothing about any person.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class DiscussionResource {

    private static final String ID = "The discussion's id, a UUID.";

    private final DiscussionDesk desk;
    private final CurrentActor actor;

    DiscussionResource(DiscussionDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @GET
    @Gated(action = Action.READ_STATISTICS, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "listFigureDiscussions", summary = "All discussions, newest first")
    @APIResponse(
            responseCode = "200",
            description = "All of them, without later figures.",
            content = @Content(schema = @Schema(implementation = DiscussionList.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public DiscussionList list() {
        LocalDate today = desk.today();
        List<Discussion> all = desk.all(municipality());
        return new DiscussionList(
                all.stream().mapToLong(each -> each.overdue(today)).sum(),
                all.stream()
                        .map(each -> DiscussionAnswer.of(new DiscussionDesk.Read(each, List.of()), today))
                        .toList());
    }

    @GET
    @Path("{discussion}")
    @Gated(action = Action.READ_STATISTICS, purpose = Purpose.ADMINISTRATION)
    @Operation(
            operationId = "readFigureDiscussion",
            summary = "A discussion, its actions, and the same figure in later editions")
    @APIResponse(responseCode = "200", description = "The discussion.")
    @APIResponse(responseCode = "404", description = "not_found")
    public DiscussionAnswer read(@Parameter(description = ID) @PathParam("discussion") String id) {
        return answer(DiscussionDesk.asked(id));
    }

    @POST
    @ResponseStatus(201)
    @Gated(action = Action.DISCUSS_FIGURE, purpose = Purpose.ADMINISTRATION)
    @Operation(
            operationId = "openFigureDiscussion",
            summary = "Opens a discussion of a published figure",
            description = "The entry in the ledger has the figure and its margin as published.")
    @APIResponse(
            responseCode = "201",
            description = "The discussion.",
            content = @Content(schema = @Schema(implementation = DiscussionAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "422", description = "discussion_input_invalid")
    public DiscussionAnswer open(DiscussionInput.@Nullable Opening input) {
        Discussion opened = desk.open(
                actor.get(),
                municipality(),
                Objects.requireNonNullElse(input, DiscussionInput.Opening.NOTHING)
                        .read());
        return answer(opened.id());
    }

    @POST
    @Path("{discussion}/actions")
    @ResponseStatus(201)
    @Gated(action = Action.DISCUSS_FIGURE, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "planFigureAction", summary = "Writes down what is to be done, by whom and when")
    @APIResponse(
            responseCode = "201",
            description = "The discussion.",
            content = @Content(schema = @Schema(implementation = DiscussionAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "422", description = "discussion_input_invalid")
    public DiscussionAnswer plan(
            @Parameter(description = ID) @PathParam("discussion") String id, DiscussionInput.@Nullable Plan input) {
        UUID discussion = DiscussionDesk.asked(id);
        desk.plan(
                actor.get(),
                municipality(),
                discussion,
                Objects.requireNonNullElse(input, DiscussionInput.Plan.NOTHING).read());
        return answer(discussion);
    }

    @POST
    @Path("{discussion}/actions/{planned}/end")
    @ResponseStatus(201)
    @Gated(action = Action.DISCUSS_FIGURE, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "endFigureAction", summary = "Says that an action was done, or given up and why")
    @APIResponse(
            responseCode = "201",
            description = "The discussion.",
            content = @Content(schema = @Schema(implementation = DiscussionAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "discussion_action_ended")
    @APIResponse(responseCode = "422", description = "discussion_input_invalid")
    public DiscussionAnswer end(
            @Parameter(description = ID) @PathParam("discussion") String id,
            @Parameter(description = "The action's id, a UUID.") @PathParam("planned") String planned,
            DiscussionInput.@Nullable Ending input) {
        UUID discussion = DiscussionDesk.asked(id);
        desk.end(
                actor.get(),
                municipality(),
                discussion,
                DiscussionDesk.asked(planned),
                Objects.requireNonNullElse(input, DiscussionInput.Ending.NOTHING)
                        .read());
        return answer(discussion);
    }

    private DiscussionAnswer answer(UUID id) {
        return DiscussionAnswer.of(desk.read(municipality(), id), desk.today());
    }

    private MunicipalityCode municipality() {
        return actor.get().municipality().orElseThrow(NotFoundException::new);
    }
}
