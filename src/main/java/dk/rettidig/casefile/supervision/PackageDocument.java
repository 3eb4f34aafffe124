package dk.rettidig.casefile.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dk.rettidig.statistics.Sample;
import dk.rettidig.web.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/**
 * {@code package.json} of the package for the national Task Force ({@code docs/supervision.md}): guarded counts, the sample
 * plan, and the rules with their provisions. No case, no ticket's opening and no person.
 *
 * @param format names this form of file
 * @param policy digest of the policy set whose rules these are
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PackageDocument(
        String format,
        String municipality,
        String round,
        String policy,
        Plan samplePlan,
        Counts any,
        List<Rule> rules,
        List<Improvements> plans,
        List<String> danish,
        List<String> english) {

    static final String FORMAT = "rettidig-supervision-package-v1";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * How it was drawn.
     *
     * @param halfWidth how far the truth may lie from a share of one half, exact, as a share of the frame
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Plan(
            String procedure,
            String drawnFrom,
            String frame,
            int cases,
            int sample,
            int reviewersOfEach,
            String opensAt,
            String drawnAt,
            double confidence,
            double halfWidth) {

        static Plan of(Round round) {
            Sample half = new Sample(round.cases(), round.sample(), round.sample() / 2);
            Sample.Counts counts = half.interval(RuleResult.LEVEL);
            return new Plan(
                    Draw.PROCEDURE,
                    round.drawnFrom().id(),
                    round.source().id(),
                    round.cases(),
                    round.sample(),
                    ReviewTable.REVIEWERS,
                    round.opensAt().toString(),
                    round.drawn().map(drawn -> drawn.at().toString()).orElse(""),
                    RuleResult.LEVEL.value(),
                    Math.max(half.share() - counts.lowShare(), counts.highShare() - half.share()));
        }
    }

    /** Guarded counts; a number that is not given is -1. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Counts(boolean withheld, int faults, int notSettled, int low, int high) {
        static Counts of(GuardedResult of) {
            return new Counts(of.isWithheld(), given(of.faults()), given(of.open()), of.low(), of.high());
        }

        private static int given(OptionalInt count) {
            return count.orElse(-1);
        }
    }

    /** A rule with its provision and its counts in this round. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Rule(
            String id,
            int version,
            String ref,
            String danish,
            String english,
            String lawDanish,
            String lawEnglish,
            Counts counts,
            String training) {
        static Rule of(Series.Training training) {
            return new Rule(
                    training.rule().id(),
                    training.rule().version(),
                    training.rule().ref(),
                    training.rule().danish(),
                    training.rule().english(),
                    training.rule().law().danish(),
                    training.rule().law().english(),
                    Counts.of(training.results().getLast()),
                    training.need().id());
        }
    }

    /** A plan and what came of it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Improvements(String round, String rule, String plan, String by, String due, String state) {
        static Improvements of(Retest retest) {
            return new Improvements(
                    retest.round().toString(),
                    retest.plan().rule(),
                    retest.plan().plan().text(),
                    retest.plan().by(),
                    retest.plan().due().toString(),
                    retest.state().id());
        }
    }

    static PackageDocument of(CommitteeReport report, String policy) {
        return new PackageDocument(
                FORMAT,
                report.round().municipality().value(),
                report.round().id().toString(),
                policy,
                Plan.of(report.round()),
                Counts.of(report.any()),
                report.rules().stream().map(Rule::of).toList(),
                report.retests().stream().map(Improvements::of).toList(),
                new ReportWords(report, Language.DANISH).lines(),
                new ReportWords(report, Language.ENGLISH).lines());
    }

    byte[] json() {
        return bytes(this);
    }

    /** Any value as JSON. */
    static byte[] bytes(Object value) {
        try {
            return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can be written as JSON", impossible);
        }
    }
}
