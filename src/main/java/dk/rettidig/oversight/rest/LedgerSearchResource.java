package dk.rettidig.oversight.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.oversight.LedgerSearch;
import dk.rettidig.oversight.OversightErrorCode;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.oversight.ProofTable;
import dk.rettidig.oversight.QueryTexts;
import dk.rettidig.oversight.Volumes;
import dk.rettidig.web.ServedBy;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding entries and unusual volumes, for the data protection officer. Every search is an entry itself. */
@ServedBy({ServedBy.Role.SERVICE, ServedBy.Role.AUTHORITY})
@Path("/api/v1/ledger")
@Tag(name = "ledger")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class LedgerSearchResource {

    private static final int LARGEST = 256;
    private static final String CSV = "text/csv";

    /** Most days that are compared at once: a year and a day. */
    private static final int MOST_DAYS = 367;

    private final LedgerSearch search;
    private final Volumes volumes;
    private final CurrentActor actor;

    LedgerSearchResource(LedgerSearch search, Volumes volumes, CurrentActor actor) {
        this.search = search;
        this.volumes = volumes;
        this.actor = actor;
    }

    /** What was found. */
    @Schema(name = "FoundEntries")
    record FoundView(
            List<LedgerResource.EntryView> entries,

            @Schema(description = "Up to which index, exclusive, the log was searched.")
            long searched,

            @Schema(description = "Below which index to go on; null when nothing more was found.")
            OptionalLong below) {}

    /** One actor's day. */
    @Schema(name = "ActorDay")
    record DayView(
            String handle,
            @JsonProperty("actor_kind") String actorKind,
            LocalDate day,
            long entries,
            long refused,

            @Schema(description = "The median of the days of this kind of actor.")
            double usual,

            @Schema(
                    description = "Above the median and five times the median deviation, and 20 or more. A hint, "
                            + "no finding.")
            boolean unusual) {

        static DayView of(Volumes.Day day) {
            return new DayView(
                    day.count().handle(),
                    day.count().actorKind(),
                    day.count().day(),
                    day.count().entries(),
                    day.count().refused(),
                    day.usual(),
                    day.unusual());
        }
    }

    @GET
    @Path("search")
    @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "searchLedger", summary = "Entries that fit, newest first")
    @APIResponse(responseCode = "200", description = "A part of what was found.")
    @APIResponse(responseCode = "422", description = "ledger_query_malformed")
    public FoundView find(
            @BeanParam QueryParameters wanted,
            @Parameter(
                            description = "Only entries with a smaller index.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @QueryParam("below")
                    @DefaultValue("9007199254740991")
                    long below,
            @Parameter(
                            description =
                                    "Entries in the answer; a number outside the range counts as its nearest end.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "256"))
                    @QueryParam("limit")
                    @DefaultValue("100")
                    int limit) {
        LedgerSearch.Found found = search.find(actor.get(), wanted.query(), below, Math.clamp(limit, 1, LARGEST));
        return new FoundView(
                found.entries().stream().map(LedgerResource.EntryView::of).toList(), found.searched(), found.older());
    }

    @POST
    @Path("findings")
    @Produces(CSV)
    @Gated(action = Action.EXPORT_FINDINGS, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "exportFindings",
            summary = "Found entries as CSV that carries its own proof",
            description = "Up to 10,000 entries, each with its path to the root of the checkpoint in the last row; "
                    + "./rettidig verify FILE checks it without this service (docs/ledger-export.md).")
    @APIResponse(
            responseCode = "200",
            description = "The table.",
            headers = @Header(name = "Content-Disposition", ref = "Content-Disposition"),
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "422", description = "ledger_query_malformed")
    public Response export(@BeanParam QueryParameters wanted) {
        ProofTable table = search.export(actor.get(), wanted.query());
        StreamingOutput csv = table::write;
        return Response.ok(csv, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger-findings.csv\"")
                .build();
    }

    @GET
    @Path("volumes")
    @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "readVolumes", summary = "How much each actor did on each day, the largest first")
    @APIResponse(responseCode = "200", description = "Days with entries; unusual ones are marked.")
    @APIResponse(responseCode = "422", description = "ledger_query_malformed")
    public List<DayView> volumes(
            @Parameter(description = "First day, UTC.", required = true) @QueryParam("from") @DefaultValue("")
                    String from,
            @Parameter(description = "Last day, UTC; at most a year later.", required = true)
                    @QueryParam("to")
                    @DefaultValue("")
                    String to) {
        LocalDate first = QueryTexts.date("from", from).orElseThrow(() -> malformed("from"));
        LocalDate last = QueryTexts.date("to", to).orElseThrow(() -> malformed("to"));
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw malformed("to");
        }
        return volumes.days(first, last).stream().map(DayView::of).toList();
    }

    private static OversightFault malformed(String field) {
        return new OversightFault(OversightErrorCode.QUERY_MALFORMED, field);
    }
}
