package dk.rettidig.handover.rest;

import dk.rettidig.handover.HandoverDraft;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A handover as somebody writes it; what is absent counts as empty. */
@Schema(
        name = "NewHandover",
        requiredProperties = {"child", "receiver", "age", "moved_on", "known_on", "grounds", "materials"})
record HandoverInput(
        @Schema(description = "The child's pseudonym in the own municipality, 43 characters.") @Nullable
        String child,

        @Schema(description = "The three-digit code of the municipality that the child moves to.") @Nullable
        String receiver,

        @Schema(enumeration = {"unborn", "0-2", "3-6", "7-12", "13-17", "unknown"}) @Nullable
        String age,

        @Schema(description = "The day of moving, at most half a year ahead.", format = "date") @Nullable
        String movedOn,

        @Schema(description = "The day on which the move was known here.", format = "date") @Nullable
        String knownOn,

        @Schema(description = "Ids of policies/handover.yaml, at least one.") @Nullable
        List<String> grounds,

        @Schema(description = "Kinds of material that were sent, ids of policies/handover.yaml; the summary always.")
        @Nullable
        List<String> materials,

        @Schema(description = "20 to 4,000 characters; no names, no CPR number. The receiver reads it.") @Nullable
        String remark) {

    static final HandoverInput NOTHING = new HandoverInput(null, null, null, null, null, null, null, null);

    HandoverDraft draft() {
        return new HandoverDraft(
                text(child),
                text(receiver),
                text(age),
                text(movedOn),
                text(knownOn),
                texts(grounds),
                texts(materials),
                text(remark));
    }

    static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    /** A missing list is an empty one; a missing element is none of any list. */
    static List<String> texts(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(each -> Objects.requireNonNullElse(each, ""))
                        .toList();
    }

    @Override
    public String toString() {
        return "HandoverInput[hidden]";
    }
}
