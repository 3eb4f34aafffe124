package dk.rettidig.review.rest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An own view as sent; what is absent counts as empty. */
public record OwnViewInput(
        @Nullable String choice, @Nullable String justification) {

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
