package dk.rettidig.monitoring.rest;

import dk.rettidig.access.ActorKind;
import dk.rettidig.flag.RunId;
import dk.rettidig.monitoring.Figure;
import dk.rettidig.monitoring.Measurement;
import dk.rettidig.monitoring.MonitoringDesk;
import dk.rettidig.monitoring.Pause;
import dk.rettidig.monitoring.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a municipality's models do, as JSON. */
@Schema(name = "Monitoring")
record MonitoringView(
        @Schema(description = "Those that stand come first.")
        List<PauseView> pauses,

        List<WithdrawalView> withdrawals,

        @Schema(description = "The latest runs, newest first.")
        List<RunFigures> runs,

        @Schema(description = "What was counted of concluded screenings in this quarter and the three before it.")
        ConcludedView concluded) {

    static MonitoringView of(MonitoringDesk.Overview overview) {
        return new MonitoringView(
                overview.pauses().stream().map(PauseView::of).toList(),
                overview.withdrawals().stream().map(WithdrawalView::of).toList(),
                overview.measurements().stream().map(RunFigures::of).toList(),
                ConcludedView.of(overview.concluded()));
    }

    /** Why a model raises, or raised, no flags. */
    @Schema(name = "Pause")
    record PauseView(
            UUID id,
            String model,

            @Schema(description = "The run that was measured; left out when concluded screenings were.")
            Optional<UUID> run,

            @Schema(description = "Id of the limit, of monitoring-limits.yaml.")
            String measure,

            @Schema(description = "Kind of registry; empty when it is about the whole run.")
            String source,

            @Schema(description = "Empty when it is about a whole source or the whole run.")
            String indicator,

            double figure,
            double limit,
            Instant pausedAt,
            Optional<Instant> resumedAt,

            @Schema(description = "The task of whoever resumed; who it was stands in the ledger.")
            Optional<String> resumedBy) {

        static PauseView of(Pause pause) {
            Figure figure = pause.figure();
            return new PauseView(
                    pause.id(),
                    pause.model().toString(),
                    pause.run().map(RunId::value),
                    figure.measure(),
                    figure.source(),
                    figure.indicator(),
                    figure.value(),
                    pause.limit(),
                    pause.pausedAt(),
                    pause.resumed().map(Pause.Resumption::at),
                    pause.resumed().map(Pause.Resumption::by).map(ActorKind::id));
        }
    }

    /** A model that is not used any more. */
    @Schema(name = "Withdrawal")
    record WithdrawalView(UUID id, String model, Instant withdrawnAt) {
        static WithdrawalView of(Withdrawal withdrawal) {
            return new WithdrawalView(withdrawal.id(), withdrawal.model().toString(), withdrawal.at());
        }
    }

    /** What was measured of a run. */
    @Schema(name = "RunFigures")
    record RunFigures(
            UUID run,
            String model,
            Instant measuredAt,

            @Schema(
                    enumeration = {"judged", "too_few", "other_scope"},
                    description =
                            "too_few: too few children to say anything; other_scope: over other children than the model was made for.")
            String judgement,

            List<FigureView> figures) {

        static RunFigures of(Measurement measurement) {
            return new RunFigures(
                    measurement.run().value(),
                    measurement.model().toString(),
                    measurement.at(),
                    measurement.judgement().id(),
                    measurement.figures().stream().map(FigureView::of).toList());
        }
    }

    /** One figure against its limit. */
    @Schema(name = "Figure")
    record FigureView(
            String measure,
            String source,
            String indicator,
            double value,
            double limit,
            boolean breached,

            @Schema(description = "Beyond its limit, and a named person resumed in spite of it not long ago.")
            boolean accepted) {

        static FigureView of(Measurement.Held held) {
            Figure figure = held.figure();
            return new FigureView(
                    figure.measure(),
                    figure.source(),
                    figure.indicator(),
                    figure.value(),
                    held.limit(),
                    held.breached(),
                    held.accepted());
        }
    }
}
