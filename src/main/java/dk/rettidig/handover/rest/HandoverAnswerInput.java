package dk.rettidig.handover.rest;

import dk.rettidig.handover.ActDraft;
import dk.rettidig.handover.ActKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The receiver's answer; what is absent counts as empty. */
@Schema(
        name = "HandoverAnswer",
        requiredProperties = {"code", "because"})
record HandoverAnswerInput(
        @Schema(enumeration = {"taken_over", "no_need", "not_resident", "asks_for_more"}) @Nullable
        String code,

        @Schema(description = "20 to 4,000 characters; no names, no CPR number. The sender reads it.") @Nullable
        String because,

        @Schema(description = "With asks_for_more: which kinds of material, ids of policies/handover.yaml.") @Nullable
        List<String> materials) {

    static final HandoverAnswerInput NOTHING = new HandoverAnswerInput(null, null, null);

    ActDraft draft() {
        return new ActDraft(
                ActKind.ANSWERED,
                HandoverInput.text(code),
                HandoverInput.text(because),
                HandoverInput.texts(materials));
    }

    @Override
    public String toString() {
        return "HandoverAnswerInput[hidden]";
    }
}
