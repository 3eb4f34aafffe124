package dk.rettidig.oversight.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.oversight.erasure.ErasureDecisionDesk;
import dk.rettidig.oversight.erasure.ErasureRefusal;
import dk.rettidig.oversight.erasure.ErasureRequest;
import dk.rettidig.oversight.erasure.ErasureRequestDesk;
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

/** Requests that everything about a child is erased, for the rights desk. */
@Path("/api/v1/erasure-requests")
@Tag(name = "rights")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class ErasureRequestResource {

    private final ErasureRequestDesk desk;
    private final ErasureDecisionDesk decisions;
    private final CurrentActor actor;

    ErasureRequestResource(ErasureRequestDesk desk, ErasureDecisionDesk decisions, CurrentActor actor) {
        this.desk = desk;
        this.decisions = decisions;
        this.actor = actor;
    }

    /** A request as sent; what is absent counts as empty. */
    @Schema(
            name = "ErasureRequestInput",
            requiredProperties = {"pseudonym", "ground", "case_reference", "because"})
    record Input(
            @Schema(description = "As the municipality's vault shows it, 43 characters.") @Nullable
            String pseudonym,

            @Schema(enumeration = {"unlawful", "no_longer_needed", "objection_upheld", "legal_obligation"}) @Nullable
            String ground,

            @Schema(description = "Case or journal number; never a CPR number.") @Nullable
            String caseReference,

            @Schema(description = "20 to 4,000 characters; no names, no CPR number.") @Nullable
            String because) {

        private static final Input NOTHING = new Input(null, null, null, null);

        ErasureRequestDesk.Draft draft() {
            return new ErasureRequestDesk.Draft(
                    Objects.requireNonNullElse(pseudonym, ""),
                    Objects.requireNonNullElse(ground, ""),
                    Objects.requireNonNullElse(caseReference, ""),
                    Objects.requireNonNullElse(because, ""));
        }

        @Override
        public String toString() {
            return "Input[hidden]";
        }
    }

    /** What another person decides, and why. */
    @Schema(
            name = "ErasureDecision",
            requiredProperties = {"because"})
    record Decided(
            @Schema(
                    enumeration = {"record_duty", "no_ground", "withdrawn"},
                    description = "Why it is refused; left out when it is carried out.")
            @Nullable
            String refusal,

            @Schema(description = "20 to 4,000 characters; no names, no CPR number.") @Nullable
            String because) {

        private static final Decided NOTHING = new Decided(null, null);

        String why() {
            return Objects.requireNonNullElse(because, "");
        }

        @Override
        public String toString() {
            return "Decided[hidden]";
        }
    }

    /** A request as JSON. Whom it concerns is found by the number of the case. */
    @Schema(name = "ErasureRequest")
    record Answer(
            UUID id,
            String state,
            String ground,
            String caseReference,
            String because,
            String requestedBy,
            Instant requestedAt,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt,
            Optional<String> refusal,
            Optional<String> decidedBecause) {

        static Answer of(ErasureRequest request) {
            Optional<ErasureRequest.Decision> decision = request.decision();
            return new Answer(
                    request.id(),
                    request.state(),
                    request.ground().id(),
                    request.caseReference().value(),
                    request.because().text(),
                    request.requestedBy().value(),
                    request.requestedAt(),
                    decision.map(made -> made.by().value()),
                    decision.map(ErasureRequest.Decision::at),
                    decision.flatMap(ErasureRequest.Decision::refusal).map(ErasureRefusal::id),
                    decision.map(made -> made.because().text()));
        }
    }

    @GET
    @Gated(action = Action.READ_ERASURE_REQUESTS, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "listErasureRequests",
            summary = "The municipality's requests for erasure; those that wait come first")
    @APIResponse(responseCode = "200", description = "By case; no pseudonym is shown.")
    @APIResponse(responseCode = "404", description = "not_found")
    public List<Answer> list() {
        return desk.list(actor.get()).stream().map(Answer::of).toList();
    }

    @POST
    @ResponseStatus(201)
    @Gated(action = Action.REQUEST_ERASURE, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "requestErasure",
            summary = "Requests that everything about one child is erased; another person decides",
            description = "The answer does not depend on whether anything is held about the child.")
    @APIResponse(
            responseCode = "201",
            description = "The request.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "erasure_requested")
    @APIResponse(responseCode = "422", description = "person_input_invalid")
    public Answer request(@Nullable Input input) {
        return Answer.of(desk.request(
                actor.get(), Objects.requireNonNullElse(input, Input.NOTHING).draft()));
    }

    @POST
    @Path("{erasure}/refusal")
    @Gated(action = Action.DECIDE_ERASURE, purpose = Purpose.SUPERVISION, decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "refuseErasure", summary = "Refuses another person's request")
    @APIResponse(responseCode = "200", description = "The request.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "erasure_decided")
    @APIResponse(responseCode = "422", description = "person_input_invalid")
    public Answer refuse(
            @Parameter(description = "The request's id, a UUID.") @PathParam("erasure") String erasure,
            @Nullable Decided input) {
        Decided decided = Objects.requireNonNullElse(input, Decided.NOTHING);
        return Answer.of(decisions.refuse(
                actor.get(), erasure, Objects.requireNonNullElse(decided.refusal(), ""), decided.why()));
    }

    @POST
    @Path("{erasure}/carrying-out")
    @Gated(action = Action.DECIDE_ERASURE, purpose = Purpose.SUPERVISION, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "carryOutErasure",
            summary = "Erases everything about the child of another person's request, at once and for good")
    @APIResponse(responseCode = "200", description = "The request, which names nobody any more.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(
            responseCode = "409",
            description = "erasure_decided, erasure_halted, erasure_duty_runs, erasure_under_way")
    @APIResponse(responseCode = "422", description = "person_input_invalid")
    public Answer carryOut(
            @Parameter(description = "The request's id, a UUID.") @PathParam("erasure") String erasure,
            @Nullable Decided input) {
        return Answer.of(decisions.carryOut(
                actor.get(),
                erasure,
                Objects.requireNonNullElse(input, Decided.NOTHING).why()));
    }
}
