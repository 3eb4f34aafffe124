package dk.rettidig.authority.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.authority.ConversionDesk;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.ServedBy;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Batches under two keys at once, for the holder of a vault who changes to another epoch or municipality. */
@Blocking
@Path("/api/v1/authority/domains/{domain}")
@ServedBy(ServedBy.Role.AUTHORITY)
@Tag(name = "authority")
@Consumes(MediaType.WILDCARD) // the feature says what to send instead
@Produces(MediaType.APPLICATION_JSON)
class ConversionResource {

    private final ConversionDesk desk;

    ConversionResource(ConversionDesk desk) {
        this.desk = desk;
    }

    /** A batch, for the description; the feature reads its bytes. */
    @Schema(
            name = "ConversionBatch",
            requiredProperties = {"suite", "mode", "to", "elements"})
    record Batch(
            @Schema(enumeration = "P256-SHA256") String suite,
            @Schema(enumeration = "voprf") String mode,

            @Schema(description = "The other domain.") String to,

            @Schema(minItems = 1, maxItems = 1000, description = "Blinded elements: compressed SEC1 in base64.")
            List<String> elements) {}

    /** Both evaluations as JSON. */
    @Schema(name = "ConversionAnswer")
    record Answer(
            @Schema(description = "With the key of the domain in the path.")
            EvaluationResource.Answer from,

            @Schema(description = "With the key of the other domain.")
            EvaluationResource.Answer to) {}

    @POST
    @Path("/conversions")
    @Gated(action = Action.CONVERT_PSEUDONYMS, purpose = Purpose.CHILD_SUPPORT, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "convertPseudonyms",
            summary = "Evaluates a batch of blinded elements with the keys of two domains, each with its proof")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Batch.class)))
    @APIResponse(responseCode = "200", description = "Both evaluations. Check both proofs before you use either.")
    @APIResponse(responseCode = "401", description = EvaluationResource.UNAUTHORIZED)
    @APIResponse(responseCode = "404", description = "authority_domain_unknown")
    @APIResponse(responseCode = "409", description = "authority_batch_replayed")
    @APIResponse(responseCode = "413", description = "authority_batch_too_large")
    @APIResponse(responseCode = "415", description = "authority_media_type_unsupported")
    @APIResponse(responseCode = "422", description = EvaluationResource.UNPROCESSABLE)
    @APIResponse(responseCode = "429", description = "authority_quota_exceeded")
    public Answer convert(
            @Parameter(description = EvaluationResource.DOMAIN) @PathParam("domain") String domain,
            @Parameter(description = EvaluationResource.SIGNED, required = true)
                    @HeaderParam(EvaluationResource.HEADER)
                    @Nullable
                    String signed,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        return answer(domain, 0, signed, contentType, body);
    }

    @POST
    @Path("/shares/{holder}/conversions")
    @Gated(action = Action.CONVERT_PSEUDONYMS, purpose = Purpose.CHILD_SUPPORT, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "convertPseudonymsWithShare",
            summary = "Evaluates a batch with this holder's shares of the keys of two domains")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Batch.class)))
    @APIResponse(responseCode = "200", description = "The holder's parts. Check their proofs before you combine them.")
    @APIResponse(responseCode = "401", description = EvaluationResource.UNAUTHORIZED)
    @APIResponse(responseCode = "404", description = "authority_domain_unknown")
    @APIResponse(responseCode = "409", description = "authority_batch_replayed")
    @APIResponse(responseCode = "413", description = "authority_batch_too_large")
    @APIResponse(responseCode = "415", description = "authority_media_type_unsupported")
    @APIResponse(responseCode = "422", description = EvaluationResource.UNPROCESSABLE)
    @APIResponse(responseCode = "429", description = "authority_quota_exceeded")
    public Answer convertShare(
            @Parameter(description = EvaluationResource.DOMAIN) @PathParam("domain") String domain,
            @Parameter(description = "The holder's number, 1 to 3.") @PathParam("holder") String holder,
            @Parameter(description = EvaluationResource.SIGNED, required = true)
                    @HeaderParam(EvaluationResource.HEADER)
                    @Nullable
                    String signed,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        return answer(domain, EvaluationResource.holder(holder), signed, contentType, body);
    }

    private Answer answer(
            String domain, int holder, @Nullable String signed, @Nullable String contentType, InputStream body) {
        ConversionDesk.Answer answer =
                desk.convert(domain, holder, signed, contentType == null ? "" : contentType, body);
        return new Answer(EvaluationResource.Answer.of(answer.from()), EvaluationResource.Answer.of(answer.to()));
    }
}
