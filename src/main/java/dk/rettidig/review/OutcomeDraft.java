package dk.rettidig.review;

import dk.rettidig.access.Actor;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.text.CprNumbers;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outcome as a person wrote it down, before it is known to be complete. Texts are as sent; a missing one is empty.
 *
 * @param kind the word of an {@link OutcomeKind}
 * @param awareOn ISO date; for {@code screening_opened}
 * @param openCase journal number; for {@code open_case}
 * @param howTold for {@code counselling_offered}
 * @param indicator id; for {@code value_wrong}
 */
public record OutcomeDraft(
        String kind, String justification, String openCase, String awareOn, String howTold, String indicator) {

    /** Youngest age at which the service ends: nobody became aware of a child longer ago than this. */
    private static final int YEARS_OF_CHILDHOOD = 18;

    /** What a draft turned out to be. */
    public sealed interface Reading {
        /** Complete. */
        record Complete(Outcome outcome) implements Reading {}

        /** Something is missing or cannot be used. */
        record Incomplete(List<FieldError> errors) implements Reading {}
    }

    /**
     * Reads the draft.
     *
     * @param today the day in Copenhagen
     * @param known the indicators of which the flag holds values
     */
    Reading read(Actor.Caseworker by, LocalDate today, Set<IndicatorId> known) {
        List<FieldError> errors = new ArrayList<>();
        Optional<OutcomeKind> chosen = OutcomeKind.parse(kind);
        if (chosen.isEmpty()) {
            errors.add(new FieldError("kind", ReviewErrorCode.CHOICE_MISSING));
        }
        chosen.flatMap(each -> problemWithParticulars(each, today, known)).ifPresent(errors::add);
        everyText(errors);
        if (chosen.isEmpty() || !errors.isEmpty()) {
            return new Reading.Incomplete(List.copyOf(errors));
        }
        return new Reading.Complete(complete(chosen.get(), by));
    }

    private Optional<FieldError> problemWithParticulars(OutcomeKind chosen, LocalDate today, Set<IndicatorId> known) {
        return switch (chosen) {
            case NO_REASON -> Optional.empty();
            case OPEN_CASE -> JournalNumber.problem(openCase.strip()).map(code -> new FieldError("open_case", code));
            case SCREENING_OPENED -> problemWithDate(today).map(code -> new FieldError("aware_on", code));
            case COUNSELLING_OFFERED -> Justification.problem(howTold).map(code -> new FieldError("how_told", code));
            case VALUE_WRONG ->
                known.stream().noneMatch(each -> each.value().equals(indicator))
                        ? Optional.of(new FieldError("indicator", ReviewErrorCode.INDICATOR_UNKNOWN))
                        : Optional.empty();
        };
    }

    private Optional<ReviewErrorCode> problemWithDate(LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(awareOn.strip());
            if (day.isAfter(today)) {
                return Optional.of(ReviewErrorCode.DATE_IN_FUTURE);
            }
            return day.isBefore(today.minusYears(YEARS_OF_CHILDHOOD))
                    ? Optional.of(ReviewErrorCode.DATE_TOO_OLD)
                    : Optional.empty();
        } catch (DateTimeException notADate) {
            return Optional.of(ReviewErrorCode.DATE_INVALID);
        }
    }

    /** Justification, and CPR numbers in whatever else was written, needed for the outcome or not. */
    private void everyText(List<FieldError> errors) {
        Justification.problem(justification).ifPresent(code -> errors.add(new FieldError("justification", code)));
        refuseNumbers("open_case", openCase, errors);
        refuseNumbers("how_told", howTold, errors);
    }

    private static void refuseNumbers(String field, String text, List<FieldError> errors) {
        boolean told = errors.stream().anyMatch(error -> error.field().equals(field));
        if (!told && CprNumbers.in(text)) {
            errors.add(new FieldError(field, TextErrorCode.TEXT_HAS_CPR));
        }
    }

    private Outcome complete(OutcomeKind chosen, Actor.Caseworker by) {
        Justification why = new Justification(justification);
        return switch (chosen) {
            case NO_REASON -> new Outcome.NoReason(by, why);
            case OPEN_CASE -> new Outcome.PassedOn(by, why, new JournalNumber(openCase.strip()));
            case SCREENING_OPENED -> new Outcome.ScreeningOpened(by, why, LocalDate.parse(awareOn.strip()));
            case COUNSELLING_OFFERED -> new Outcome.CounsellingOffered(by, why, new Justification(howTold));
            case VALUE_WRONG -> new Outcome.ValueWrong(by, why, new IndicatorId(indicator));
        };
    }

    @Override
    public String toString() {
        return "OutcomeDraft[hidden]";
    }
}
