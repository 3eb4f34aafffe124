package dk.rettidig.casefile.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.ReviewRule;
import dk.rettidig.merkle.Hash;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetestTest {

    private static final ReviewRule RULE = new ReviewRule(
            "plan", 1, new ReviewRule.Group("g", "?", "?"), "?", "?", new ReviewRule.Law("BL § 91", "?", "?"));

    private static final LocalDate DUE = LocalDate.of(2026, 9, 1);
    private static final LocalDate BEFORE = LocalDate.of(2026, 8, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 12, 1);

    private static RoundReport round(LocalDate drawn, int faults, int reviewed, boolean planned) {
        Instant at = drawn.atTime(12, 0).toInstant(ZoneOffset.UTC);
        Hash any = Hash.of(new byte[32]);
        Round round = new Round(
                UUID.randomUUID(),
                MunicipalityCode.SYNTHETIC,
                DrawnFrom.PLACEMENTS,
                FrameSource.UPLOADED,
                500,
                100,
                any,
                at,
                at,
                Optional.of(new Round.Drawn(at, any)));
        List<Review> reviews = new ArrayList<>();
        for (int number = 1; number <= reviewed; number++) {
            for (String reviewer : List.of("a", "b")) {
                Answer answer = number <= faults ? Answer.NO : Answer.YES;
                reviews.add(new Review(
                        number,
                        new ActorName(reviewer),
                        at,
                        Map.of("plan", new Review.Answered(answer, Optional.empty()))));
            }
        }
        List<Improvement> plans = planned
                ? List.of(new Improvement(
                        "plan", new Justification("Planen laves på det første møde."), "faglig leder", DUE, at))
                : List.of();
        return RoundReport.of(round, List.of(RULE), reviews, plans, Optional.empty());
    }

    private static Retest.State state(LocalDate today, RoundReport... rounds) {
        List<Retest> retests = Retest.of(List.of(rounds), today);
        assertThat(retests).hasSize(1);
        return retests.getFirst().state();
    }

    @Test
    void aPlanIsOverdueOnTheDayAfterItsDayWithoutARound() {
        RoundReport first = round(BEFORE, 80, 100, true);

        assertThat(state(DUE, first)).isEqualTo(Retest.State.WAITING);
        assertThat(state(DUE.plusDays(1), first)).isEqualTo(Retest.State.OVERDUE);
    }

    @Test
    void aRoundThatWasDrawnBeforeThePlansDayTestsNothing() {
        RoundReport first = round(BEFORE, 80, 100, true);
        RoundReport early = round(DUE.minusDays(1), 5, 100, false);
        RoundReport onTheDay = round(DUE, 5, 100, false);

        assertThat(state(DUE, first, early)).isEqualTo(Retest.State.WAITING);
        assertThat(state(AFTER, first, early)).isEqualTo(Retest.State.OVERDUE);
        assertThat(state(AFTER, first, early, onTheDay)).isEqualTo(Retest.State.BETTER);
    }

    @Test
    void saysBetterOrWorseOnlyWhereChanceCannotExplainIt() {
        RoundReport first = round(BEFORE, 50, 100, true);

        assertThat(state(AFTER, first, round(AFTER, 10, 100, false))).isEqualTo(Retest.State.BETTER);
        assertThat(state(AFTER, first, round(AFTER, 90, 100, false))).isEqualTo(Retest.State.WORSE);
        assertThat(state(AFTER, first, round(AFTER, 45, 100, false))).isEqualTo(Retest.State.NOT_SHOWN);
        assertThat(state(AFTER, first, round(AFTER, 10, 99, false))).isEqualTo(Retest.State.UNFINISHED);
    }

    @Test
    void trainingIsLastingWhenTwoRoundsOnEndShowIt() {
        Series.Need lasting = need(round(BEFORE, 80, 100, false), round(AFTER, 70, 100, false));
        Series.Need once = need(round(BEFORE, 0, 100, false), round(AFTER, 70, 100, false));
        Series.Need past = need(round(BEFORE, 80, 100, false), round(AFTER, 0, 100, false));

        assertThat(lasting).isEqualTo(Series.Need.LASTING);
        assertThat(once).isEqualTo(Series.Need.NEEDED);
        assertThat(past).isEqualTo(Series.Need.NOT_SHOWN);
    }

    private static Series.Need need(RoundReport... rounds) {
        return new Series(DrawnFrom.PLACEMENTS, List.of(rounds), List.of())
                .training(List.of(RULE), 0.1)
                .getFirst()
                .need();
    }

    @Test
    void countsFromOneToFourAreNotGivenAndCannotBeReckonedBack() {
        List<GuardedResult> few = List.of(guarded(1, 0), guarded(2, 0), guarded(3, 0), guarded(4, 0));

        assertThat(few).allMatch(few.getFirst()::equals);
        assertThat(few.getFirst().faults()).isEmpty();
        assertThat(guarded(0, 0).faults()).hasValue(0);
        assertThat(guarded(5, 0).faults()).hasValue(5);
        assertThat(List.of(guarded(7, 1), guarded(7, 4))).allMatch(guarded(7, 2)::equals);
        for (int faults = 0; faults <= 100; faults++) {
            RuleResult exact = new RuleResult(
                    500, 100, faults, 0, round(BEFORE, 0, 0, false).any().agreement());
            GuardedResult given = GuardedResult.of(exact);
            assertThat(given.low()).isLessThanOrEqualTo(exact.low());
            assertThat(given.high()).isGreaterThanOrEqualTo(exact.high());
        }
    }

    @Test
    void ofASmallFrameNothingIsGiven() {
        RuleResult all =
                new RuleResult(19, 19, 19, 0, round(BEFORE, 0, 0, false).any().agreement());

        assertThat(GuardedResult.of(all)).isEqualTo(GuardedResult.of(new RuleResult(19, 19, 0, 0, all.agreement())));
        assertThat(GuardedResult.of(all).isWithheld()).isTrue();
    }

    private static GuardedResult guarded(int faults, int open) {
        return GuardedResult.of(new RuleResult(
                500, 100, faults, open, round(BEFORE, 0, 0, false).any().agreement()));
    }
}
