package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.review.OutcomeDraft;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An outcome as sent; what is absent counts as empty. */
public record OutcomeInput(
        @Nullable String kind,
        @Nullable String justification,
        @JsonProperty("open_case") @Nullable String openCase,
        @JsonProperty("aware_on") @Nullable String awareOn,
        @JsonProperty("how_told") @Nullable String howTold,
        @Nullable String indicator) {

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
