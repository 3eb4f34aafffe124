package dk.rettidig.review.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.flag.FlagId;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.reidentification.Reidentification;
import dk.rettidig.review.reidentification.ReidentificationDesk;
import dk.rettidig.review.reidentification.ReidentificationList;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Asks who stands behind one flag. */
@Path("/api/v1/flags/{id}/reidentifications")
@Tag(
        name = "reidentification",
        description =
                "The only way back from a pseudonym: asked for one flag, approved by a second person, redeemed once by "
                        + "the municipality's vault (docs/reidentification.md).")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class AskResource {

    private final ReidentificationDesk desk;
    private final ReidentificationList list;
    private final CurrentActor actor;

    AskResource(ReidentificationDesk desk, ReidentificationList list, CurrentActor actor) {
        this.desk = desk;
        this.list = list;
        this.actor = actor;
    }

    /** Files the caller's request. */
    @POST
    @ResponseStatus(201)
    @Gated(action = Action.REQUEST_REIDENTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "requestReidentification",
            summary = "Asks who stands behind a flag that the caller has read",
            description = "Exactly one flag, hence exactly one pseudonym; there is no request about several.")
    @APIResponse(
            responseCode = "201",
            description = "The request, which waits for a second person.",
            content = @Content(schema = @Schema(implementation = ReidentificationAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "reidentification_flag_not_opened, reidentification_open_already")
    @APIResponse(responseCode = "410", description = "review_flag_gone")
    @APIResponse(responseCode = "422", description = "review_input_invalid")
    public ReidentificationAnswer ask(
            @Parameter(description = "The flag's id, a UUID.") @PathParam("id") String id,
            @Nullable ReidentificationInput input) {
        ReidentificationInput given = Objects.requireNonNullElse(input, ReidentificationInput.NOTHING);
        Reidentification asked = desk.ask(actor.get(), FlagId.asked(id), given.draft());
        return ReidentificationAnswer.of(list.find(actor.get(), asked.id()));
    }
}
