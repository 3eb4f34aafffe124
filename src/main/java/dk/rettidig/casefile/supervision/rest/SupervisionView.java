package dk.rettidig.casefile.supervision.rest;

import dk.rettidig.casefile.supervision.Improvement;
import dk.rettidig.casefile.supervision.Round;
import dk.rettidig.casefile.supervision.RoundReport;
import dk.rettidig.casefile.supervision.RuleResult;
import dk.rettidig.law.ReviewRule;
import dk.rettidig.law.ReviewRuleRegister;
import dk.rettidig.statistics.Agreement;
import dk.rettidig.statistics.AgreementWords;
import dk.rettidig.statistics.PlanWords;
import dk.rettidig.statistics.SamplePlan;
import dk.rettidig.statistics.Shares;
import dk.rettidig.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the routes of legal supervision answer. */
final class SupervisionView {

    private SupervisionView() {}

    /** A question of the form. */
    @Schema(name = "ReviewRule")
    record Rule(
            String id,
            int version,
            String group,
            String danish,
            String english,
            String ref,

            @Schema(description = "What the provision demands, in plain words.")
            String lawDanish,

            String lawEnglish) {
        static Rule of(ReviewRule rule) {
            return new Rule(
                    rule.id(),
                    rule.version(),
                    rule.group().id(),
                    rule.danish(),
                    rule.english(),
                    rule.ref(),
                    rule.law().danish(),
                    rule.law().english());
        }
    }

    /** A sample size and what it can show. */
    @Schema(name = "SampleSize")
    record Size(
            int size,

            @Schema(description = "By Cochran's formula with its finite population correction.")
            int cochran,

            @Schema(description = "The longer arm of the exact interval, as a share.")
            double reached,

            List<String> danish,
            List<String> english) {
        static Size of(SamplePlan plan) {
            return new Size(
                    plan.size(),
                    plan.cochran(),
                    plan.reached(),
                    new PlanWords(plan, Language.DANISH).lines(),
                    new PlanWords(plan, Language.ENGLISH).lines());
        }
    }

    /** A round without its cases. */
    @Schema(name = "SupervisionRound")
    record RoundAnswer(
            UUID id,
            String drawnFrom,

            @Schema(
                    description = "Who made the frame.",
                    enumeration = {"uploaded", "service"})
            String source,

            int cases,
            int sample,

            @Schema(description = "RFC 6962 root over the frame's tickets, hexadecimal.")
            String root,

            Instant opensAt,
            Instant committedAt,
            Optional<Instant> drawnAt,
            Optional<String> seed) {
        static RoundAnswer of(Round round) {
            return new RoundAnswer(
                    round.id(),
                    round.drawnFrom().id(),
                    round.source().id(),
                    round.cases(),
                    round.sample(),
                    round.root().hex(),
                    round.opensAt(),
                    round.committedAt(),
                    round.drawn().map(Round.Drawn::at),
                    round.drawn().map(drawn -> drawn.seed().hex()));
        }
    }

    /** An interval. */
    @Schema(name = "ShareInterval")
    record Interval(double low, double high) {
        static Interval of(Shares shares) {
            return new Interval(shares.low(), shares.high());
        }
    }

    /** How far two reviewers agreed. */
    @Schema(name = "ReviewAgreement")
    record Agreed(
            int pairs,
            int agreed,
            Optional<Interval> share,

            @Schema(description = "Cohen's; left out where it is not defined.")
            Optional<Double> kappa,

            Optional<Interval> kappaInterval,
            @Schema(description = "Gwet's AC1.") Optional<Double> ac1,
            Optional<Interval> ac1Interval,
            List<String> danish,
            List<String> english) {
        static Agreed of(Agreement of) {
            return new Agreed(
                    of.pairs(),
                    of.agreed(),
                    of.share().map(Interval::of),
                    of.kappa().map(Agreement.Estimate::value),
                    of.kappa().flatMap(Agreement.Estimate::interval).map(Interval::of),
                    of.ac1().map(Agreement.Estimate::value),
                    of.ac1().flatMap(Agreement.Estimate::interval).map(Interval::of),
                    new AgreementWords(of, RuleResult.LEVEL, Language.DANISH).lines(),
                    new AgreementWords(of, RuleResult.LEVEL, Language.ENGLISH).lines());
        }
    }

    /** What a round shows of one rule, or of all together. */
    @Schema(name = "RuleResult")
    record Result(
            @Schema(description = "Id of the rule; \"any\" for cases with at least one fault.")
            String rule,

            @Schema(description = "Cases in which both reviewers found the fault.")
            int faults,

            @Schema(description = "Cases that are not settled.")
            int open,

            @Schema(description = "Fewest cases of the whole frame, exact 95 % interval.")
            int low,

            @Schema(description = "Most cases of the whole frame.")
            int high,

            boolean training,

            @Schema(
                    description = "Against the round before from the same kind of frame.",
                    enumeration = {"fewer", "more", "not_shown"})
            Optional<String> change,

            Agreed agreement,
            List<String> danish,
            List<String> english) {
        static Result of(String rule, RuleResult of, Optional<RuleResult> before, double training) {
            return new Result(
                    rule,
                    of.faults(),
                    of.open(),
                    of.low(),
                    of.high(),
                    of.surelyAbove(training),
                    before.map(of::since).map(RuleResult.Change::id),
                    Agreed.of(of.agreement()),
                    of.lines(Language.DANISH),
                    of.lines(Language.ENGLISH));
        }
    }

    /** What is to be done about a rule. */
    @Schema(name = "Improvement")
    record Plan(String rule, String plan, String by, LocalDate due, Instant madeAt) {
        static Plan of(Improvement improvement) {
            return new Plan(
                    improvement.rule(),
                    improvement.plan().text(),
                    improvement.by(),
                    improvement.due(),
                    improvement.at());
        }
    }

    /** The report of a round. */
    @Schema(name = "SupervisionReport")
    record Report(
            RoundAnswer round, int reviewed, Result any, List<Result> rules, List<Plan> plans, Optional<UUID> before) {
        static Report of(RoundReport report, ReviewRuleRegister form) {
            double training = form.trainingShare();
            return new Report(
                    RoundAnswer.of(report.round()),
                    report.reviewed(),
                    Result.of("any", report.any(), report.before().map(RoundReport::any), training),
                    report.rules().entrySet().stream()
                            .map(each ->
                                    Result.of(each.getKey(), each.getValue(), report.before(each.getKey()), training))
                            .toList(),
                    report.plans().stream().map(Plan::of).toList(),
                    report.before().map(before -> before.round().id()));
        }
    }
}
