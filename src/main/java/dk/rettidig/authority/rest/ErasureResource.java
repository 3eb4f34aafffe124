package dk.rettidig.authority.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.authority.ErasureDesk;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.ServedBy;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erases the key of a pseudonym domain, for good, by two people. */
@Blocking
@Path("/api/v1/authority/domains/{domain}/erasure")
@ServedBy(ServedBy.Role.AUTHORITY)
@Tag(name = "authority")
@Produces(MediaType.APPLICATION_JSON)
class ErasureResource {

    private static final String DOMAIN = "The domain, for instance 999.child_support.1.";

    private final ErasureDesk desk;

    ErasureResource(ErasureDesk desk) {
        this.desk = desk;
    }

    /** How far an erasure is. */
    @Schema(name = "DomainErasure")
    record Answer(
            String domain,
            @Schema(enumeration = {"proposed", "erased"}) String state) {}

    @POST
    @Gated(action = Action.PROPOSE_DOMAIN_ERASURE, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "proposeDomainErasure", summary = "Proposes to erase the key of a pseudonym domain")
    @APIResponse(responseCode = "200", description = "Proposed; another person approves within seven days.")
    @APIResponse(responseCode = "404", description = "authority_domain_unknown")
    public Answer propose(@Parameter(description = DOMAIN) @PathParam("domain") String domain) {
        return new Answer(desk.propose(domain).text(), "proposed");
    }

    @POST
    @Path("/approval")
    @Gated(action = Action.APPROVE_DOMAIN_ERASURE, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "approveDomainErasure",
            summary = "Approves what somebody else proposed: the key is erased and never made again")
    @APIResponse(responseCode = "200", description = "Erased.")
    @APIResponse(responseCode = "404", description = "authority_domain_unknown")
    @APIResponse(responseCode = "409", description = "authority_state_conflict")
    public Answer approve(@Parameter(description = DOMAIN) @PathParam("domain") String domain) {
        return new Answer(desk.approve(domain).text(), "erased");
    }
}
