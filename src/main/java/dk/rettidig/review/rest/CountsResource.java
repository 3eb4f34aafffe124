package dk.rettidig.review.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.reidentification.PersonCount;
import dk.rettidig.review.reidentification.ReidentificationList;
import dk.rettidig.web.Words;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Counts for each person, for the data protection officer: nothing about children. */
@Path("/api/v1/reidentifications/counts")
@Tag(name = "reidentification")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class CountsResource {

    /** Days before today that are counted when nobody says which. */
    private static final int USUAL_DAYS = 30;

    private final ReidentificationList list;
    private final CurrentActor actor;
    private final Clock clock;

    CountsResource(ReidentificationList list, CurrentActor actor, Clock clock) {
        this.list = list;
        this.actor = actor;
        this.clock = clock;
    }

    /** One person's counts. */
    @Schema(name = "ReidentificationCount")
    record Count(
            @Schema(description = "With which the person signs in; vault for tickets that were none of ours.")
            String person,

            long asked,
            long approved,
            long declined,
            long redeemed,

            @Schema(description = "Attempts that were refused, at the gate, on the way or at a redemption.")
            long refused) {
        static Count of(PersonCount count) {
            return new Count(
                    count.person().value(),
                    count.asked(),
                    count.approved(),
                    count.declined(),
                    count.redeemed(),
                    count.refused());
        }
    }

    /** Counts of some days. */
    @Schema(name = "ReidentificationCounts")
    record Counts(LocalDate from, LocalDate to, List<Count> persons) {}

    @GET
    @Gated(action = Action.READ_REIDENTIFICATION_COUNTS, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "countReidentifications",
            summary = "How often each person asked, approved, declined, got somebody shown and was refused")
    @APIResponse(responseCode = "200", description = "Counts by name; nothing about children.")
    @APIResponse(responseCode = "400", description = "request_malformed")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "422", description = "reidentification_days_malformed")
    public Counts counts(
            @Parameter(
                            description = "The first day; 30 days before the last one when left out.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("from")
                    Optional<String> from,
            @Parameter(
                            description = "The last day; today when left out.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("to")
                    Optional<String> to) {
        LocalDate last = to.map(CountsResource::day).orElseGet(() -> Words.day(clock.instant()));
        LocalDate first = from.map(CountsResource::day).orElseGet(() -> last.minusDays(USUAL_DAYS));
        MunicipalityCode municipality = actor.get().municipality().orElseThrow(NotFoundException::new);
        return new Counts(
                first,
                last,
                list.counts(municipality, first, last).stream().map(Count::of).toList());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new BadRequestException(malformed);
        }
    }
}
