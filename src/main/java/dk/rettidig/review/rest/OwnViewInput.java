package dk.rettidig.review.rest;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An own view as sent; what is absent counts as empty. */
@Schema(
        name = "OwnViewRequest",
        requiredProperties = {"choice", "justification"})
public record OwnViewInput(
        @Schema(enumeration = {"no_concern", "in_doubt", "need_likely", "need_urgent"}) @Nullable
        String choice,

        @Schema(minLength = 20, maxLength = 4000) @Nullable String justification) {

    /** An empty body. */
    static final OwnViewInput NOTHING = new OwnViewInput(null, null);

    String choiceText() {
        return Objects.requireNonNullElse(choice, "");
    }

    String justificationText() {
        return Objects.requireNonNullElse(justification, "");
    }

    @Override
    public String toString() {
        return "OwnViewInput[hidden]";
    }
}
