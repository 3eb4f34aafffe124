package dk.rettidig.review.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.reidentification.Substitute;
import dk.rettidig.review.reidentification.SubstituteDesk;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Who decides requests for re-identification in the team leader's place. */
@Path("/api/v1/reidentification-substitutes")
@Tag(name = "reidentification")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class SubstituteResource {

    private final SubstituteDesk desk;
    private final CurrentActor actor;

    SubstituteResource(SubstituteDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /** A substitute as sent; what is absent counts as empty. */
    @Schema(
            name = "SubstituteRequest",
            requiredProperties = {"name", "from", "to"})
    record Input(
            @Schema(description = "With which the person signs in.") @Nullable
            String name,

            @Schema(format = "date") @Nullable String from,

            @Schema(format = "date", description = "The last day; 30 days at most in all.") @Nullable
            String to) {

        private static final Input NOTHING = new Input(null, null, null);

        @Override
        public String toString() {
            return "Input[hidden]";
        }
    }

    /** A substitute as JSON. */
    @Schema(name = "Substitute")
    record Answer(String name, String namedBy, LocalDate from, LocalDate to) {
        static Answer of(Substitute one) {
            return new Answer(one.name().value(), one.namedBy().value(), one.from(), one.to());
        }
    }

    @GET
    @Gated(action = Action.READ_REIDENTIFICATIONS, purpose = Purpose.CHILD_SUPPORT)
    @Operation(operationId = "listSubstitutes", summary = "The substitute whose days are not over, if there is one")
    @APIResponse(responseCode = "200", description = "One or none.")
    @APIResponse(responseCode = "404", description = "not_found")
    public List<Answer> standing() {
        return desk.standing(actor.get().municipality().orElseThrow(NotFoundException::new)).stream()
                .map(Answer::of)
                .toList();
    }

    @POST
    @ResponseStatus(201)
    @Gated(action = Action.NAME_SUBSTITUTE, purpose = Purpose.ADMINISTRATION)
    @Operation(
            operationId = "nameSubstitute",
            summary = "Names who decides in the team leader's place; whoever stood before ends")
    @APIResponse(
            responseCode = "201",
            description = "The substitute.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "reidentification_substitute_changed")
    @APIResponse(responseCode = "422", description = "review_input_invalid")
    public Answer name(@Nullable Input input) {
        Input given = Objects.requireNonNullElse(input, Input.NOTHING);
        return Answer.of(desk.name(
                actor.get(),
                Objects.requireNonNullElse(given.name(), ""),
                Objects.requireNonNullElse(given.from(), ""),
                Objects.requireNonNullElse(given.to(), "")));
    }

    @POST
    @Path("end")
    @Gated(action = Action.NAME_SUBSTITUTE, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "endSubstitute", summary = "Ends the time of the substitute that stands")
    @APIResponse(responseCode = "200", description = "None, or the one that was named at the same time.")
    @APIResponse(responseCode = "409", description = "reidentification_substitute_none")
    public List<Answer> end() {
        desk.end(actor.get());
        return standing();
    }
}
