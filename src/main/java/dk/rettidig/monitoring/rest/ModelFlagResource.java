package dk.rettidig.monitoring.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.monitoring.ModelFlag;
import dk.rettidig.monitoring.ModelFlags;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a withdrawn model left behind. */
@Path("/api/v1/monitoring/withdrawals/{withdrawal}/flags")
@Tag(name = "monitoring")
@Blocking
class ModelFlagResource {

    private static final String ID = "The withdrawal's id, a UUID.";

    private final ModelFlags flags;
    private final CurrentActor actor;

    ModelFlagResource(ModelFlags flags, CurrentActor actor) {
        this.flags = flags;
        this.actor = actor;
    }

    /** Each flag of the model. */
    @Schema(name = "ModelFlags")
    record Answer(UUID withdrawal, String model, List<FlagView> flags) {
        static Answer of(ModelFlags.Listing listing) {
            return new Answer(
                    listing.withdrawal().id(),
                    listing.withdrawal().model().toString(),
                    listing.flags().stream().map(FlagView::of).toList());
        }
    }

    /** One flag; whose it is is not in it. */
    @Schema(name = "ModelFlag")
    record FlagView(
            UUID id,
            UUID run,
            Instant raisedAt,

            @Schema(enumeration = {"open", "opened", "view_sealed", "concluded", "expired", "withdrawn"})
            String state,

            Instant since,

            @Schema(description = "Whether its facts are erased.")
            boolean erased,

            List<ActView> acts) {

        static FlagView of(ModelFlag flag) {
            return new FlagView(
                    flag.id().value(),
                    flag.run().value(),
                    flag.raisedAt(),
                    flag.state(),
                    flag.since(),
                    flag.erased(),
                    flag.acts().stream().map(ActView::of).toList());
        }
    }

    /** One entry that names the flag. */
    @Schema(name = "ModelFlagAct")
    record ActView(
            Instant at,

            @Schema(description = "Type of the ledger's entry, for instance review.flag_opened.")
            String type,

            @Schema(description = "Handle under which the ledger knows whoever did it.")
            String handle,

            String role,

            @Schema(description = "Kind of the outcome; empty otherwise.")
            String detail) {

        static ActView of(ModelFlag.Act act) {
            return new ActView(act.at(), act.type(), act.handle(), act.role(), act.detail());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Gated(action = Action.READ_MODEL_FLAGS, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "listModelFlags",
            summary = "Every flag that a withdrawn model raised, who read it and what followed",
            description = "As JSON, or with Accept: text/csv as CSV with one line for each act.")
    @APIResponse(
            responseCode = "200",
            description = "The flags; no pseudonym, no fact, no strength.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Answer.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "not_found")
    public Answer list(@Parameter(description = ID) @PathParam("withdrawal") String withdrawal) {
        return Answer.of(flags.of(actor.get(), withdrawal));
    }

    @GET
    @Produces("text/csv")
    @Gated(action = Action.READ_MODEL_FLAGS, purpose = Purpose.SUPERVISION)
    @Operation(hidden = true) // described with its JSON form
    public String table(@PathParam("withdrawal") String withdrawal) {
        return flags.of(actor.get(), withdrawal).csv();
    }
}
