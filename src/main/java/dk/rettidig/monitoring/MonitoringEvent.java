package dk.rettidig.monitoring;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.scope.Band;
import dk.rettidig.text.Justification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What the record keeps of the monitoring of models: figures of whole runs, and who resumed or withdrew. */
public sealed interface MonitoringEvent extends LedgerEvent {

    /**
     * A limit was passed: the model raises no flags from here on.
     *
     * @param breaches all figures of the run that pause, the farthest first
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "AI Act 12, 26(5), 72")
    record Paused(Pause pause, List<Measurement.Held> breaches) implements MonitoringEvent {

        public Paused {
            breaches = List.copyOf(breaches);
        }

        @Override
        public String type() {
            return "monitoring.paused";
        }

        @Override
        public EventFields fields() {
            EventFields about = about(pause);
            return pause.run()
                    .map(run -> about.text("run", run.toString()))
                    .orElse(about)
                    .texts(
                            "breaches",
                            breaches.stream().map(MonitoringEvent::text).toList());
        }
    }

    /** A named person looked at the figures and let the model raise flags again. */
    @Recorded(
            by = {ActorKind.MODEL_OWNER, ActorKind.TEAM_LEADER},
            ground = "AI Act 14, 26(2), 26(5)")
    record Resumed(Pause pause, Justification because) implements MonitoringEvent {
        @Override
        public String type() {
            return "monitoring.resumed";
        }

        @Override
        public EventFields fields() {
            return about(pause).committed("because", bytes(because));
        }
    }

    /** A model is not used any more in the municipality. */
    @Recorded(by = ActorKind.MODEL_OWNER, ground = "AI Act 20, 26(5)")
    record ModelWithdrawn(Withdrawal withdrawal, Justification because) implements MonitoringEvent {
        @Override
        public String type() {
            return "monitoring.model_withdrawn";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", withdrawal.municipality().value())
                    .text("model", withdrawal.model().toString())
                    .text("withdrawal", withdrawal.id().toString())
                    .committed("because", bytes(because));
        }
    }

    /**
     * Concluded screenings were counted with what the model had said.
     *
     * @param counted how many, as a band
     * @param unplaced of them in no run that can be shown
     * @param changed counted before and corrected since
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "AI Act 12, 26(5), 72; GDPR 5(2)")
    record ConclusionsCounted(MunicipalityCode municipality, Band counted, Band unplaced, Band changed)
            implements MonitoringEvent {
        @Override
        public String type() {
            return "monitoring.conclusions_counted";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .text("counted_band", counted.label())
                    .text("unplaced_band", unplaced.label())
                    .text("changed_band", changed.label());
        }
    }

    /** Marks by which different reviewers were counted were erased. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record ReviewerMarksErased(MunicipalityCode municipality, int marks) implements MonitoringEvent {
        @Override
        public String type() {
            return "monitoring.reviewer_marks_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).number("marks", marks);
        }
    }

    private static EventFields about(Pause pause) {
        return EventFields.none()
                .text("municipality", pause.municipality().value())
                .text("model", pause.model().toString())
                .text("pause", pause.id().toString())
                .text("measure", pause.figure().measure())
                .text("figure", number(pause.figure().value()))
                .text("limit", number(pause.limit()));
    }

    private static String text(Measurement.Held held) {
        Figure figure = held.figure();
        return String.join(
                " ",
                List.of(
                        figure.measure(),
                        figure.source().isEmpty() ? "-" : figure.source(),
                        figure.indicator().isEmpty() ? "-" : figure.indicator(),
                        number(figure.value())));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static byte[] bytes(Justification text) {
        return text.text().getBytes(StandardCharsets.UTF_8);
    }
}
