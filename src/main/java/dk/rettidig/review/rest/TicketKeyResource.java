package dk.rettidig.review.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.reidentification.TicketKey;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The key that checks tickets. Vaults pin it; whoever fetches it here has to compare it on another way. */
@Path("/api/v1/reidentification-key")
@Tag(name = "reidentification")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class TicketKeyResource {

    private final TicketKey key;

    TicketKeyResource(TicketKey key) {
        this.key = key;
    }

    /** The key as JSON. */
    @Schema(name = "ReidentificationKey")
    record Answer(
            @Schema(description = "The name of the installation's log, as tickets have it in iss.")
            String issuer,

            @Schema(description = "The key's RFC 7638 thumbprint.")
            String kid,

            @Schema(description = "Ed25519 in base64url, 43 characters.")
            String publicKey,

            @Schema(description = "The keys that check the log's signatures (C2SP signed-note), to be pinned as well.")
            List<String> logKeys) {}

    @GET
    @Gated(action = Action.READ_PUBLIC, purpose = Purpose.PUBLIC_ACCOUNT)
    @Operation(operationId = "readReidentificationKey", summary = "The key that checks tickets for re-identification")
    @APIResponse(responseCode = "200", description = "The public keys of this installation.")
    public Answer read() {
        return new Answer(
                key.issuer(),
                key.verifyingKey().id().value(),
                key.verifyingKey().text(),
                key.logKeys());
    }
}
