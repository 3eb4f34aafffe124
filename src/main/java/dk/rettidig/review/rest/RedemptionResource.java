package dk.rettidig.review.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.reidentification.RedemptionDesk;
import dk.rettidig.seal.Jws;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the municipality's vault redeems a ticket. It is known by the signature of its request; nobody signs in here. */
@Path("/api/v1/reidentifications/redemption")
@Tag(name = "reidentification")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class RedemptionResource {

    private static final String HEADER = "Rettidig-Redemption-Request";
    private static final String SIGNED = "The vault's signed request: a compact JWS (RFC 7515), EdDSA, over the body.";
    private static final String UNAUTHORIZED =
            "redemption_request_missing, redemption_request_unverified, redemption_request_expired";

    private final RedemptionDesk desk;

    RedemptionResource(RedemptionDesk desk) {
        this.desk = desk;
    }

    /** A receipt as JSON. */
    @Schema(name = "RedemptionReceipt")
    record Receipt(
            @Schema(format = "uuid", description = "The request that was redeemed.")
            String request,

            long leafIndex,
            long treeSize,

            @Schema(description = "The entry, its inclusion proof and the signed checkpoint (C2SP tlog-proof).")
            String proof) {}

    @POST
    @Gated(action = Action.REDEEM_TICKET, purpose = Purpose.CHILD_SUPPORT, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "redeemTicket",
            summary = "Redeems a ticket once and proves that it is on the record",
            description =
                    "The same signed request sent again gets the same receipt: its answer was lost. Anything else with a "
                            + "used ticket is refused.")
    @RequestBody(
            required = true,
            description = "The ticket.",
            content = @Content(mediaType = "application/jose", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "200", description = "It is on the record, and the vault may show one person.")
    @APIResponse(responseCode = "401", description = UNAUTHORIZED)
    @APIResponse(responseCode = "403", description = "ticket_not_of_this_vault")
    @APIResponse(
            responseCode = "409",
            description = "ticket_used, ticket_superseded, ticket_withdrawn, ticket_domain_mismatch")
    @APIResponse(responseCode = "410", description = "ticket_expired, ticket_flag_gone")
    @APIResponse(
            responseCode = "422",
            description = "redemption_request_malformed, redemption_request_mismatch, ticket_unverified")
    @APIResponse(responseCode = "503", description = "ledger_not_covered_in_time")
    public Receipt redeem(
            @Parameter(description = SIGNED, required = true) @HeaderParam(HEADER) @Nullable String signed,
            InputStream body) {
        RedemptionDesk.Receipt receipt = desk.redeem(signed, read(body));
        return new Receipt(
                receipt.request().toString(),
                receipt.covered().leafIndex(),
                receipt.covered().treeSize(),
                receipt.proof());
    }

    /** What is longer than any ticket does not match its digest either. */
    private static byte[] read(InputStream body) {
        try {
            return body.readNBytes(Jws.MAXIMUM_CHARACTERS);
        } catch (IOException cut) {
            throw new BadRequestException(cut);
        }
    }
}
