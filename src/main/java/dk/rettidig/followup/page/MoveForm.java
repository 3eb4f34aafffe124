package dk.rettidig.followup.page;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.ClosingCode;
import dk.rettidig.followup.ClosingDraft;
import dk.rettidig.web.Language;
import java.util.List;

/** What the form asks of a child that moves, and what somebody wrote. */
record MoveForm(String on, List<FollowUpLabels.Choice> places, List<FollowUpLabels.Choice> materials) {

    /** The kind of material that the law always demands (BL § 132). */
    static final String SUMMARY = "summary";

    static MoveForm of(ClosingDraft draft, MunicipalityCode own, FollowUpLabels labels, Language language) {
        return new MoveForm(
                draft.movedOn(),
                labels.places(draft.movedTo(), own, language),
                labels.materials(draft.materials(), language));
    }

    /** The word of the code that asks for it. */
    public String code() {
        return ClosingCode.MOVED.id();
    }
}
