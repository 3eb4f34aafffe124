package dk.rettidig.guideline.page;

import dk.rettidig.guideline.Answer;
import dk.rettidig.guideline.Guideline;
import dk.rettidig.guideline.GuidelineId;
import dk.rettidig.guideline.SelfCheck;
import dk.rettidig.guideline.SelfCheckDesk;
import dk.rettidig.guideline.SelfCheckDraft;
import dk.rettidig.guideline.page.GuidelineLabels.Choice;
import dk.rettidig.law.GuidelinePoint;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An attention point with its answers and its form in words. */
record PointView(
        String id,
        String title,
        String asks,
        String source,
        List<Covering> covering,
        List<Given> answers,
        Form form,
        boolean mayEdit) {

    /** A guideline that covers the point. */
    record Covering(String id, String title, String state) {}

    /** An answer; blank is what there is none of. */
    record Given(String answer, String remark, String guideline, String improve, String at) {}

    /** What the form offers, and what somebody wrote. */
    record Form(int version, String remark, String improveBy, List<Choice> answers, List<Choice> guidelines) {

        @Override
        public String toString() {
            return "Form[hidden]";
        }
    }

    static PointView of(
            SelfCheckDesk.View view, SelfCheckDraft draft, List<FieldError> wrong, boolean mayEdit, Language language) {
        GuidelinePoint point = view.point();
        return new PointView(
                point.id(),
                GuidelineLabels.title(point, language),
                language.choose(point.asksDanish(), point.asksEnglish()),
                GuidelineLabels.source(point, language),
                view.covering().stream()
                        .map(each -> new Covering(
                                each.id().toString(),
                                each.title(),
                                language.choose(
                                        each.state().danish(), each.state().english())))
                        .toList(),
                answers(view, language),
                form(view, draft, wrong, language),
                mayEdit);
    }

    private static List<Given> answers(SelfCheckDesk.View view, Language language) {
        Map<GuidelineId, String> titles =
                view.guidelines().stream().collect(Collectors.toMap(Guideline::id, Guideline::title));
        return view.answers().stream()
                .map(check -> given(check, titles, language))
                .toList();
    }

    private static Given given(SelfCheck check, Map<GuidelineId, String> titles, Language language) {
        return new Given(
                language.choose(check.answer().danish(), check.answer().english()),
                check.remark(),
                check.guideline().map(id -> titles.getOrDefault(id, "")).orElse(""),
                GuidelineLabels.day(check.improveBy(), language),
                Words.time(check.checkedAt(), language));
    }

    private static Form form(SelfCheckDesk.View view, SelfCheckDraft draft, List<FieldError> wrong, Language language) {
        return new Form(
                view.version(),
                GuidelineForm.again("remark", draft.remark(), wrong),
                GuidelineForm.again("improve_by", draft.improveBy(), wrong),
                Arrays.stream(Answer.values())
                        .map(answer -> new Choice(
                                answer == Answer.YES ? "answer" : "answer-" + answer.id(),
                                answer.id(),
                                language.choose(answer.danish(), answer.english()),
                                answer.id().equals(draft.answer())))
                        .toList(),
                view.covering().stream()
                        .map(each -> new Choice(
                                "guideline",
                                each.id().toString(),
                                each.title(),
                                each.id().toString().equals(draft.guideline())))
                        .toList());
    }
}
