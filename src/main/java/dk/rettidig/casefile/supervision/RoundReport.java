package dk.rettidig.casefile.supervision;

import dk.rettidig.law.ReviewRule;
import dk.rettidig.statistics.Agreement;
import dk.rettidig.statistics.AgreementWords;
import dk.rettidig.web.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a round shows: for the committee, the citizens' adviser and the next round. No case and no person is in it.
 *
 * @param reviewed cases that two have reviewed
 * @param any cases with at least one fault, and the agreement over all answers
 * @param rules by the id of the rule, in the order of the form
 * @param before the same of the round before from the same kind of frame
 */
public record RoundReport(
        Round round,
        int reviewed,
        RuleResult any,
        Map<String, RuleResult> rules,
        List<Improvement> plans,
        Optional<RoundReport> before) {

    private static final List<Answer> ANSWERS = List.of(Answer.values());

    /** Counts the reviews of a drawn round. */
    static RoundReport of(
            Round round,
            List<ReviewRule> form,
            List<Review> reviews,
            List<Improvement> plans,
            Optional<RoundReport> before) {
        List<List<Review>> pairs = new ArrayList<>();
        for (int number = 1; number <= round.sample(); number++) {
            int of = number;
            List<Review> both =
                    reviews.stream().filter(review -> review.number() == of).toList();
            if (both.size() == ReviewTable.REVIEWERS) {
                pairs.add(both);
            }
        }
        Map<String, RuleResult> rules = new LinkedHashMap<>();
        form.forEach(rule -> rules.put(rule.id(), result(round, List.of(rule), pairs)));
        return new RoundReport(round, pairs.size(), result(round, form, pairs), rules, plans, before);
    }

    private static RuleResult result(Round round, List<ReviewRule> asked, List<List<Review>> pairs) {
        int faults = 0;
        int fine = 0;
        List<Agreement.Pair> answers = new ArrayList<>();
        for (List<Review> both : pairs) {
            boolean fault = false;
            boolean allFine = true;
            for (ReviewRule rule : asked) {
                Answer first = answer(both.getFirst(), rule);
                Answer second = answer(both.getLast(), rule);
                answers.add(new Agreement.Pair(ANSWERS.indexOf(first), ANSWERS.indexOf(second)));
                fault |= first == Answer.NO && second == Answer.NO;
                allFine &= first.fine() && second.fine();
            }
            faults += fault ? 1 : 0;
            fine += allFine ? 1 : 0;
        }
        return new RuleResult(
                round.cases(),
                round.sample(),
                faults,
                round.sample() - faults - fine,
                Agreement.of(answers, ANSWERS.size(), RuleResult.LEVEL));
    }

    /** A rule that came to the form after the review is not settled. */
    private static Answer answer(Review review, ReviewRule rule) {
        return Optional.ofNullable(review.answers().get(rule.id()))
                .map(Review.Answered::answer)
                .orElse(Answer.UNDECIDABLE);
    }

    /** How far the two agreed over all answers, in sentences. */
    public List<String> agreement(Language language) {
        return agreement(any.agreement(), language);
    }

    /** The same of an agreement over all answers of a round. */
    static List<String> agreement(Agreement all, Language language) {
        List<String> lines = new ArrayList<>(new AgreementWords(all, RuleResult.LEVEL, language).lines());
        if (all.pairs() > 0) {
            lines.add(language.choose(
                    "Svar om den samme sag hænger sammen, så usikkerheden er større, end intervallet siger.",
                    "Answers about one case hang together, so the uncertainty is greater than the interval says."));
        }
        return List.copyOf(lines);
    }

    /** Whether two have reviewed every drawn case. */
    public boolean isWhole() {
        return reviewed == round.sample();
    }

    /** The result of a rule in the round before. */
    public Optional<RuleResult> before(String rule) {
        return before.flatMap(report -> Optional.ofNullable(report.rules().get(rule)));
    }
}
