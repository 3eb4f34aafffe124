package dk.rettidig.handover.rest;

import dk.rettidig.handover.ActDraft;
import dk.rettidig.handover.ActKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the sender ends it; what is absent counts as empty. */
@Schema(
        name = "HandoverClosing",
        requiredProperties = {"code", "because"})
record HandoverClosingInput(
        @Schema(
                enumeration = {"settled", "withdrawn"},
                description = "Settled after an answer, withdrawn before one.")
        @Nullable
        String code,

        @Schema(description = "20 to 4,000 characters; no names, no CPR number. The receiver reads it.") @Nullable
        String because) {

    static final HandoverClosingInput NOTHING = new HandoverClosingInput(null, null);

    ActDraft draft() {
        return new ActDraft(ActKind.CLOSED, HandoverInput.text(code), HandoverInput.text(because), List.of());
    }

    @Override
    public String toString() {
        return "HandoverClosingInput[hidden]";
    }
}
