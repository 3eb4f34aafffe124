package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.review.Outcome;
import dk.rettidig.review.RecordedOutcome;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An outcome that stands. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Outcome")
public record OutcomeAnswer(
        @Schema(enumeration = {"no_reason", "open_case", "screening_opened", "counselling_offered", "value_wrong"})
        String kind,

        @Schema(format = "date-time") @JsonProperty("recorded_at")
        String recordedAt,

        @Schema(description = "When the assessment is due (barnets lov section 20(3)); with screening_opened.")
        @JsonProperty("assessment_due")
        @Nullable
        LocalDate assessmentDue) {

    static OutcomeAnswer of(RecordedOutcome recorded) {
        Outcome outcome = recorded.outcome();
        return new OutcomeAnswer(
                outcome.kind().id(),
                recorded.at().toString(),
                outcome instanceof Outcome.ScreeningOpened screening ? screening.assessmentDue() : null);
    }
}
