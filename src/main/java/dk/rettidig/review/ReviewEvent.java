package dk.rettidig.review;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.text.Justification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the record keeps of reviews: who saw and did what to which flag, and commitments to what was written. */
public sealed interface ReviewEvent extends LedgerEvent {

    /** A caseworker was shown a flag's facts. */
    @Recorded(by = ActorKind.CASEWORKER, ground = "GDPR 15(1), 32(4)")
    record FlagOpened(MunicipalityCode municipality, FlagId flag) implements ReviewEvent {
        @Override
        public String type() {
            return "review.flag_opened";
        }

        @Override
        public EventFields fields() {
            return about(municipality, flag);
        }
    }

    /** Somebody asked for a flag that is not in the municipality. */
    @Recorded(by = ActorKind.CASEWORKER, result = Recorded.Result.FAILED, ground = "GDPR 32(1)(b)")
    record FlagNotFound(MunicipalityCode municipality, FlagId flag) implements ReviewEvent {
        @Override
        public String type() {
            return "review.flag_not_found";
        }

        @Override
        public EventFields fields() {
            return about(municipality, flag);
        }
    }

    /** A caseworker sealed an own view. */
    @Recorded(by = ActorKind.CASEWORKER, ground = "AI Act 14, 26(2)")
    record ViewSealed(MunicipalityCode municipality, SealedView sealed) implements ReviewEvent {
        @Override
        public String type() {
            return "review.view_sealed";
        }

        @Override
        public EventFields fields() {
            return about(municipality, sealed.flag())
                    .committed("choice", bytes(sealed.view().choice().id()))
                    .committed(
                            "justification", bytes(sealed.view().justification().text()))
                    .moment("sealed_at", sealed.at());
        }
    }

    /** A caseworker was shown a flag's strength, the own view being sealed. */
    @Recorded(by = ActorKind.CASEWORKER, ground = "AI Act 14, 26(2); GDPR 15(1)")
    record WeightsRead(MunicipalityCode municipality, FlagId flag) implements ReviewEvent {
        @Override
        public String type() {
            return "review.weights_read";
        }

        @Override
        public EventFields fields() {
            return about(municipality, flag);
        }
    }

    /** A caseworker asked for a flag's strength before sealing an own view, and was refused. */
    @Recorded(by = ActorKind.CASEWORKER, result = Recorded.Result.REFUSED, ground = "AI Act 14, 26(2)")
    record WeightsRefused(MunicipalityCode municipality, FlagId flag) implements ReviewEvent {
        @Override
        public String type() {
            return "review.weights_refused";
        }

        @Override
        public EventFields fields() {
            return about(municipality, flag).text("rule", ReviewErrorCode.VIEW_NOT_SEALED.code());
        }
    }

    /** A caseworker concluded. */
    @Recorded(by = ActorKind.CASEWORKER, ground = "GDPR 22; AI Act 14")
    record OutcomeRecorded(MunicipalityCode municipality, RecordedOutcome recorded) implements ReviewEvent {
        @Override
        public String type() {
            return "review.outcome_recorded";
        }

        @Override
        public EventFields fields() {
            Outcome outcome = recorded.outcome();
            EventFields fields = about(municipality, recorded.flag())
                    .text("outcome", outcome.kind().id())
                    .committed("justification", bytes(outcome.justification().text()))
                    .moment("recorded_at", recorded.at());
            return switch (outcome) {
                case Outcome.NoReason _ -> fields;
                case Outcome.PassedOn passed ->
                    fields.committed("open_case", bytes(passed.openCase().value()));
                case Outcome.ScreeningOpened screening ->
                    fields.text("aware_on", screening.awareOn().toString())
                            .text("assessment_due", screening.assessmentDue().toString());
                case Outcome.CounsellingOffered offered ->
                    fields.committed("how_told", bytes(offered.howTold().text()));
                case Outcome.ValueWrong wrong ->
                    fields.text("indicator", wrong.indicator().value());
            };
        }
    }

    /** Those who had read flags that ended have a notice: a source corrected values since. Who they are is in no entry. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(d), 16, 19; AI Act 14")
    record ReadersTold(MunicipalityCode municipality, List<FlagId> flags, int people) implements ReviewEvent {

        public ReadersTold {
            flags = List.copyOf(flags);
        }

        @Override
        public String type() {
            return "review.readers_told";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .number("notices", people)
                    .flags(flags.stream().map(FlagId::value).toList());
        }
    }

    /** Somebody took note of a correction after the end; the team leader for a person who cannot, and why. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "GDPR 5(1)(d), 5(2); AI Act 14")
    record CorrectionAcknowledged(
            MunicipalityCode municipality, FlagId flag, ActorName reader, Optional<Justification> why)
            implements ReviewEvent {
        @Override
        public String type() {
            return "review.correction_acknowledged";
        }

        @Override
        public EventFields fields() {
            EventFields fields = about(municipality, flag).committed("reader", bytes(reader.value()));
            return why.map(reason -> fields.committed("because", bytes(reason.text())))
                    .orElse(fields);
        }
    }

    /** What was written in reviews was erased, its time being over. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record TextsErased(MunicipalityCode municipality, ReviewTexts.Erased erased) implements ReviewEvent {
        @Override
        public String type() {
            return "review.texts_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .number("own_views", erased.views())
                    .number("outcomes", erased.outcomes())
                    .number("reidentifications", erased.requests());
        }
    }

    private static EventFields about(MunicipalityCode municipality, FlagId flag) {
        return EventFields.none().text("municipality", municipality.value()).flag(flag.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
