package dk.rettidig.authority.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.authority.EvaluationDesk;
import dk.rettidig.law.Purpose;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.SplitKey;
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
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Batches of blinded elements. The client is known by the signature of its request; the gate decides on every batch. */
@Blocking
@Path("/api/v1/authority/domains/{domain}")
@ServedBy(ServedBy.Role.AUTHORITY)
@Tag(name = "authority")
@Consumes(MediaType.WILDCARD) // the feature says what to send instead
@Produces(MediaType.APPLICATION_JSON)
class EvaluationResource {

    static final String HEADER = "Rettidig-Evaluation-Request";
    static final String SIGNED = "The signed request: a compact JWS (RFC 7515), EdDSA.";
    static final String DOMAIN = "The domain, for instance 999.child_support.1.";
    static final String UNAUTHORIZED =
            "authority_request_missing, authority_request_unverified, authority_request_expired";
    static final String UNPROCESSABLE = "authority_request_malformed, authority_request_mismatch, "
            + "authority_suite_unsupported, authority_body_malformed, authority_element_invalid";

    private final EvaluationDesk desk;

    EvaluationResource(EvaluationDesk desk) {
        this.desk = desk;
    }

    /** A batch, for the description; the feature reads its bytes. */
    @Schema(
            name = "EvaluationBatch",
            requiredProperties = {"suite", "mode", "elements"})
    record Batch(
            @Schema(enumeration = "P256-SHA256") String suite,

            @Schema(enumeration = {"voprf", "oprf"}) String mode,

            @Schema(minItems = 1, maxItems = 1000, description = "Blinded elements: compressed SEC1 in base64.")
            List<String> elements) {}

    /** An answer as JSON. */
    @Schema(name = "EvaluationAnswer")
    record Answer(
            String domain,
            int holder,
            String suite,
            String mode,

            @Schema(description = "The key that evaluated: compressed SEC1 in base64.")
            String publicKey,

            @Schema(description = "Evaluated elements, in the order of the request.")
            List<String> elements,

            @Schema(nullable = true, description = "Challenge and response, 64 bytes in base64; null in mode oprf.")
            @Nullable
            String proof) {
        static Answer of(EvaluationDesk.Answer answer) {
            return new Answer(
                    answer.key().domain().text(),
                    answer.key().holder(),
                    "P256-SHA256",
                    answer.mode().name().toLowerCase(Locale.ROOT),
                    text(answer.key().publicKey()),
                    answer.evaluation().elements().stream().map(Answer::text).toList(),
                    answer.evaluation()
                            .proof()
                            .map(proof -> Base64.getEncoder().encodeToString(proof.bytes()))
                            .orElse(null));
        }

        private static String text(Element element) {
            return Base64.getEncoder().encodeToString(element.bytes());
        }
    }

    @POST
    @Path("/evaluations")
    @Gated(action = Action.EVALUATE_PSEUDONYMS, purpose = Purpose.CHILD_SUPPORT, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "evaluatePseudonyms",
            summary = "Evaluates a batch of blinded elements with the domain's key (RFC 9497)")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Batch.class)))
    @APIResponse(responseCode = "200", description = "The evaluation. Check the proof before you use it.")
    @APIResponse(responseCode = "401", description = UNAUTHORIZED)
    @APIResponse(responseCode = "404", description = "authority_domain_unknown")
    @APIResponse(responseCode = "409", description = "authority_batch_replayed")
    @APIResponse(responseCode = "413", description = "authority_batch_too_large")
    @APIResponse(responseCode = "415", description = "authority_media_type_unsupported")
    @APIResponse(responseCode = "422", description = UNPROCESSABLE)
    @APIResponse(responseCode = "429", description = "authority_quota_exceeded")
    public Answer evaluate(
            @Parameter(description = DOMAIN) @PathParam("domain") String domain,
            @Parameter(description = SIGNED, required = true) @HeaderParam(HEADER) @Nullable String signed,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        return answer(domain, 0, signed, contentType, body);
    }

    @POST
    @Path("/shares/{holder}/evaluations")
    @Gated(action = Action.EVALUATE_PSEUDONYMS, purpose = Purpose.CHILD_SUPPORT, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "evaluatePseudonymsWithShare",
            summary =
                    "Evaluates a batch with this holder's share of the domain's key; the client combines two holders' answers")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Batch.class)))
    @APIResponse(responseCode = "200", description = "The holder's part. Check its proof before you combine it.")
    @APIResponse(responseCode = "401", description = UNAUTHORIZED)
    @APIResponse(responseCode = "404", description = "authority_domain_unknown")
    @APIResponse(responseCode = "409", description = "authority_batch_replayed")
    @APIResponse(responseCode = "413", description = "authority_batch_too_large")
    @APIResponse(responseCode = "415", description = "authority_media_type_unsupported")
    @APIResponse(responseCode = "422", description = UNPROCESSABLE)
    @APIResponse(responseCode = "429", description = "authority_quota_exceeded")
    public Answer evaluateShare(
            @Parameter(description = DOMAIN) @PathParam("domain") String domain,
            @Parameter(description = "The holder's number, 1 to 3.") @PathParam("holder") String holder,
            @Parameter(description = SIGNED, required = true) @HeaderParam(HEADER) @Nullable String signed,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        return answer(domain, holder(holder), signed, contentType, body);
    }

    /** A number that no holder has finds no key, and the desk says so after it knows who asks. */
    static int holder(String text) {
        return text.matches("[1-" + SplitKey.HOLDERS + "]") ? Integer.parseInt(text) : -1;
    }

    private Answer answer(
            String domain, int holder, @Nullable String signed, @Nullable String contentType, InputStream body) {
        return Answer.of(desk.evaluate(domain, holder, signed, contentType == null ? "" : contentType, body));
    }
}
