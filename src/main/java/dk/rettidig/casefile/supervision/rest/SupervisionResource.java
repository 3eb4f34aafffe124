package dk.rettidig.casefile.supervision.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.casefile.supervision.Reports;
import dk.rettidig.casefile.supervision.SupervisionDesk;
import dk.rettidig.casefile.supervision.SupervisionErrorCode;
import dk.rettidig.casefile.supervision.SupervisionFault;
import dk.rettidig.law.Purpose;
import dk.rettidig.statistics.ConfidenceLevel;
import dk.rettidig.statistics.SamplePlan;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Legal supervision: the form, the size of a sample, and the rounds. */
@Path("/api/v1/supervision")
@Tag(name = "supervision", description = "Random legal supervision of cases (docs/supervision.md).")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class SupervisionResource {

    private final SupervisionDesk desk;
    private final Reports reports;
    private final CurrentActor actor;

    SupervisionResource(SupervisionDesk desk, Reports reports, CurrentActor actor) {
        this.desk = desk;
        this.reports = reports;
        this.actor = actor;
    }

    /** A frame as sent; what is absent counts as empty. */
    @Schema(
            name = "FrameRequest",
            requiredProperties = {"drawn_from", "sample", "opens_at"})
    record Input(
            @Schema(enumeration = {"all_cases", "placements", "follow_up"}) @Nullable
            String drawnFrom,

            @Schema(
                    description = "Who makes the frame: the service, from what was delivered, or you, in frame.",
                    enumeration = {"uploaded", "service"},
                    defaultValue = "uploaded")
            @Nullable
            String source,

            @Schema(description = "How many cases to draw, 1 to the number in the frame.") @Nullable
            Long sample,

            @Schema(
                    format = "date-time",
                    description = "After this moment the cases are drawn: at least an hour and at most 90 days ahead.")
            @Nullable
            String opensAt,

            @Schema(
                    description =
                            "CSV with the heading case_reference, optionally handler (the sign-in name of whoever handles the"
                                    + " case and so does not review it). Comma or semicolon; never a CPR number.")
            @Nullable
            String frame) {

        private static final Input NOTHING = new Input(null, null, null, null, null);

        SupervisionDesk.Draft draft() {
            return new SupervisionDesk.Draft(
                    Objects.requireNonNullElse(drawnFrom, ""),
                    Objects.requireNonNullElse(source, "uploaded"),
                    Objects.requireNonNullElse(sample, 0L),
                    Objects.requireNonNullElse(opensAt, ""),
                    Objects.requireNonNullElse(frame, ""));
        }

        @Override
        public String toString() {
            return "Input[hidden]";
        }
    }

    @GET
    @Path("rules")
    @Gated(action = Action.READ_SUPERVISION, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "listReviewRules", summary = "The questions of the review form")
    @APIResponse(responseCode = "200", description = "In the order of the form.")
    public List<SupervisionView.Rule> rules() {
        return reports.rules().rules().stream().map(SupervisionView.Rule::of).toList();
    }

    @GET
    @Path("sample-size")
    @Gated(action = Action.READ_SUPERVISION, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "planSample", summary = "How many cases to draw, and what such a sample can show")
    @APIResponse(responseCode = "200", description = "The size, and its limits in sentences.")
    @APIResponse(responseCode = "422", description = "supervision_figure_invalid")
    public SupervisionView.Size size(
            @Parameter(description = "Cases there are.") @QueryParam("population") @DefaultValue("1000")
                    String population,
            @Parameter(description = "How far the truth may lie from what is found, as a share.")
                    @QueryParam("half_width")
                    @DefaultValue("0.1")
                    String halfWidth,
            @Parameter(description = "The share expected to have a fault; 0.5 when nobody knows.")
                    @QueryParam("expected")
                    @DefaultValue("0.5")
                    String expected,
            @Parameter(description = "Confidence level.") @QueryParam("confidence") @DefaultValue("0.95")
                    String confidence) {
        try {
            return SupervisionView.Size.of(SamplePlan.of(new SamplePlan.Wish(
                    Integer.parseInt(population),
                    Double.parseDouble(halfWidth),
                    Double.parseDouble(expected),
                    new ConfidenceLevel(Double.parseDouble(confidence)))));
        } catch (IllegalArgumentException unusable) {
            throw new SupervisionFault(SupervisionErrorCode.PLAN_INVALID, unusable);
        }
    }

    @GET
    @Path("rounds")
    @Gated(action = Action.READ_SUPERVISION, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "listSupervisionRounds", summary = "The municipality's rounds, newest first")
    @APIResponse(responseCode = "200", description = "All of them: a round cannot be taken back.")
    @APIResponse(responseCode = "404", description = "not_found")
    public List<SupervisionView.RoundAnswer> rounds() {
        return desk.list(actor.get()).stream()
                .map(SupervisionView.RoundAnswer::of)
                .toList();
    }

    @POST
    @Path("rounds")
    @ResponseStatus(201)
    @Gated(action = Action.COMMIT_FRAME, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "commitFrame",
            summary = "Binds a frame of cases before anybody can know which are drawn",
            description = "It cannot be changed or taken back; the service draws by itself after the moment.")
    @APIResponse(
            responseCode = "201",
            description = "The round.",
            content = @Content(schema = @Schema(implementation = SupervisionView.RoundAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "422", description = "supervision_input_invalid")
    public SupervisionView.RoundAnswer commit(@Nullable Input input) {
        return SupervisionView.RoundAnswer.of(desk.commit(
                actor.get(), Objects.requireNonNullElse(input, Input.NOTHING).draft()));
    }
}
