package dk.rettidig.monitoring.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.monitoring.MonitoringDesk;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** How models do in use: figures of runs, pauses, withdrawals. */
@Path("/api/v1/monitoring")
@Tag(
        name = "monitoring",
        description =
                "How models do in use: figures of whole runs, limits that pause a model by themselves, people who resume and withdraw (docs/monitoring.md). Nothing here is about a child.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class MonitoringResource {

    private final MonitoringDesk desk;
    private final CurrentActor actor;

    MonitoringResource(MonitoringDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /** Why a pause is lifted. */
    @Schema(
            name = "Resumption",
            requiredProperties = {"because"})
    record Resuming(
            @Schema(description = "20 to 4,000 characters; no names, no CPR number.") @Nullable
            String because) {

        private static final Resuming NOTHING = new Resuming(null);

        @Override
        public String toString() {
            return "Resuming[hidden]";
        }
    }

    /** Which model is withdrawn and why. */
    @Schema(
            name = "WithdrawalRequest",
            requiredProperties = {"model", "because"})
    record Withdrawing(
            @Schema(description = "Name and version, for instance scorecard/1.0.0.") @Nullable
            String model,

            @Schema(description = "20 to 4,000 characters; no names, no CPR number.") @Nullable
            String because) {

        private static final Withdrawing NOTHING = new Withdrawing(null, null);

        @Override
        public String toString() {
            return "Withdrawing[hidden]";
        }
    }

    @GET
    @Gated(action = Action.READ_MONITORING, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "readMonitoring", summary = "Pauses, withdrawals and the figures of the latest runs")
    @APIResponse(responseCode = "200", description = "Aggregates of whole runs.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "503", description = "monitoring_store_unavailable")
    public MonitoringView overview() {
        return MonitoringView.of(desk.overview(actor.get()));
    }

    @POST
    @Path("pauses/{pause}/resume")
    @Gated(action = Action.RESUME_FLAGGING, purpose = Purpose.ADMINISTRATION)
    @Operation(
            operationId = "resumeFlagging",
            summary = "Lets a paused model raise flags again",
            description =
                    "By a named person who has looked at the figures. What was beyond its limit does not pause the model again for 30 days unless it becomes a fifth worse.")
    @APIResponse(responseCode = "200", description = "The pause, lifted.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "monitoring_resumed_already")
    @APIResponse(responseCode = "422", description = "monitoring_input_invalid")
    public MonitoringView.PauseView resume(
            @Parameter(description = "The pause's id, a UUID.") @PathParam("pause") String pause,
            @Nullable Resuming input) {
        String because = Objects.requireNonNullElse(
                Objects.requireNonNullElse(input, Resuming.NOTHING).because(), "");
        return MonitoringView.PauseView.of(desk.resume(actor.get(), pause, because));
    }

    @POST
    @Path("withdrawals")
    @ResponseStatus(201)
    @Gated(action = Action.WITHDRAW_MODEL, purpose = Purpose.ADMINISTRATION)
    @Operation(
            operationId = "withdrawModel",
            summary = "Withdraws a model for good: no run starts with it, and one under way raises no flags")
    @APIResponse(
            responseCode = "201",
            description = "The withdrawal.",
            content = @Content(schema = @Schema(implementation = MonitoringView.WithdrawalView.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "monitoring_withdrawn_already")
    @APIResponse(responseCode = "422", description = "monitoring_input_invalid")
    public MonitoringView.WithdrawalView withdraw(@Nullable Withdrawing input) {
        Withdrawing given = Objects.requireNonNullElse(input, Withdrawing.NOTHING);
        return MonitoringView.WithdrawalView.of(desk.withdraw(
                actor.get(),
                Objects.requireNonNullElse(given.model(), ""),
                Objects.requireNonNullElse(given.because(), "")));
    }
}
