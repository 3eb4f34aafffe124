package dk.rettidig.feed.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.feed.Deliveries.QuarantinedRow;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.intake.DeliveryList;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people read about deliveries. */
@Blocking
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
class DeliveryResource {

    /** Quarantined rows a page. */
    private static final int PAGE = 10_000;

    private final DeliveryList deliveries;
    private final Clock clock;

    DeliveryResource(DeliveryList deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** A delivery as JSON. */
    record Summary(
            String deliveryId,
            String feed,
            String registry,
            String noteId,
            String state,
            String startedAt,
            @Nullable String endedAt,
            @Nullable String rejection,
            ReceiptAnswer.Rows rows,
            String sha256) {
        static Summary of(Delivery delivery) {
            return new Summary(
                    delivery.id().toString(),
                    delivery.feed().value(),
                    delivery.registry().value(),
                    delivery.note().value(),
                    delivery.state().id(),
                    delivery.startedAt().toString(),
                    delivery.endedAt().map(Instant::toString).orElse(null),
                    delivery.rejection().orElse(null),
                    ReceiptAnswer.Rows.of(delivery.rows()),
                    delivery.sha256().text());
        }
    }

    /** The band of rows out of scope, for the DPO. */
    record Band(String deliveryId, String rowsOutOfScope) {}

    @GET
    @Path("/deliveries")
    @Gated(action = Action.READ_DELIVERIES, purpose = Purpose.ADMINISTRATION)
    public Response list(@QueryParam("before") @Nullable String before) {
        List<Delivery> page = deliveries.list(before == null ? clock.instant().plusSeconds(1) : moment(before));
        Response.ResponseBuilder answer =
                Response.ok(page.stream().map(Summary::of).toList());
        if (!page.isEmpty()) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/deliveries?before=" + page.getLast().startedAt() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("/deliveries/{delivery}")
    @Gated(action = Action.READ_DELIVERIES, purpose = Purpose.ADMINISTRATION)
    public Summary read(@PathParam("delivery") String delivery) {
        return Summary.of(deliveries.find(delivery));
    }

    @GET
    @Path("/deliveries/{delivery}/quarantine")
    @Gated(action = Action.READ_QUARANTINE, purpose = Purpose.ADMINISTRATION)
    public Response quarantine(
            @PathParam("delivery") String delivery, @QueryParam("after") @DefaultValue("0") long afterLine) {
        List<QuarantinedRow> rows = deliveries.quarantine(deliveries.find(delivery), afterLine, PAGE);
        return page(delivery, rows)
                .entity(rows.stream().map(ReceiptAnswer.Row::of).toList())
                .build();
    }

    @GET
    @Path("/deliveries/{delivery}/quarantine")
    @Produces("text/csv")
    @Gated(action = Action.READ_QUARANTINE, purpose = Purpose.ADMINISTRATION)
    public Response quarantineCsv(
            @PathParam("delivery") String delivery, @QueryParam("after") @DefaultValue("0") long afterLine) {
        List<QuarantinedRow> rows = deliveries.quarantine(deliveries.find(delivery), afterLine, PAGE);
        StringBuilder csv = new StringBuilder("line,code\r\n");
        rows.forEach(row ->
                csv.append(row.line()).append(',').append(row.code().code()).append("\r\n"));
        return page(delivery, rows).entity(csv.toString()).build();
    }

    @GET
    @Path("/scope/bands")
    @Gated(action = Action.READ_SCOPE_BANDS, purpose = Purpose.SUPERVISION)
    public List<Band> bands() {
        return deliveries.scopeBands().stream()
                .map(band -> new Band(band.delivery().toString(), band.band()))
                .toList();
    }

    private static Response.ResponseBuilder page(String delivery, List<QuarantinedRow> rows) {
        Response.ResponseBuilder answer = Response.ok();
        if (rows.size() == PAGE) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/deliveries/" + delivery + "/quarantine?after="
                            + rows.getLast().line() + ">; rel=\"next\"");
        }
        return answer;
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new BadRequestException(malformed);
        }
    }
}
