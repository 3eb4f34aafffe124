package dk.rettidig.notification.statistics.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.statistics.Dimension;
import dk.rettidig.notification.statistics.Edition;
import dk.rettidig.notification.statistics.FigureFormats;
import dk.rettidig.notification.statistics.FigureTable;
import dk.rettidig.notification.statistics.StatisticsDesk;
import dk.rettidig.statistics.JsonStat;
import dk.rettidig.web.Language;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Published figures on notifications, as JSON-stat 2.0 and as CSV. */
@Path("/api/v1/notification-statistics")
@Tag(
        name = "notification-statistics",
        description =
                "Protected figures on notifications, counted once for each month and year (docs/notification-statistics.md).")
@Blocking
public class NotificationStatisticsResource {

    private static final String PERIOD = "Length of the editions.";
    private static final String BY = "By what the figures are counted.";

    private final StatisticsDesk desk;
    private final FigureFormats formats;
    private final CurrentActor actor;

    NotificationStatisticsResource(StatisticsDesk desk, FigureFormats formats, CurrentActor actor) {
        this.desk = desk;
        this.formats = formats;
        this.actor = actor;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Gated(action = Action.READ_STATISTICS, purpose = Purpose.ADMINISTRATION)
    @Operation(
            operationId = "readNotificationStatistics",
            summary = "Figures on notifications by one dimension, all editions of one length",
            description =
                    "JSON-stat 2.0, and 404 until something is published; with Accept: text/csv as CSV (RFC 4180) with the margin of each figure.")
    @APIResponse(
            responseCode = "200",
            description = "The figures; each is protected by noise of its own.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JsonStat.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "request_malformed")
    @APIResponse(responseCode = "404", description = "not_found")
    public JsonStat json(
            @Parameter(
                            description = PERIOD,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"month", "year"}))
                    @QueryParam("period")
                    @DefaultValue("year")
                    String period,
            @Parameter(
                            description = BY,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"total", "notifier", "cause", "age", "sex"}))
                    @QueryParam("by")
                    @DefaultValue("notifier")
                    String by) {
        FigureTable table = table(period, by);
        if (table.issues().isEmpty()) {
            throw new NotFoundException();
        }
        return formats.json(municipality(), table, Language.ENGLISH);
    }

    @GET
    @Produces("text/csv")
    @Gated(action = Action.READ_STATISTICS, purpose = Purpose.ADMINISTRATION)
    @Operation(hidden = true) // described with its JSON form
    public String csv(
            @QueryParam("period") @DefaultValue("year") String period,
            @QueryParam("by") @DefaultValue("notifier") String by) {
        return formats.csv(table(period, by));
    }

    private FigureTable table(String period, String by) {
        Edition.Period length = Edition.Period.parse(period).orElseThrow(BadRequestException::new);
        Dimension dimension = Dimension.parse(by).orElseThrow(BadRequestException::new);
        return desk.table(municipality(), length, dimension);
    }

    private MunicipalityCode municipality() {
        return actor.get().municipality().orElseThrow(NotFoundException::new);
    }
}
