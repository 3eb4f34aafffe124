package dk.rettidig.casefile.supervision.rest;

import dk.rettidig.casefile.supervision.CommitteeReport;
import dk.rettidig.casefile.supervision.GuardedResult;
import dk.rettidig.casefile.supervision.ReportWords;
import dk.rettidig.casefile.supervision.Retest;
import dk.rettidig.casefile.supervision.Series;
import dk.rettidig.law.ReviewRule;
import dk.rettidig.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The report for the committee as JSON. */
final class CommitteeView {

    private CommitteeView() {}

    /** Guarded counts of a rule in one round. */
    @Schema(name = "GuardedCounts")
    record Counts(
            int cases,
            int sample,

            @Schema(description = "Left out when it is 1 to 4, or the frame has fewer than 20 cases.")
            Optional<Integer> faults,

            @Schema(description = "Not settled; left out as faults are.")
            Optional<Integer> open,

            int low,
            int high) {
        static Counts of(GuardedResult of) {
            return new Counts(
                    of.population(),
                    of.sample(),
                    of.faults().stream().boxed().findFirst(),
                    of.open().stream().boxed().findFirst(),
                    of.low(),
                    of.high());
        }
    }

    /** A rule across the rounds. */
    @Schema(name = "CommitteeRule")
    record Rule(
            String rule,
            int version,
            String ref,
            String danish,
            String english,

            @Schema(enumeration = {"not_shown", "needed", "lasting"})
            String training,

            @Schema(description = "One for each round of the kind up to this one, oldest first.")
            List<Counts> rounds) {
        static Rule of(Series.Training training) {
            ReviewRule rule = training.rule();
            return new Rule(
                    rule.id(),
                    rule.version(),
                    rule.ref(),
                    rule.danish(),
                    rule.english(),
                    training.need().id(),
                    training.results().stream().map(Counts::of).toList());
        }
    }

    /** A plan and what came of it. */
    @Schema(name = "PlanRetest")
    record Tested(
            UUID round,
            String rule,
            String plan,
            String by,
            LocalDate due,

            @Schema(enumeration = {"waiting", "overdue", "unfinished", "better", "worse", "not_shown"})
            String state,

            Optional<UUID> testedBy) {
        static Tested of(Retest retest) {
            return new Tested(
                    retest.round(),
                    retest.plan().rule(),
                    retest.plan().plan().text(),
                    retest.plan().by(),
                    retest.plan().due(),
                    retest.state().id(),
                    retest.by());
        }
    }

    /** The report. */
    @Schema(name = "CommitteeReport")
    record Report(
            UUID round,
            String drawnFrom,
            Optional<Instant> drawnAt,
            int reviewed,
            boolean preliminary,
            Counts any,
            List<Rule> rules,
            List<Tested> plans,
            List<String> danish,
            List<String> english) {
        static Report of(CommitteeReport of) {
            return new Report(
                    of.round().id(),
                    of.round().drawnFrom().id(),
                    of.round().drawn().map(drawn -> drawn.at()),
                    of.reviewed(),
                    !of.isWhole(),
                    Counts.of(of.any()),
                    of.rules().stream().map(Rule::of).toList(),
                    of.retests().stream().map(Tested::of).toList(),
                    new ReportWords(of, Language.DANISH).lines(),
                    new ReportWords(of, Language.ENGLISH).lines());
        }
    }
}
