package dk.rettidig.review.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.rettidig.review.reidentification.ReidentificationDraft;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for re-identification as sent; what is absent counts as empty. */
@Schema(
        name = "ReidentificationRequest",
        requiredProperties = {"case_reference", "purpose", "justification"})
public record ReidentificationInput(
        @Schema(description = "The number of the case or journal entry.", minLength = 3, maxLength = 40)
        @JsonProperty("case_reference")
        @Nullable
        String caseReference,

        @Schema(enumeration = "child_support") @Nullable String purpose,

        @Schema(minLength = 20, maxLength = 4000) @Nullable String justification) {

    /** An empty body. */
    static final ReidentificationInput NOTHING = new ReidentificationInput(null, null, null);

    ReidentificationDraft draft() {
        return new ReidentificationDraft(
                Objects.requireNonNullElse(caseReference, ""),
                Objects.requireNonNullElse(purpose, ""),
                Objects.requireNonNullElse(justification, ""));
    }

    @Override
    public String toString() {
        return "ReidentificationInput[hidden]";
    }
}
