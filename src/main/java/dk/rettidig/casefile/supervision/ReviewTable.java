package dk.rettidig.casefile.supervision;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.casefile.supervision.SupervisionEvent.CasesRead;
import dk.rettidig.law.ReviewRule;
import dk.rettidig.law.ReviewRuleRegister;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where drawn cases are reviewed by two who do not see each other's answers, and plans are made. The routes ask the gate. */
@ApplicationScoped
public class ReviewTable {

    /** Reviews that a case gets. */
    static final int REVIEWERS = 2;

    private final OwnFrames own;
    private final Rounds rounds;
    private final Reviews reviews;
    private final ReviewRuleRegister rules;
    private final Ledger ledger;
    private final Clock clock;

    ReviewTable(OwnFrames own, Rounds rounds, Reviews reviews, ReviewRuleRegister rules, Ledger ledger, Clock clock) {
        this.own = own;
        this.rounds = rounds;
        this.reviews = reviews;
        this.rules = rules;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A drawn case as one reviewer sees it.
     *
     * @param mine the reviewer's own answers
     * @param missing reviews that are still to be made by anybody
     * @param own whether the reviewer handles the case, and so may not review it
     */
    public record Listed(Rounds.DrawnCase drawn, Optional<Review> mine, int missing, boolean own) {}

    /** One answer as it was sent. */
    public record Sent(String rule, String answer, String remark) {
        @Override
        public String toString() {
            return "Sent[hidden]";
        }
    }

    /**
     * The drawn cases; that they were read is on record before they are given.
     *
     * @throws SupervisionFault {@code not_found}, {@code supervision_not_drawn}
     */
    public List<Listed> cases(Actor actor, String id) {
        demand(actor, id);
        return QuarkusTransaction.requiringNew().call(() -> {
            Round round = drawn(actor, id);
            List<Rounds.DrawnCase> cases = rounds.drawnCases(round);
            record(actor, round, cases);
            List<Review> all = reviews.all(round);
            return cases.stream().map(drawn -> listed(actor, drawn, all)).toList();
        });
    }

    /**
     * One drawn case, for its form; that it was read is on record before it is given.
     *
     * @throws SupervisionFault {@code not_found}, {@code supervision_not_drawn}
     */
    public Listed one(Actor actor, String id, int number) {
        demand(actor, id);
        return QuarkusTransaction.requiringNew().call(() -> {
            Round round = drawn(actor, id);
            Rounds.DrawnCase of = rounds.lockCase(round, number).orElseThrow(SupervisionFault::notFound);
            record(actor, round, List.of(of));
            return listed(actor, of, reviews.of(round, number));
        });
    }

    private void record(Actor actor, Round round, List<Rounds.DrawnCase> cases) {
        for (int from = 0; from < cases.size(); from += CasesRead.MOST_CHILDREN) {
            List<Rounds.DrawnCase> some = cases.subList(from, Math.min(cases.size(), from + CasesRead.MOST_CHILDREN));
            List<Pseudonym> children = some.stream()
                    .flatMap(drawn -> drawn.of().reference().child().stream())
                    .toList();
            ledger.append(actor, new CasesRead(round.id(), round.municipality(), some.size(), children));
        }
    }

    /** Cases of a frame that the service made are named by pseudonyms: the gate is asked on the basis of the children's data. */
    private void demand(Actor actor, String id) {
        Round round = QuarkusTransaction.requiringNew().call(() -> drawn(actor, id));
        if (round.source() == FrameSource.SERVICE) {
            own.demand(actor, round.drawnFrom(), Action.OPEN_DRAWN_CASES);
        }
    }

    private static Listed listed(Actor actor, Rounds.DrawnCase drawn, List<Review> all) {
        List<Review> of =
                all.stream().filter(review -> review.number() == drawn.number()).toList();
        ActorName me = name(actor);
        return new Listed(
                drawn,
                of.stream().filter(review -> review.reviewer().equals(me)).findFirst(),
                REVIEWERS - of.size(),
                handles(me, drawn.of()));
    }

    private static boolean handles(ActorName who, FrameCase of) {
        return of.handler().equalsIgnoreCase(who.value());
    }

    /**
     * Hands in the answers to all rules for one case. They are sealed: nobody changes them.
     *
     * @throws SupervisionFault {@code not_found}, {@code supervision_not_drawn}, {@code supervision_own_case},
     *     {@code supervision_reviewed}, {@code supervision_input_invalid}
     */
    public Review review(Actor actor, String id, int number, List<Sent> sent) {
        Map<String, Review.Answered> answers = answers(sent);
        Review review = new Review(number, name(actor), clock.instant().truncatedTo(ChronoUnit.MICROS), answers);
        Refusable outcome = QuarkusTransaction.requiringNew().call(() -> {
            Round round = drawn(actor, id);
            Rounds.DrawnCase of = rounds.lockCase(round, number).orElseThrow(SupervisionFault::notFound);
            Optional<SupervisionErrorCode> against = against(review, of, reviews.of(round, number));
            if (against.isEmpty()) {
                reviews.add(round, review);
                ledger.append(
                        actor,
                        new SupervisionEvent.CaseReviewed(
                                round.id(),
                                round.municipality(),
                                number,
                                of.of().reference().child(),
                                text(answers)));
            }
            return new Refusable(round, against);
        });
        outcome.against().ifPresent(code -> {
            Round round = outcome.round();
            ledger.appendCommitted(
                    actor, new SupervisionEvent.ReviewRefused(round.id(), round.municipality(), number, code.code()));
            throw new SupervisionFault(code);
        });
        return review;
    }

    private record Refusable(Round round, Optional<SupervisionErrorCode> against) {}

    private static Optional<SupervisionErrorCode> against(Review review, Rounds.DrawnCase of, List<Review> before) {
        if (handles(review.reviewer(), of.of())) {
            return Optional.of(SupervisionErrorCode.OWN_CASE);
        }
        boolean again = before.stream().anyMatch(one -> one.reviewer().equals(review.reviewer()));
        return again || before.size() >= REVIEWERS ? Optional.of(SupervisionErrorCode.REVIEWED) : Optional.empty();
    }

    /** The answers in one text, by rule: what the commitment is made over. */
    private static String text(Map<String, Review.Answered> answers) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(answers)
                .forEach((rule, answered) -> text.append(rule)
                        .append('=')
                        .append(answered.answer().id())
                        .append(answered.remark()
                                .map(remark -> " " + remark.text())
                                .orElse(""))
                        .append('\n'));
        return text.toString();
    }

