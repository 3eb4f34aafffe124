package dk.rettidig.notification.comparison.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.comparison.ComparedAs;
import dk.rettidig.notification.comparison.ComparisonDesk;
import dk.rettidig.notification.comparison.YearFigures;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Published figures of many municipalities, held against each other. */
@Path("/api/v1/notification-statistics/comparison")
@Tag(name = "notification-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class ComparisonResource {

    private final ComparisonDesk desk;
    private final CurrentActor actor;

    ComparisonResource(ComparisonDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /** Figures as sent; what is absent counts as empty. */
    @Schema(
            name = "ComparisonRequest",
            requiredProperties = {"year", "source", "figures"})
    record Input(
            @Schema(description = "A year that is over.") @Nullable
            Integer year,

            @Schema(description = "Where the figures were published, 10 to 200 characters.") @Nullable
            String source,

            @Schema(
                    description =
                            "CSV with the heading municipality,notifications,children and optionally compared_as (neighbour, similar,"
                                    + " both or blank). Published figures only.")
            @Nullable
            String figures) {

        private static final Input NOTHING = new Input(null, null, null);

        ComparisonDesk.Draft draft() {
            return new ComparisonDesk.Draft(
                    year == null ? "" : year.toString(),
                    Objects.requireNonNullElse(source, ""),
                    Objects.requireNonNullElse(figures, ""));
        }
    }

    @GET
    @Gated(action = Action.READ_STATISTICS, purpose = Purpose.ADMINISTRATION)
    @Operation(
            operationId = "compareMunicipalities",
            summary = "Municipalities of one year held against each other",
            description = "The newest year unless one is asked for; 404 where none is loaded.")
    @APIResponse(responseCode = "200", description = "Highest rate first; the own municipality is always among them.")
    @APIResponse(responseCode = "400", description = "request_malformed")
    @APIResponse(responseCode = "404", description = "not_found")
    public ComparisonView compare(
            @Parameter(description = "The year.", schema = @Schema(type = SchemaType.INTEGER))
                    @QueryParam("year")
                    @DefaultValue("")
                    String year,
            @Parameter(
                            description = "Which of them; other means all.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"other", "neighbour", "similar", "both"}))
                    @QueryParam("group")
                    @DefaultValue("other")
                    String group) {
        ComparedAs asked = ComparedAs.parse(group).orElseThrow(BadRequestException::new);
        if (!year.isEmpty() && !year.matches("[0-9]{4}")) {
            throw new BadRequestException();
        }
        MunicipalityCode municipality = municipality();
        int chosen = year.isEmpty()
                ? desk.years(municipality).stream().findFirst().orElseThrow(NotFoundException::new)
                : Integer.parseInt(year);
        return ComparisonView.of(desk.compare(municipality, chosen, asked).orElseThrow(NotFoundException::new));
    }

    @POST
    @ResponseStatus(201)
    @Gated(action = Action.LOAD_COMPARISON, purpose = Purpose.ADMINISTRATION)
    @Operation(
            operationId = "loadComparison",
            summary = "Loads published figures of a year",
            description = "A later load of the same year takes the place of the earlier, which is kept.")
    @APIResponse(
            responseCode = "201",
            description = "The comparison.",
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "422", description = "comparison_input_invalid")
    public ComparisonView load(@Nullable Input input) {
        MunicipalityCode municipality = municipality();
        YearFigures loaded = desk.load(
                actor.get(),
                municipality,
                Objects.requireNonNullElse(input, Input.NOTHING).draft());
        return ComparisonView.of(
                desk.compare(municipality, loaded.year(), ComparedAs.OTHER).orElseThrow());
    }

    private MunicipalityCode municipality() {
        return actor.get().municipality().orElseThrow(NotFoundException::new);
    }
}
