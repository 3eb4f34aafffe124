package dk.rettidig.casefile.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.ReviewRule;
import dk.rettidig.merkle.Hash;
import dk.rettidig.web.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoundReportTest {

    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<ReviewRule> FORM = List.of(rule("plan", "BL § 91"), rule("heard", "BL § 5"));

    private static ReviewRule rule(String id, String ref) {
        return new ReviewRule(id, 1, new ReviewRule.Group("g", "?", "?"), "?", "?", new ReviewRule.Law(ref, "?", "?"));
    }

    private static Round round(int cases, int sample) {
        Hash any = Hash.of(new byte[32]);
        return new Round(
                new UUID(0, cases),
                MunicipalityCode.SYNTHETIC,
                DrawnFrom.PLACEMENTS,
                FrameSource.UPLOADED,
                cases,
                sample,
                any,
                AT,
                AT,
                Optional.of(new Round.Drawn(AT, any)));
    }

    private static Review review(int number, String reviewer, Answer plan, Answer heard) {
        return new Review(
                number,
                new ActorName(reviewer),
                AT,
                Map.of(
                        "plan", new Review.Answered(plan, Optional.empty()),
                        "heard", new Review.Answered(heard, Optional.empty())));
    }

    private static List<Review> both(int number, Answer plan, Answer heard) {
        return List.of(review(number, "a", plan, heard), review(number, "b", plan, heard));
    }

    private static RoundReport report(Round round, List<Review> reviews) {
        return RoundReport.of(round, FORM, reviews, List.of(), Optional.empty());
    }

    private static RuleResult of(RoundReport report, String rule) {
        return Optional.ofNullable(report.rules().get(rule)).orElseThrow();
    }

    @Test
    void aFaultIsOneThatBothFound() {
        List<Review> reviews = new ArrayList<>(both(1, Answer.NO, Answer.YES));
        reviews.addAll(both(2, Answer.YES, Answer.NOT_APPLICABLE));
        reviews.add(review(3, "a", Answer.NO, Answer.YES));
        reviews.add(review(3, "b", Answer.YES, Answer.YES));
        RoundReport report = report(round(40, 3), reviews);

        assertThat(of(report, "plan").faults()).isEqualTo(1);
        assertThat(of(report, "plan").open()).isEqualTo(1);
        assertThat(of(report, "heard").faults()).isZero();
        assertThat(of(report, "heard").open()).isZero();
        assertThat(report.any().faults()).isEqualTo(1);
        assertThat(report.any().open()).isEqualTo(1);
        assertThat(report.reviewed()).isEqualTo(3);
    }

    @Test
    void whatIsNotReviewedByTwoOrUndecidableIsOpenAndWidensTheInterval() {
        List<Review> reviews = new ArrayList<>(both(1, Answer.UNDECIDABLE, Answer.YES));
        reviews.add(review(2, "a", Answer.NO, Answer.NO));
        RoundReport report = report(round(40, 3), reviews);

        assertThat(of(report, "plan").open()).isEqualTo(3);
        assertThat(of(report, "plan").low()).isZero();
        assertThat(of(report, "plan").high()).isEqualTo(40);
        assertThat(of(report, "plan").lines(Language.ENGLISH))
                .anyMatch(line -> line.startsWith("Both found the fault in 0 of 3 cases. 3 are not settled"));
    }

    @Test
    void allOfSeventySevenSaysSoAndNoMore() {
        List<Review> reviews = new ArrayList<>();
        for (int number = 1; number <= 77; number++) {
            reviews.addAll(both(number, Answer.NO, Answer.YES));
        }
        RoundReport report = report(round(1_000, 77), reviews);

        assertThat(report.any().high()).isEqualTo(1_000);
        assertThat(report.any().low()).isBetween(940, 970);
        assertThat(report.any().surelyAbove(0.1)).isTrue();
        assertThat(of(report, "heard").surelyAbove(0.1)).isFalse();
        assertThat(report.any().lines(Language.DANISH))
                .contains("At det er fundet i hver gennemgået sag, viser ikke, at det er i hver sag.");
        assertThat(of(report, "plan").agreement().kappa()).isEmpty();
    }

    @Test
    void aDifferenceBetweenRoundsIsShownOnlyWhereChanceCannotExplainIt() {
        RuleResult many = new RuleResult(
                500, 100, 80, 0, report(round(10, 1), List.of()).any().agreement());
        RuleResult few = new RuleResult(500, 100, 10, 0, many.agreement());
        RuleResult near = new RuleResult(500, 100, 75, 0, many.agreement());

        assertThat(few.since(many)).isEqualTo(RuleResult.Change.FEWER);
        assertThat(many.since(few)).isEqualTo(RuleResult.Change.MORE);
        assertThat(near.since(many)).isEqualTo(RuleResult.Change.NOT_SHOWN);
    }
}
