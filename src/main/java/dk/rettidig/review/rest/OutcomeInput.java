package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.review.OutcomeDraft;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An outcome as sent; what is absent counts as empty. */
@Schema(
        name = "OutcomeRequest",
        requiredProperties = {"kind", "justification"})
public record OutcomeInput(
        @Schema(enumeration = {"no_reason", "open_case", "screening_opened", "counselling_offered", "value_wrong"})
        @Nullable
        String kind,

        @Schema(minLength = 20, maxLength = 4000) @Nullable String justification,

        @Schema(description = "The journal number of the open case; with open_case.")
        @JsonProperty("open_case")
        @Nullable
        String openCase,

        @Schema(format = "date", description = "When the municipality became aware; with screening_opened.")
        @JsonProperty("aware_on")
        @Nullable
        String awareOn,

        @Schema(description = "How the family is told how we came to them; with counselling_offered.")
        @JsonProperty("how_told")
        @Nullable
        String howTold,

        @Schema(description = "Which of the flag's facts is wrong; with value_wrong.") @Nullable
        String indicator) {

    /** An empty body. */
    static final OutcomeInput NOTHING = new OutcomeInput(null, null, null, null, null, null);

    OutcomeDraft draft() {
        return new OutcomeDraft(
                given(kind), given(justification), given(openCase), given(awareOn), given(howTold), given(indicator));
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    @Override
    public String toString() {
        return "OutcomeInput[hidden]";
    }
}