    private Map<String, Review.Answered> answers(List<Sent> sent) {
        List<FieldError> problems = new ArrayList<>();
        Map<String, Review.Answered> answers = new HashMap<>();
        for (Sent one : sent) {
            Optional<Answer> answer = Answer.parse(one.answer());
            if (rules.rule(one.rule()).isEmpty()) {
                problems.add(new FieldError("answers", SupervisionErrorCode.RULE_UNKNOWN));
            } else if (answer.isEmpty() || answers.containsKey(one.rule())) {
                problems.add(new FieldError("answers." + one.rule(), SupervisionErrorCode.ANSWER_MISSING));
            } else {
                answers.put(one.rule(), new Review.Answered(answer.get(), remark(one, problems)));
            }
        }
        for (ReviewRule rule : rules.rules()) {
            if (!answers.containsKey(rule.id())
                    && problems.stream().noneMatch(p -> p.field().equals("answers." + rule.id()))) {
                problems.add(new FieldError("answers." + rule.id(), SupervisionErrorCode.ANSWER_MISSING));
            }
        }
        if (!problems.isEmpty()) {
            throw SupervisionFault.invalid(problems);
        }
        return answers;
    }

    private static Optional<Justification> remark(Sent sent, List<FieldError> problems) {
        if (sent.remark().isBlank()) {
            return Optional.empty();
        }
        Justification.problem(sent.remark())
                .ifPresent(code -> problems.add(new FieldError("answers." + sent.rule(), code)));
        return Justification.problem(sent.remark()).isPresent()
                ? Optional.empty()
                : Optional.of(new Justification(sent.remark()));
    }

    private Round drawn(Actor actor, String id) {
        return SupervisionDesk.drawn(rounds, actor, id);
    }

    private static ActorName name(Actor actor) {
        return actor.name().orElseThrow(SupervisionFault::notFound);
    }
}
