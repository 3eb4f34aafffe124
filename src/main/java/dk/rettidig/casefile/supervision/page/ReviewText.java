package dk.rettidig.casefile.supervision.page;

import dk.rettidig.casefile.supervision.Answer;
import dk.rettidig.casefile.supervision.Review;
import dk.rettidig.casefile.supervision.ReviewTable;
import dk.rettidig.law.ReviewRule;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The form of a drawn case in words: questions in their groups, with what the law demands. */
record ReviewText(
        String round,
        int number,
        String reference,
        String ticket,
        String key,
        boolean opens,
        boolean open,
        List<Section> sections) {

    /** Questions that belong together. */
    record Section(String title, List<Question> questions) {}

    /** One question with what was answered so far. */
    record Question(
            int number,
            String id,
            String text,
            String ref,
            String law,
            String answered,
            String remark,
            List<SupervisionLabels.Choice> choices) {

        /** The field's id on the page. */
        public String answerField() {
            return "answer-" + id;
        }

        /** The field's id on the page. */
        public String remarkField() {
            return "remark-" + id;
        }
    }

    /**
     * The form of a case.
     *
     * @param sent what was written before an error; empty otherwise
     */
    static ReviewText of(
            String round,
            ReviewTable.Listed listed,
            List<ReviewRule> rules,
            List<ReviewTable.Sent> sent,
            Language language) {
        Map<String, ReviewTable.Sent> written = listed.mine().isPresent()
                ? given(listed.mine().get())
                : sent.stream()
                        .collect(Collectors.toMap(ReviewTable.Sent::rule, Function.identity(), (one, two) -> one));
        Map<String, Section> sections = new LinkedHashMap<>();
        int number = 0;
        for (ReviewRule rule : rules) {
            ReviewTable.Sent said = Optional.ofNullable(written.get(rule.id()))
                    .orElseGet(() -> new ReviewTable.Sent(rule.id(), "", ""));
            number++;
            sections.computeIfAbsent(
                            rule.group().id(),
                            first -> new Section(
                                    language.choose(
                                            rule.group().danish(), rule.group().english()),
                                    new ArrayList<>()))
                    .questions()
                    .add(question(number, rule, said, language));
        }
        return new ReviewText(
                round,
                listed.drawn().number(),
                listed.drawn().of().reference().value(),
                listed.drawn().of().ticket().hex(),
                listed.drawn().of().key(),
                listed.drawn().of().opens(),
                listed.mine().isEmpty() && listed.missing() > 0 && !listed.own(),
                List.copyOf(sections.values()));
    }

    private static Map<String, ReviewTable.Sent> given(Review review) {
        return review.answers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new ReviewTable.Sent(
                                each.getKey(),
                                each.getValue().answer().id(),
                                each.getValue()
                                        .remark()
                                        .map(remark -> remark.text())
                                        .orElse(""))));
    }

    private static Question question(int number, ReviewRule rule, ReviewTable.Sent said, Language language) {
        return new Question(
                number,
                rule.id(),
                language.choose(rule.danish(), rule.english()),
                rule.ref(),
                language.choose(rule.law().danish(), rule.law().english()),
                Answer.parse(said.answer())
                        .map(answer -> SupervisionLabels.answer(answer, language))
                        .orElse(""),
                said.remark(),
                Arrays.stream(Answer.values())
                        .map(answer -> new SupervisionLabels.Choice(
                                answer.id(),
                                SupervisionLabels.answer(answer, language),
                                answer.id().equals(said.answer())))
                        .toList());
    }

    /** What is wrong, each with the number of its question. */
    FormErrors errors(List<FieldError> wrong, Language language) {
        return new FormErrors(wrong.stream().map(error -> line(error, language)).toList());
    }

    private FormErrors.Line line(FieldError error, Language language) {
        String rule = error.field().substring(error.field().indexOf('.') + 1);
        String number = sections.stream()
                .flatMap(section -> section.questions().stream())
                .filter(question -> question.id().equals(rule))
                .map(question -> question.number() + ". ")
                .findFirst()
                .orElse("");
        return error.code() instanceof TextErrorCode
                ? new FormErrors.Line(
                        "remark-" + rule,
                        number
                                + language.choose(
                                        error.code().danish(), error.code().english()))
                : new FormErrors.Line("answer-" + rule, number + language.choose("Vælg et svar.", "Choose an answer."));
    }

    /** What was written, without remarks that could hold a CPR number: those are not shown again. */
    static List<ReviewTable.Sent> again(List<ReviewTable.Sent> sent, List<FieldError> wrong) {
        return sent.stream()
                .map(one -> wrong.stream()
                                .anyMatch(error -> error.code() == TextErrorCode.TEXT_HAS_CPR
                                        && error.field().equals("answers." + one.rule()))
                        ? new ReviewTable.Sent(one.rule(), one.answer(), "")
                        : one)
                .toList();
    }
}
