package dk.rettidig.casefile.supervision.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.casefile.supervision.DrawDocument;
import dk.rettidig.casefile.supervision.ImprovementDesk;
import dk.rettidig.casefile.supervision.Reports;
import dk.rettidig.casefile.supervision.ReviewTable;
import dk.rettidig.casefile.supervision.SupervisionDesk;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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

/** One round: its report and draw, reviews of drawn cases, and plans for what they find. */
@Path("/api/v1/supervision/rounds/{round}")
@Tag(name = "supervision")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class RoundResource {

    private final SupervisionDesk desk;
    private final Reports reports;
    private final ReviewTable table;
    private final ImprovementDesk improvements;
    private final CurrentActor actor;

    RoundResource(
            SupervisionDesk desk,
            Reports reports,
            ReviewTable table,
            ImprovementDesk improvements,
            CurrentActor actor) {
        this.desk = desk;
        this.reports = reports;
        this.table = table;
        this.improvements = improvements;
        this.actor = actor;
    }

    /** One answer as sent. */
    @Schema(
            name = "ReviewAnswer",
            requiredProperties = {"rule", "answer"})
    record AnswerInput(
            @Nullable String rule,

            @Schema(enumeration = {"yes", "no", "not_applicable", "undecidable"}) @Nullable
            String answer,

            @Schema(description = "20 to 4,000 characters; no names, no CPR number. May be left out.") @Nullable
            String remark) {

        ReviewTable.Sent sent() {
            return new ReviewTable.Sent(
                    Objects.requireNonNullElse(rule, ""),
                    Objects.requireNonNullElse(answer, ""),
                    Objects.requireNonNullElse(remark, ""));
        }

        @Override
        public String toString() {
            return "AnswerInput[hidden]";
        }
    }

    /** All answers for one case. */
    @Schema(
            name = "CaseReview",
            requiredProperties = {"answers"})
    record ReviewInput(@Nullable List<@Nullable AnswerInput> answers) {

        List<ReviewTable.Sent> sent() {
            return Objects.requireNonNullElse(answers, List.<@Nullable AnswerInput>of()).stream()
                    .map(each -> Objects.requireNonNullElse(each, new AnswerInput(null, null, null))
                            .sent())
                    .toList();
        }
    }

    /** What is to be done about a rule. */
    @Schema(
            name = "ImprovementRequest",
            requiredProperties = {"rule", "plan", "by", "due"})
    record PlanInput(
            @Nullable String rule,

            @Schema(description = "20 to 4,000 characters; no names, no CPR number.") @Nullable
            String plan,

            @Schema(description = "The function that does it, 3 to 100 characters; no name.") @Nullable
            String by,

            @Schema(format = "date") @Nullable String due) {

        ImprovementDesk.Draft draft() {
            return new ImprovementDesk.Draft(
                    Objects.requireNonNullElse(rule, ""),
                    Objects.requireNonNullElse(plan, ""),
                    Objects.requireNonNullElse(by, ""),
                    Objects.requireNonNullElse(due, ""));
        }

        @Override
        public String toString() {
            return "PlanInput[hidden]";
        }
    }

    @GET
    @Gated(action = Action.READ_SUPERVISION, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "readSupervisionReport", summary = "What a round shows; no case and no person is named")
    @APIResponse(responseCode = "200", description = "The report.")
    @APIResponse(responseCode = "404", description = "not_found")
    public SupervisionView.Report report(
            @Parameter(description = "The round's id, a UUID.") @PathParam("round") String round) {
        return SupervisionView.Report.of(reports.of(actor.get(), round), reports.rules());
    }

    @GET
    @Path("draw")
    @Gated(action = Action.READ_SUPERVISION, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "readDraw",
            summary = "The file that an outsider draws again from",
            description = "For ./rettidig verify draw FILE --key VKEY; tickets and proofs, no case.")
    @APIResponse(responseCode = "200", description = "The file of the draw.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "supervision_not_drawn")
    public DrawDocument draw(@Parameter(description = "The round's id, a UUID.") @PathParam("round") String round) {
        return desk.draw(actor.get(), round);
    }

    @GET
    @Path("cases")
    @Gated(action = Action.REVIEW_DRAWN_CASE, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "listDrawnCases",
            summary = "The drawn cases, with your own answers",
            description = "Each reading is an entry. Nobody sees what another reviewer answered.")
    @APIResponse(responseCode = "200", description = "In the order of the draw.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "supervision_not_drawn")
    public List<ReviewView.CaseAnswer> cases(
            @Parameter(description = "The round's id, a UUID.") @PathParam("round") String round) {
        return table.cases(actor.get(), round).stream()
                .map(ReviewView.CaseAnswer::of)
                .toList();
    }

    @POST
    @Path("cases/{number}/review")
    @ResponseStatus(201)
    @Gated(action = Action.REVIEW_DRAWN_CASE, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "reviewDrawnCase",
            summary = "Hands in your answers to every rule for one case",
            description = "They are sealed. Two review each case; whoever handles it does not.")
    @APIResponse(
            responseCode = "201",
            description = "Your answers.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ReviewView.Given.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(
            responseCode = "409",
            description = "supervision_not_drawn, supervision_own_case, supervision_reviewed")
    @APIResponse(responseCode = "422", description = "supervision_input_invalid")
    public List<ReviewView.Given> review(
            @Parameter(description = "The round's id, a UUID.") @PathParam("round") String round,
            @Parameter(description = "The case's number in the order of the draw.") @PathParam("number") String number,
            @Nullable ReviewInput input) {
        List<ReviewTable.Sent> sent = input == null ? List.of() : input.sent();
        return ReviewView.given(table.review(actor.get(), round, number(number), sent));
    }

    /** A text that is no number counts as one that no case has. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    @POST
    @Path("plans")
    @ResponseStatus(201)
    @Gated(action = Action.PLAN_IMPROVEMENT, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "planImprovement",
            summary = "Files what is to be done about a rule; the next round tests it")
    @APIResponse(
            responseCode = "201",
            description = "The plan.",
            content = @Content(schema = @Schema(implementation = SupervisionView.Plan.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "supervision_not_drawn, supervision_plan_stands")
    @APIResponse(responseCode = "422", description = "supervision_input_invalid")
    public SupervisionView.Plan plan(
            @Parameter(description = "The round's id, a UUID.") @PathParam("round") String round,
            @Nullable PlanInput input) {
        PlanInput sent = Objects.requireNonNullElse(input, new PlanInput(null, null, null, null));
        return SupervisionView.Plan.of(improvements.plan(actor.get(), round, sent.draft()));
    }
}
