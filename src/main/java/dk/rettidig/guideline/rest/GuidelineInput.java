package dk.rettidig.guideline.rest;

import dk.rettidig.guideline.GuidelineDraft;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A guideline as sent; what is absent counts as empty. */
@Schema(
        name = "GuidelineRequest",
        requiredProperties = {"title", "points", "edition", "kept", "state", "because"})
record GuidelineInput(
        @Schema(description = "One line, 5 to 200 characters; no other guideline has it.") @Nullable
        String title,

        @Schema(description = "Ids of the attention points that it covers, at least one.") @Nullable
        List<@Nullable String> points,

        @Schema(description = "A function in the municipality, never a person. Left out, that shows as missing.")
        @Nullable
        String owner,

        @Schema(description = "What the guideline itself calls its version.") @Nullable
        String edition,

        @Schema(description = "Where it is kept: an address or a reference, never the text itself.") @Nullable
        String kept,

        @Schema(format = "date", description = "Must be there when it is in force.") @Nullable
        String inForceFrom,

        @Schema(format = "date", description = "Not before in_force_from. Left out, that shows as missing.") @Nullable
        String reviewBy,

        @Schema(enumeration = {"draft", "in_force", "retired"}) @Nullable
        String state,

        @Schema(description = "Why it is registered or changed: 20 to 4,000 characters; no names, no CPR number.")
        @Nullable
        String because) {

    static final GuidelineInput NOTHING = new GuidelineInput(null, null, null, null, null, null, null, null, null);

    GuidelineDraft draft() {
        List<@Nullable String> sent = Objects.requireNonNullElse(points, List.of());
        return new GuidelineDraft(
                text(title),
                sent.stream().map(GuidelineInput::text).toList(),
                text(owner),
                text(edition),
                text(kept),
                text(inForceFrom),
                text(reviewBy),
                text(state),
                text(because));
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }

    @Override
    public String toString() {
        return "GuidelineInput[hidden]";
    }
}
