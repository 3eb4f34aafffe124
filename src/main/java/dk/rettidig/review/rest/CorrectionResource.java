package dk.rettidig.review.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.flag.FlagId;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.CorrectionDesk;
import dk.rettidig.review.CorrectionNotice;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Corrections at the source that came after a flag had ended, for those who had read it. */
@Path("/api/v1/flags")
@Tag(name = "flags")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class CorrectionResource {

    private final CorrectionDesk desk;
    private final CurrentActor actor;

    CorrectionResource(CorrectionDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /** An acknowledgement as sent; what is absent counts as empty. */
    @Schema(name = "CorrectionAcknowledgement")
    record Input(
            @Schema(description = "The team leader: for whom. A caseworker leaves it out.") @Nullable
            String reader,

            @Schema(description = "The team leader: why; 20 to 4,000 characters, no names, no CPR number.") @Nullable
            String because) {

        private static final Input NOTHING = new Input(null, null);

        @Override
        public String toString() {
            return "Input[hidden]";
        }
    }

    /** A notice as JSON. */
    @Schema(name = "CorrectionNotice")
    record Answer(
            String flag,

            @Schema(description = "Who read the flag: the name the person signs in with.")
            String reader,

            @Schema(description = "When the correction was found.")
            Instant correctedAt) {

        static Answer of(CorrectionNotice notice) {
            return new Answer(notice.flag().toString(), notice.reader().value(), notice.at());
        }
    }

    @GET
    @Path("corrections")
    @Gated(action = Action.LIST_FLAGS, purpose = Purpose.CHILD_SUPPORT)
    @Operation(
            operationId = "listCorrections",
            summary = "Ended flags that the caller read and whose values a source has corrected since",
            description = "To the team leader those of everybody. Until they are acknowledged.")
    @APIResponse(responseCode = "200", description = "At most 200, oldest first.")
    public List<Answer> standing() {
        return desk.standing(actor.get()).stream().map(Answer::of).toList();
    }

    @POST
    @Path("{id}/correction")
    @Gated(action = Action.ACKNOWLEDGE_CORRECTION, purpose = Purpose.CHILD_SUPPORT)
    @Operation(operationId = "acknowledgeCorrection", summary = "Acknowledges that a value was corrected after the end")
    @APIResponse(responseCode = "200", description = "What is still to be acknowledged.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "422", description = "review_input_invalid")
    public List<Answer> acknowledge(
            @Parameter(description = "The flag's id.") @PathParam("id") String id, @Nullable Input input) {
        Input given = Objects.requireNonNullElse(input, Input.NOTHING);
        desk.acknowledge(
                actor.get(),
                FlagId.asked(id),
                Objects.requireNonNullElse(given.reader(), ""),
                Objects.requireNonNullElse(given.because(), ""));
        return standing();
    }
}
