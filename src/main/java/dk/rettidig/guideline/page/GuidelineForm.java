package dk.rettidig.guideline.page;

import dk.rettidig.guideline.GuidelineDraft;
import dk.rettidig.guideline.GuidelineState;
import dk.rettidig.guideline.page.GuidelineLabels.Choice;
import dk.rettidig.law.GuidelinePoint;
import dk.rettidig.law.GuidelinePointRegister;
import dk.rettidig.law.GuidelineStage;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.Language;
import java.util.Arrays;
import java.util.List;

/**
 * What the form about a guideline offers, and what somebody wrote; a text that could hold a CPR number is not shown again.
 *
 * @param action where it is sent
 * @param version which version was read; 0 for a new guideline
 */
record GuidelineForm(
        String action,
        int version,
        String title,
        String owner,
        String edition,
        String kept,
        String inForceFrom,
        String reviewBy,
        String because,
        List<Stage> stages,
        List<Choice> states) {

    /** The points of a stage. */
    record Stage(String title, List<Choice> points) {}

    @Override
    public String toString() {
        return "GuidelineForm[hidden]";
    }

    /** Where the form leads, and to which version. */
    record Target(String action, int version) {}

    static GuidelineForm of(
            GuidelinePointRegister register,
            Target target,
            GuidelineDraft draft,
            List<FieldError> wrong,
            Language language) {
        return new GuidelineForm(
                target.action(),
                target.version(),
                again("title", draft.title(), wrong),
                again("owner", draft.owner(), wrong),
                again("edition", draft.edition(), wrong),
                again("kept", draft.kept(), wrong),
                again("in_force_from", draft.inForceFrom(), wrong),
                again("review_by", draft.reviewBy(), wrong),
                again("because", draft.because(), wrong),
                register.stages().stream()
                        .map(stage -> stage(register, stage, draft, language))
                        .toList(),
                Arrays.stream(GuidelineState.values())
                        .map(state -> new Choice(
                                state == GuidelineState.DRAFT ? "state" : "state-" + state.id(),
                                state.id(),
                                language.choose(state.danish(), state.english()),
                                state.id().equals(draft.state())))
                        .toList());
    }

    /** What was written, unless it could hold a CPR number. */
    static String again(String field, String written, List<FieldError> wrong) {
        boolean number = wrong.stream()
                .anyMatch(each -> each.field().equals(field) && each.code() == TextErrorCode.TEXT_HAS_CPR);
        return number ? "" : written;
    }

    private static Stage stage(
            GuidelinePointRegister register, GuidelineStage stage, GuidelineDraft draft, Language language) {
        GuidelinePoint first = register.points().getFirst();
        return new Stage(
                language.choose(stage.danish(), stage.english()),
                stage.points().stream()
                        .map(point -> new Choice(
                                point.equals(first) ? "points" : "points-" + point.id(),
                                point.id(),
                                GuidelineLabels.title(point, language),
                                draft.points().contains(point.id())))
                        .toList());
    }
}
