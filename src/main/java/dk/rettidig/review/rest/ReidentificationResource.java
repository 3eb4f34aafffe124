package dk.rettidig.review.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.reidentification.DecisionDesk;
import dk.rettidig.review.reidentification.ReidentificationDesk;
import dk.rettidig.review.reidentification.ReidentificationId;
import dk.rettidig.review.reidentification.ReidentificationList;
import dk.rettidig.review.reidentification.TicketDesk;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Requests for re-identification: seen, decided by a second person, withdrawn, turned into a ticket. */
@Path("/api/v1/reidentifications")
@Tag(name = "reidentification")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class ReidentificationResource {

    private static final String ID = "The request's id, a UUID.";

    private final ReidentificationDesk desk;
    private final DecisionDesk decisions;
    private final TicketDesk tickets;
    private final ReidentificationList list;
    private final CurrentActor actor;

    ReidentificationResource(
            ReidentificationDesk desk,
            DecisionDesk decisions,
            TicketDesk tickets,
            ReidentificationList list,
            CurrentActor actor) {
        this.desk = desk;
        this.decisions = decisions;
        this.tickets = tickets;
        this.list = list;
        this.actor = actor;
    }

    /** Why a request is declined. */
    @Schema(name = "ReidentificationDecline", requiredProperties = "because")
    record Decline(
            @Schema(minLength = 20, maxLength = 4000) @Nullable
            String because) {
        @Override
        public String toString() {
            return "Decline[hidden]";
        }
    }

    /** A ticket as JSON. */
    @Schema(name = "ReidentificationTicket")
    record TicketAnswer(
            @Schema(
                    description =
                            "A compact JWS (RFC 7515), EdDSA, for exactly one pseudonym. It is kept nowhere here.")
            String ticket,

            @Schema(format = "date-time") String expiresAt) {
        @Override
        public String toString() {
            return "TicketAnswer[hidden]";
        }
    }

    @GET
    @Gated(action = Action.READ_REIDENTIFICATIONS, purpose = Purpose.CHILD_SUPPORT)
    @Operation(
            operationId = "listReidentifications",
            summary =
                    "Requests of the last 30 days, latest first: the municipality's to whoever decides, else the caller's")
    @APIResponse(responseCode = "200", description = "At most 200.")
    @APIResponse(responseCode = "404", description = "not_found")
    public List<ReidentificationAnswer> all() {
        return list.list(actor.get()).stream().map(ReidentificationAnswer::of).toList();
    }

    @GET
    @Path("{id}")
    @Gated(action = Action.READ_REIDENTIFICATIONS, purpose = Purpose.CHILD_SUPPORT)
    @Operation(operationId = "readReidentification", summary = "One request")
    @APIResponse(responseCode = "200", description = "The request.")
    @APIResponse(responseCode = "404", description = "not_found")
    public ReidentificationAnswer one(@Parameter(description = ID) @PathParam("id") String id) {
        return answer(ReidentificationId.asked(id));
    }

    @POST
    @Path("{id}/approval")
    @Gated(action = Action.APPROVE_REIDENTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "approveReidentification",
            summary = "Approves what another person asked; stands for 24 hours")
    @APIResponse(responseCode = "200", description = "The request.")
    @APIResponse(responseCode = "403", description = "reidentification_same_person")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "reidentification_out_of_turn")
    @APIResponse(responseCode = "410", description = "review_flag_gone, reidentification_lapsed")
    public ReidentificationAnswer approve(@Parameter(description = ID) @PathParam("id") String id) {
        decisions.approve(actor.get(), ReidentificationId.asked(id));
        return answer(ReidentificationId.asked(id));
    }

    @POST
    @Path("{id}/decline")
    @Gated(action = Action.APPROVE_REIDENTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(operationId = "declineReidentification", summary = "Declines what another person asked, for a reason")
    @APIResponse(responseCode = "200", description = "The request.")
    @APIResponse(responseCode = "403", description = "reidentification_same_person")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "reidentification_out_of_turn")
    @APIResponse(responseCode = "410", description = "reidentification_lapsed")
    @APIResponse(responseCode = "422", description = "review_input_invalid")
    public ReidentificationAnswer decline(
            @Parameter(description = ID) @PathParam("id") String id, @Nullable Decline input) {
        String because = Optional.ofNullable(input).map(Decline::because).orElse("");
        decisions.decline(actor.get(), ReidentificationId.asked(id), Objects.requireNonNullElse(because, ""));
        return answer(ReidentificationId.asked(id));
    }

    @POST
    @Path("{id}/withdrawal")
    @Gated(action = Action.WITHDRAW_REIDENTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "withdrawReidentification",
            summary = "Withdraws the caller's own request; a ticket on it is worth nothing from then on")
    @APIResponse(responseCode = "200", description = "The request.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "reidentification_out_of_turn")
    @APIResponse(responseCode = "410", description = "review_flag_gone")
    public ReidentificationAnswer withdraw(@Parameter(description = ID) @PathParam("id") String id) {
        desk.withdraw(actor.get(), ReidentificationId.asked(id));
        return answer(ReidentificationId.asked(id));
    }

    @POST
    @Path("{id}/ticket")
    @Gated(action = Action.ISSUE_TICKET, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "issueTicket",
            summary = "A ticket on the caller's own approved request; the one before it is worth nothing from then on",
            description = "It lives 10 minutes and is redeemed once, by the municipality's vault.")
    @APIResponse(responseCode = "200", description = "The ticket.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "reidentification_out_of_turn, reidentification_redeemed")
    @APIResponse(responseCode = "410", description = "review_flag_gone, reidentification_lapsed")
    public TicketAnswer ticket(@Parameter(description = ID) @PathParam("id") String id) {
        TicketDesk.Issued issued = tickets.issue(actor.get(), ReidentificationId.asked(id));
        return new TicketAnswer(issued.text(), issued.expiresAt().toString());
    }

    private ReidentificationAnswer answer(ReidentificationId id) {
        return ReidentificationAnswer.of(list.find(actor.get(), id));
    }
}
