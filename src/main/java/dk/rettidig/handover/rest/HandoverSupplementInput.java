package dk.rettidig.handover.rest;

import dk.rettidig.handover.ActDraft;
import dk.rettidig.handover.ActKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the sender sent because it was asked for; what is absent counts as empty. */
@Schema(name = "HandoverSupplement", requiredProperties = "materials")
record HandoverSupplementInput(
        @Schema(description = "Kinds of material that were sent, ids of policies/handover.yaml; at least one.")
        @Nullable
        List<String> materials,

        @Schema(description = "20 to 4,000 characters; no names, no CPR number. The receiver reads it.") @Nullable
        String because) {

    static final HandoverSupplementInput NOTHING = new HandoverSupplementInput(null, null);

    ActDraft draft() {
        return new ActDraft(ActKind.SUPPLEMENTED, "", HandoverInput.text(because), HandoverInput.texts(materials));
    }

    @Override
    public String toString() {
        return "HandoverSupplementInput[hidden]";
    }
}
