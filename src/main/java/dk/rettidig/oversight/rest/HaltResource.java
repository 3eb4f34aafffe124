package dk.rettidig.oversight.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.oversight.halt.Halt;
import dk.rettidig.oversight.halt.HaltDesk;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Halts of erasure, for the rights desk. */
@Path("/api/v1/halts")
@Tag(
        name = "rights",
        description =
                "What is done for one person's rights: halts of erasure and extracts (docs/halts.md, docs/extracts.md).")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class HaltResource {

    private final HaltDesk desk;
    private final CurrentActor actor;

    HaltResource(HaltDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /** A halt as sent; what is absent counts as empty. */
    @Schema(
            name = "HaltRequest",
            requiredProperties = {"pseudonym", "kind", "case_reference"})
    record Input(
            @Schema(description = "As the municipality's vault shows it, 43 characters.") @Nullable
            String pseudonym,

            @Schema(enumeration = {"access_request", "objection", "complaint"}) @Nullable
            String kind,

            @Schema(description = "Case or journal number; never a CPR number.") @Nullable
            String caseReference,

            @Schema(
                    format = "date",
                    description = "The last day; left out when the halt holds until somebody lifts it.")
            @Nullable
            String until) {

        private static final Input NOTHING = new Input(null, null, null, null);

        HaltDesk.Draft draft() {
            return new HaltDesk.Draft(
                    Objects.requireNonNullElse(pseudonym, ""),
                    Objects.requireNonNullElse(kind, ""),
                    Objects.requireNonNullElse(caseReference, ""),
                    Objects.requireNonNullElse(until, ""));
        }

        @Override
        public String toString() {
            return "Input[hidden]";
        }
    }

    /** Why a halt is lifted. */
    @Schema(
            name = "HaltLifting",
            requiredProperties = {"because"})
    record Lifting(
            @Schema(description = "20 to 4,000 characters; no names, no CPR number.") @Nullable
            String because) {

        private static final Lifting NOTHING = new Lifting(null);

        @Override
        public String toString() {
            return "Lifting[hidden]";
        }
    }

    /** A halt as it was registered or lifted. Whom it concerns is found by the number of the case. */
    @Schema(name = "Halt")
    record Answer(
            UUID id,
            String kind,
            String caseReference,
            String registeredBy,
            Instant registeredAt,
            Optional<LocalDate> until,
            Optional<Instant> liftedAt,
            boolean inForce) {}

    /** A halt of the list, with what it keeps. */
    @Schema(name = "ListedHalt")
    record Listed(
            UUID id,
            String kind,
            String caseReference,
            String registeredBy,
            Instant registeredAt,
            Optional<LocalDate> until,
            Optional<Instant> liftedAt,
            boolean inForce,

            @Schema(
                    description =
                            "How many rows about the child the halts that hold now keep from planned deletion, by class of policies/retention.yaml. Empty once the halt has ended. Two halts of one child keep the same rows.")
            Map<String, Integer> kept) {}

    private Listed listed(HaltDesk.Listed each) {
        Answer halt = answer(each.halt());
        return new Listed(
                halt.id(),
                halt.kind(),
                halt.caseReference(),
                halt.registeredBy(),
                halt.registeredAt(),
                halt.until(),
                halt.liftedAt(),
                halt.inForce(),
                each.rows());
    }

    private Answer answer(Halt halt) {
        return new Answer(
                halt.id(),
                halt.kind().id(),
                halt.caseReference().value(),
                halt.registeredBy().value(),
                halt.registeredAt(),
                halt.until(),
                halt.liftedAt(),
                desk.holds(halt));
    }

    @GET
    @Gated(action = Action.READ_HALTS, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "listHalts", summary = "The municipality's halts; those that stand come first")
    @APIResponse(responseCode = "200", description = "By case, with what each keeps; no pseudonym is shown.")
    @APIResponse(responseCode = "404", description = "not_found")
    public List<Listed> list() {
        return desk.list(actor.get()).stream().map(this::listed).toList();
    }

    @POST
    @ResponseStatus(201)
    @Gated(action = Action.REGISTER_HALT, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "registerHalt",
            summary = "Halts the erasure of everything that concerns one child",
            description =
                    "An objection also keeps the child from being calculated. The answer does not depend on whether anything is held about the child.")
    @APIResponse(
            responseCode = "201",
            description = "The halt.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "halt_stands")
    @APIResponse(responseCode = "422", description = "person_input_invalid")
    public Answer register(@Nullable Input input) {
        return answer(desk.register(
                actor.get(), Objects.requireNonNullElse(input, Input.NOTHING).draft()));
    }

    @POST
    @Path("{halt}/lift")
    @Gated(action = Action.LIFT_HALT, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "liftHalt", summary = "Lifts a halt; what is due goes with the next erasure")
    @APIResponse(responseCode = "200", description = "The halt.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "halt_ended")
    @APIResponse(responseCode = "422", description = "person_input_invalid")
    public Answer lift(
            @Parameter(description = "The halt's id, a UUID.") @PathParam("halt") String halt,
            @Nullable Lifting input) {
        String because = Objects.requireNonNullElse(
                Objects.requireNonNullElse(input, Lifting.NOTHING).because(), "");
        return answer(desk.lift(actor.get(), halt, because));
    }
}
