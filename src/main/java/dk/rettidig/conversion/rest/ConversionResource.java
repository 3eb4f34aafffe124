package dk.rettidig.conversion.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.conversion.ConversionDesk;
import dk.rettidig.conversion.ConversionNote;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pairs of pseudonyms from the holder of the vault, who is known by the note's signature. */
@Blocking
@Path("/api/v1/pseudonym-conversions")
@Tag(name = "pseudonyms", description = "Rotation of the key, merge, move, names at a source.")
class ConversionResource {

    private final ConversionDesk desk;

    ConversionResource(ConversionDesk desk) {
        this.desk = desk;
    }

    /** A line of the body, for the description; the feature reads its bytes. */
    @Schema(
            name = "PseudonymPair",
            requiredProperties = {"from", "to"})
    record Line(
            @Schema(description = "43 characters of base64url.")
            String from,

            @Schema(description = "43 characters of base64url.")
            String to) {}

    /** A receipt as JSON. */
    @Schema(name = "ConversionReceipt")
    record Receipt(
            @Schema(format = "uuid") String conversionId,

            @Schema(enumeration = {"rotation", "merge", "move", "source"})
            String kind,

            String fromDomain,
            String toDomain,

            @Schema(description = "Lines of the body, whether or not a child is known here.")
            int pairs,

            String sha256,
            Entry entry,

            @Schema(description = "The signed note (C2SP tlog-checkpoint) that covers the entry.")
            String checkpoint) {

        @Schema(name = "ConversionEntry")
        record Entry(long leafIndex, long treeSize) {}

        static Receipt of(ConversionDesk.Receipt receipt) {
            ConversionNote note = receipt.conversion().note();
            return new Receipt(
                    receipt.conversion().id().toString(),
                    note.kind().id(),
                    note.from().text(),
                    note.to().text(),
                    note.pairs(),
                    note.sha256().text(),
                    new Entry(receipt.covered().leafIndex(), receipt.covered().treeSize()),
                    receipt.covered().checkpoint());
        }
    }

    @POST
    // The media type is checked by the feature, which says what to send instead.
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Gated(action = Action.DELIVER_CONVERSION, purpose = Purpose.CHILD_SUPPORT, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "convertPseudonymsOfChildren",
            summary = "Delivers pairs of pseudonyms of the same child: rotation, merge, move, names at a source",
            description =
                    "The gate decides on the note before the body is read. The same note again gives the same receipt. "
                            + "Nothing in an answer depends on whether a child is known. The whole wire is described in docs/rotation.md.")
    @RequestBody(
            description = "One pair a line, UTF-8.",
            required = true,
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = Line.class)))
    @APIResponse(responseCode = "200", description = "The receipt: the conversion counts.")
    @APIResponse(responseCode = "400", description = "conversion_connection_cut")
    @APIResponse(
            responseCode = "401",
            description = "conversion_note_missing, conversion_note_unverified, conversion_note_expired")
    @APIResponse(
            responseCode = "409",
            description = "conversion_digest_conflict, conversion_must_wait, conversion_incomplete, "
                    + "conversion_source_unknown, "
                    + "pseudonym_domain_not_current")
    @APIResponse(responseCode = "413", description = "conversion_body_too_large")
    @APIResponse(responseCode = "415", description = "conversion_media_type_unsupported")
    @APIResponse(
            responseCode = "422",
            description = "conversion_note_malformed, conversion_note_mismatch, conversion_line_malformed, "
                    + "conversion_pseudonym_repeated, conversion_cpr_number_found, conversion_pair_count_mismatch, "
                    + "conversion_digest_mismatch")
    @APIResponse(
            responseCode = "503",
            description = "conversion_busy, conversion_store_unavailable, ledger_not_covered_in_time")
    public Receipt convert(
            @Parameter(description = "The signed note: a compact JWS (RFC 7515), EdDSA.", required = true)
                    @HeaderParam(ConversionNote.HEADER)
                    @Nullable
                    String note,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            InputStream body) {
        return Receipt.of(desk.convert(new ConversionDesk.Incoming(
                note, contentType == null ? "" : contentType, contentEncoding == null ? "" : contentEncoding, body)));
    }
}
