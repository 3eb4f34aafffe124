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
import org.jspecify.annotations.Nullable;

/** The one way in for rows. The sender is known by the note's signature; the gate decides before the body is read. */
@Path("/api/v1/feeds/{feed}/deliveries")
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
    public ReceiptAnswer deliver(
            @PathParam("feed") String feed,
            @HeaderParam(DeliveryNote.HEADER) @Nullable String note,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            InputStream body) {
        long length =
                contentLength != null && contentLength.matches("[0-9]{1,18}") ? Long.parseLong(contentLength) : -1;
        return ReceiptAnswer.of(desk.deliver(new Incoming(feed, note, contentType, contentEncoding, length, body)));
    }
}
