package dk.rettidig.authority.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.authority.DomainKey;
import dk.rettidig.authority.DomainKeys;
import dk.rettidig.law.Purpose;
import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.web.ServedBy;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pseudonym domains of this authority and their published keys. */
@Blocking
@Path("/api/v1/authority/domains")
@ServedBy(ServedBy.Role.AUTHORITY)
@Tag(name = "authority", description = "The pseudonym authority, a process of its own: docs/authority.md.")
@Produces(MediaType.APPLICATION_JSON)
class DomainResource {

    private final DomainKeys keys;

    DomainResource(DomainKeys keys) {
        this.keys = keys;
    }

    /** A domain's key as JSON. */
    @Schema(name = "PseudonymDomainKey")
    record Domain(
            String domain,
            String suite,

            @Schema(description = "The key that evaluations are proven for: compressed SEC1 in base64.")
            String publicKey,

            @Schema(description = "0 for a whole key, 1 to 3 for a share of one.")
            int holder,

            @Schema(description = "The domain's key: of a share, what two shares add up to.")
            String wholePublicKey,

            int largestBatch) {
        static Domain of(DomainKey key) {
            return new Domain(
                    key.domain().text(),
                    "P256-SHA256",
                    Base64.getEncoder().encodeToString(key.publicKey().bytes()),
                    key.holder(),
                    Base64.getEncoder().encodeToString(key.whole().bytes()),
                    Blinding.LARGEST_BATCH);
        }
    }

    @GET
    @Gated(action = Action.READ_PUBLIC, purpose = Purpose.PUBLIC_ACCOUNT)
    @Operation(operationId = "listPseudonymDomains", summary = "The authority's domains and their published keys")
    @APIResponse(responseCode = "200", description = "The domains.")
    public List<Domain> list() {
        return keys.all().stream().map(Domain::of).toList();
    }
}
