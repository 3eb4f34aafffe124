package dk.rettidig.review;

import dk.rettidig.access.Actor;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import java.time.LocalDate;

/**
 * What a caseworker concluded, and why. Always a person's: nothing but this package makes one, and none can be made without
 * a caseworker and a justification. An outcome says nothing about whether it agrees with a model.
 */
public sealed interface Outcome {

    /** The person who concluded. */
    Actor.Caseworker by();

    /** Why. */
    Justification justification();

    /** What it is, without the particulars. */
    OutcomeKind kind();

    /** No reason to screen. */
    record NoReason(Actor.Caseworker by, Justification justification) implements Outcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.NO_REASON;
        }
    }

    /** The child has an open case already, to which it was passed on. */
    record PassedOn(Actor.Caseworker by, Justification justification, JournalNumber openCase) implements Outcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.OPEN_CASE;
        }
    }

    /**
     * Screening opened, barnets lov § 18.
     *
     * @param awareOn the day on which the municipality became aware that the child may need special support
     */
    record ScreeningOpened(Actor.Caseworker by, Justification justification, LocalDate awareOn) implements Outcome {

        /** Barnets lov § 20(3): the assessment is to be finished four months after the municipality became aware. */
        private static final int MONTHS_TO_ASSESS = 4;

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.SCREENING_OPENED;
        }

        /** The last day for finishing a children's assessment, if there is to be one (barnets lov § 20(3)). */
        public LocalDate assessmentDue() {
            return awareOn.plusMonths(MONTHS_TO_ASSESS);
        }
    }

    /**
     * Counselling offered, barnets lov §§ 28-31.
     *
     * @param howTold how the family was told how the municipality came to them
     */
    record CounsellingOffered(Actor.Caseworker by, Justification justification, Justification howTold)
            implements Outcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.COUNSELLING_OFFERED;
        }
    }

    /** A value is wrong; it goes back to its source. */
    record ValueWrong(Actor.Caseworker by, Justification justification, IndicatorId indicator) implements Outcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.VALUE_WRONG;
        }
    }
}
