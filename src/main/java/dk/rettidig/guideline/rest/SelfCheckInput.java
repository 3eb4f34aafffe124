package dk.rettidig.guideline.rest;

import dk.rettidig.guideline.SelfCheckDraft;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer to an attention point as sent; what is absent counts as empty. */
@Schema(
        name = "SelfCheckRequest",
        requiredProperties = {"answer"})
record SelfCheckInput(
        @Schema(enumeration = {"yes", "partly", "no", "not_relevant"}) @Nullable
        String answer,

        @Schema(
                description =
                        "At least 20 characters unless the answer is yes, at most 4,000; no names, no CPR number.")
        @Nullable
        String remark,

        @Schema(
                format = "uuid",
                description =
                        "The guideline that the answer refers to: it covers the point and is not retired. A yes names"
                                + " one.")
        @Nullable
        String guideline,

        @Schema(
                format = "date",
                description = "When what is lacking is to be better: with partly and no, today or later.")
        @Nullable
        String improveBy) {

    static final SelfCheckInput NOTHING = new SelfCheckInput(null, null, null, null);

    SelfCheckDraft draft() {
        return new SelfCheckDraft(
                Objects.requireNonNullElse(answer, ""),
                Objects.requireNonNullElse(remark, ""),
                Objects.requireNonNullElse(guideline, ""),
                Objects.requireNonNullElse(improveBy, ""));
    }

    @Override
    public String toString() {
        return "SelfCheckInput[hidden]";
    }
}
