package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.review.Outcome;
import dk.rettidig.review.RecordedOutcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An outcome that stands. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeAnswer(
        String kind,
        @JsonProperty("recorded_at") String recordedAt,
        @JsonProperty("assessment_due") @Nullable LocalDate assessmentDue) {

    static OutcomeAnswer of(RecordedOutcome recorded) {
        Outcome outcome = recorded.outcome();
        return new OutcomeAnswer(
                outcome.kind().id(),
                recorded.at().toString(),
                outcome instanceof Outcome.ScreeningOpened screening ? screening.assessmentDue() : null);
    }
}
