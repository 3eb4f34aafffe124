package dk.rettidig.followup.rest;

import dk.rettidig.followup.ClosingDraft;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a person closes; what is absent counts as empty. */
@Schema(
        name = "FollowUpClosing",
        requiredProperties = {"code", "because"})
record FollowUpInput(
        @Schema(
                enumeration = {
                    "failure",
                    "resolved",
                    "private_help",
                    "unregistered_early_help",
                    "moved",
                    "being_handled"
                },
                description = "What is being handled comes back when its time is over.")
        @Nullable
        String code,

        @Schema(description = "20 to 4,000 characters; no names, no CPR number.") @Nullable
        String because) {

    static final FollowUpInput NOTHING = new FollowUpInput(null, null);

    ClosingDraft draft() {
        return new ClosingDraft(Objects.requireNonNullElse(code, ""), Objects.requireNonNullElse(because, ""));
    }

    @Override
    public String toString() {
        return "FollowUpInput[hidden]";
    }
}
