package dk.rettidig.feed.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.intake.DeliveryDesk;
import dk.rettidig.feed.intake.Incoming;
import dk.rettidig.law.Purpose;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The one way in for rows. The sender is known by the note's signature; the gate decides before the body is read. */
@Path("/api/v1/feeds/{feed}/deliveries")
@Tag(name = "deliveries")
class DeliverResource {

    private final DeliveryDesk desk;

    DeliverResource(DeliveryDesk desk) {
        this.desk = desk;
    }

    @POST
    @Blocking
    // The media type is checked by the feature, which says what to send instead.
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Gated(action = Action.DELIVER, purpose = Purpose.CHILD_SUPPORT, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "deliver",
            summary = "Delivers indicators, from the signed note to the receipt",
            description =
                    "The gate decides on the note before the body is read. The same note again gives the same receipt. "
                            + "Nothing in an answer depends on whether a child is known. The whole wire is described in docs/feed.md.")
    @RequestBody(
            description = "Rows in UTF-8; gzip only as Content-Encoding.",
            required = true,
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = DeliveryRow.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "200", description = "The receipt: the delivery counts.")
    @APIResponse(responseCode = "400", description = "feed_connection_cut")
    @APIResponse(responseCode = "401", description = "feed_note_missing, feed_note_unverified, feed_note_expired")
    @APIResponse(responseCode = "404", description = "feed_unknown")
    @APIResponse(responseCode = "409", description = "delivery_digest_conflict, delivery_in_progress")
    @APIResponse(responseCode = "413", description = "feed_body_too_large, feed_gzip_ratio_too_high")
    @APIResponse(responseCode = "415", description = "feed_media_type_unsupported, feed_content_encoding_unsupported")
    @APIResponse(
            responseCode = "422",
            description = "feed_note_malformed, feed_note_mismatch, feed_indicator_not_agreed, feed_gzip_broken, "
                    + "feed_digest_mismatch, feed_row_count_mismatch, feed_not_utf8, feed_csv_header_wrong, "
                    + "feed_csv_broken, feed_cpr_number_found")
    @APIResponse(
            responseCode = "503",
            description = "feed_busy, feed_load_failed, feed_delivery_lease_lost, ledger_not_covered_in_time")
    public ReceiptAnswer deliver(
            @Parameter(description = "The feed's id, as in the note.") @PathParam("feed") String feed,
            @Parameter(description = "The signed note: a compact JWS (RFC 7515), EdDSA.", required = true)
                    @HeaderParam(DeliveryNote.HEADER)
                    @Nullable
                    String note,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(
                            description = "How the body is packed.",
                            schema = @Schema(type = SchemaType.STRING, enumeration = "gzip"))
                    @HeaderParam(HttpHeaders.CONTENT_ENCODING)
                    @Nullable
                    String contentEncoding,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            InputStream body) {
        long length =
                contentLength != null && contentLength.matches("[0-9]{1,18}") ? Long.parseLong(contentLength) : -1;
        return ReceiptAnswer.of(desk.deliver(new Incoming(feed, note, contentType, contentEncoding, length, body)));
    }
}
