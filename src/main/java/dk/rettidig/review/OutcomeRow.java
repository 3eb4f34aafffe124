package dk.rettidig.review;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import java.time.LocalDate;
import java.util.Optional;

/** An outcome in the columns in which it is kept; only what its kind has is present. For the store. */
public record OutcomeRow(
        String kind,
        String justification,
        Optional<String> openCase,
        Optional<LocalDate> awareOn,
        Optional<String> howTold,
        Optional<String> indicator) {

    /** The columns of an outcome. */
    public static OutcomeRow of(Outcome outcome) {
        OutcomeRow plain = new OutcomeRow(
                outcome.kind().id(),
                outcome.justification().text(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return switch (outcome) {
            case Outcome.NoReason _ -> plain;
            case Outcome.PassedOn passed -> plain.withOpenCase(passed.openCase().value());
            case Outcome.ScreeningOpened screening -> plain.withAwareOn(screening.awareOn());
            case Outcome.CounsellingOffered offered ->
                plain.withHowTold(offered.howTold().text());
            case Outcome.ValueWrong wrong ->
                plain.withIndicator(wrong.indicator().value());
        };
    }

    /** The outcome in the columns, concluded by the caseworker of this name. */
    public Outcome outcome(MunicipalityCode municipality, String reviewer) {
        Actor.Caseworker by = new Actor.Caseworker(new ActorName(reviewer), municipality);
        Justification why = new Justification(justification);
        return switch (OutcomeKind.parse(kind).orElseThrow()) {
            case NO_REASON -> new Outcome.NoReason(by, why);
            case OPEN_CASE -> new Outcome.PassedOn(by, why, new JournalNumber(openCase.orElseThrow()));
            case SCREENING_OPENED -> new Outcome.ScreeningOpened(by, why, awareOn.orElseThrow());
            case COUNSELLING_OFFERED ->
                new Outcome.CounsellingOffered(by, why, new Justification(howTold.orElseThrow()));
            case VALUE_WRONG -> new Outcome.ValueWrong(by, why, new IndicatorId(indicator.orElseThrow()));
        };
    }

    private OutcomeRow withOpenCase(String value) {
        return new OutcomeRow(kind, justification, Optional.of(value), awareOn, howTold, indicator);
    }

    private OutcomeRow withAwareOn(LocalDate value) {
        return new OutcomeRow(kind, justification, openCase, Optional.of(value), howTold, indicator);
    }

    private OutcomeRow withHowTold(String value) {
        return new OutcomeRow(kind, justification, openCase, awareOn, Optional.of(value), indicator);
    }

    private OutcomeRow withIndicator(String value) {
        return new OutcomeRow(kind, justification, openCase, awareOn, howTold, Optional.of(value));
    }

    @Override
    public String toString() {
        return "OutcomeRow[hidden]";
    }
}
