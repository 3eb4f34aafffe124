package dk.rettidig.feed.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Deliveries.QuarantinedRow;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.intake.DeliveryList;
import dk.rettidig.feed.intake.FeedReaders;
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
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What people read about deliveries. */
@Blocking
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deliveries", description = "Deliveries from note to receipt, and what people read about them.")
class DeliveryResource {

    /** Quarantined rows a page. */
    private static final int PAGE = 10_000;

    private static final String DELIVERY = "The delivery's id, a UUID.";

    private final DeliveryList deliveries;
    private final FeedReaders readers;
    private final Clock clock;

    DeliveryResource(DeliveryList deliveries, FeedReaders readers, Clock clock) {
        this.deliveries = deliveries;
        this.readers = readers;
        this.clock = clock;
    }

    /** A delivery as JSON. */
    @Schema(name = "Delivery")
    record Summary(
            @Schema(format = "uuid") String deliveryId,
            String feed,
            String registry,
            String noteId,

            @Schema(enumeration = {"running", "finished", "rejected", "aborted"})
            String state,

            @Schema(format = "date-time") String startedAt,

            @Schema(nullable = true, format = "date-time") @Nullable
            String endedAt,

            @Schema(nullable = true, description = "The code of why it counts for nothing.") @Nullable
            String rejection,

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

    /** The bands of rows out of scope and of contradicted rows, for the DPO. */
    @Schema(name = "ScopeBand")
    record Band(
            @Schema(format = "uuid") String deliveryId,

            @Schema(enumeration = {"0", "1-9", "10-99", "100-999", "1000-9999", "10000+"})
            String rowsOutOfScope,

            @Schema(
                    description =
                            "Rows whose key another delivery brought with another value or operation: neither holds.",
                    enumeration = {"0", "1-9", "10-99", "100-999", "1000-9999", "10000+"})
            String rowsContradicted) {}

    @GET
    @Path("/deliveries")
    @Gated(action = Action.READ_DELIVERIES, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "listDeliveries", summary = "The municipality's deliveries, latest first, 100 a page")
    @APIResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link", ref = "Link"))
    @APIResponse(responseCode = "400", description = "request_malformed, feed_municipality_needed")
    public RestResponse<List<Summary>> list(
            @Parameter(
                            description = "Only deliveries that began before this moment.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("before")
                    @Nullable
                    String before,
            @Parameter(description = FeedResource.MUNICIPALITY) @QueryParam("municipality") @Nullable
                    String municipality) {
        MunicipalityCode about = readers.demand(Action.READ_DELIVERIES, municipality);
        List<Delivery> page =
                deliveries.list(about, before == null ? clock.instant().plusSeconds(1) : moment(before));
        RestResponse.ResponseBuilder<List<Summary>> answer =
                RestResponse.ResponseBuilder.ok(page.stream().map(Summary::of).toList());
        if (!page.isEmpty()) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/deliveries?before=" + page.getLast().startedAt()
                            + (municipality == null ? "" : "&municipality=" + about) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("/deliveries/{delivery}")
    @Gated(action = Action.READ_DELIVERIES, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "readDelivery", summary = "One delivery, with its counts")
    @APIResponse(responseCode = "200", description = "The delivery.")
    @APIResponse(responseCode = "400", description = "feed_municipality_needed")
    @APIResponse(responseCode = "404", description = "feed_delivery_unknown")
    public Summary read(
            @Parameter(description = DELIVERY) @PathParam("delivery") String delivery,
            @Parameter(description = FeedResource.MUNICIPALITY) @QueryParam("municipality") @Nullable
                    String municipality) {
        return Summary.of(deliveries.find(readers.demand(Action.READ_DELIVERIES, municipality), delivery));
    }

    @GET
    @Path("/deliveries/{delivery}/quarantine")
    @Gated(action = Action.READ_QUARANTINE, purpose = Purpose.ADMINISTRATION)
    @Operation(
            operationId = "readQuarantine",
            summary = "Lines of a delivery that stayed out, by number and code, 10,000 a page",
            description = "As JSON, or with Accept: text/csv as CSV with the columns line and code.")
    @APIResponse(
            responseCode = "200",
            description = "A page; never what stood in a line.",
            headers = @Header(name = "Link", ref = "Link"),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = ReceiptAnswer.Row.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "feed_delivery_unknown, feed_unknown, not_found")
    public RestResponse<List<ReceiptAnswer.Row>> quarantine(
            @Parameter(description = DELIVERY) @PathParam("delivery") String delivery,
            @Parameter(
                            description = "Only lines after this one.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @QueryParam("after")
                    @DefaultValue("0")
                    long afterLine) {
        List<QuarantinedRow> rows = deliveries.quarantine(deliveries.find(delivery), afterLine, PAGE);
        return page(delivery, rows, rows.stream().map(ReceiptAnswer.Row::of).toList());
    }

    @GET
    @Path("/deliveries/{delivery}/quarantine")
    @Produces("text/csv")
    @Gated(action = Action.READ_QUARANTINE, purpose = Purpose.ADMINISTRATION)
    @Operation(hidden = true) // described with its JSON form
    public RestResponse<String> quarantineCsv(
            @PathParam("delivery") String delivery, @QueryParam("after") @DefaultValue("0") long afterLine) {
        List<QuarantinedRow> rows = deliveries.quarantine(deliveries.find(delivery), afterLine, PAGE);
        StringBuilder csv = new StringBuilder("line,code\r\n");
        rows.forEach(row ->
                csv.append(row.line()).append(',').append(row.code().code()).append("\r\n"));
        return page(delivery, rows, csv.toString());
    }

    @GET
    @Path("/scope/bands")
    @Gated(action = Action.READ_SCOPE_BANDS, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "listScopeBands",
            summary = "How many rows of each delivery were of children out of scope or contradicted, for the DPO alone")
    @APIResponse(responseCode = "200", description = "The latest 100 deliveries.")
    @APIResponse(responseCode = "404", description = "feed_unknown")
    public List<Band> bands() {
        return deliveries.scopeBands().stream()
                .map(band -> new Band(band.delivery().toString(), band.band(), band.contradicted()))
                .toList();
    }

    private static <T> RestResponse<T> page(String delivery, List<QuarantinedRow> rows, T entity) {
        RestResponse.ResponseBuilder<T> answer = RestResponse.ResponseBuilder.ok(entity);
        if (rows.size() == PAGE) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/deliveries/" + delivery + "/quarantine?after="
                            + rows.getLast().line() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new BadRequestException(malformed);
        }
    }
}
