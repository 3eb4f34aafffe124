package dk.rettidig.followup.rest;

import dk.rettidig.followup.ClosingDraft;
import java.util.List;
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
        String because,

        @Schema(description = "With moved: the three-digit code of the municipality, or abroad.") @Nullable
        String movedTo,

        @Schema(description = "With moved: the first day of living there, at most half a year ahead.", format = "date")
        @Nullable
        String movedOn,

        @Schema(
                description =
                        "With moved to a municipality that uses this service: kinds of material that were sent, ids of "
                                + "policies/handover.yaml; the summary always.")
        @Nullable
        List<String> materials) {

    static final FollowUpInput NOTHING = new FollowUpInput(null, null, null, null, null);

    ClosingDraft draft() {
        return new ClosingDraft(text(code), text(because), text(movedTo), text(movedOn), texts(materials));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    /** A missing list is an empty one; a missing element is none of any list. */
    private static List<String> texts(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream().map(FollowUpInput::text).toList();
    }

    @Override
    public String toString() {
        return "FollowUpInput[hidden]";
    }
}
