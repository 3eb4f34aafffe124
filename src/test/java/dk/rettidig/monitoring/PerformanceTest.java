package dk.rettidig.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.gate.Policies;
import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.review.OwnView;
import dk.rettidig.scoring.ModelRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of concluded screenings: what is made of few is not shown, and a limit is passed by what is certain alone. */
class PerformanceTest {

    private static final ModelRef MODEL = new ModelRef("scorecard", "1.2.0");
    private static final LocalDate QUARTER = LocalDate.of(2026, 10, 1);
    private static final MonitoringLimits LIMITS = policies().monitoringLimits();

    private final List<Tally> children = new ArrayList<>();
    private final List<ViewTally> views = new ArrayList<>();
    private final List<Tallies.Reviewers> reviewers = new ArrayList<>();

    private static Policies policies() {
        try {
            return Policies.load(PolicySetReader.shipped());
        } catch (dk.rettidig.law.PolicySetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void children(int band, MemberStatus became, boolean need, long count) {
        children.add(new Tally(MODEL, QUARTER, band, became, Tally.UNKNOWN, need, count, 0));
    }

    private void flags(int tenth, double probability, long need, long noNeed) {
        children.add(new Tally(MODEL, QUARTER, 1, MemberStatus.FLAGGED, tenth, true, need, need * probability));
        children.add(new Tally(MODEL, QUARTER, 1, MemberStatus.FLAGGED, tenth, false, noNeed, noNeed * probability));
    }

    private Tallies.Kept kept() {
        return new Tallies.Kept(children, views, reviewers, 0, 0);
    }

    private Performance performance() {
        return Performance.of(kept(), LIMITS).getFirst();
    }

    private Performance.Group group(int band) {
        return performance().groups().stream()
                .filter(group -> group.ageBand() == band)
                .findFirst()
                .orElseThrow();
    }

    private double figure(String measure) {
        return Performance.figures(MODEL, kept(), LIMITS).stream()
                .filter(figure -> figure.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void theModelsSharesAreOfAllNotifiedChildren() {
        children(1, MemberStatus.FLAGGED, true, 30);
        children(1, MemberStatus.FLAGGED, false, 20);
        children(1, MemberStatus.SCORED, true, 20);
        children(1, MemberStatus.SCORED, false, 170);
        children(1, MemberStatus.ABSTAINED, true, 10);
        children(1, MemberStatus.ABSTAINED, false, 10);

        Performance.OfModel shares = group(Performance.ALL).ofModel().orElseThrow();

        assertThat(shares.recall().share()).isEqualTo(0.5);
        assertThat(shares.precision().share()).isEqualTo(0.6);
        assertThat(shares.falsePositives().share()).isEqualTo(0.1);
        assertThat(shares.abstained().of()).isEqualTo(260);
        assertThat(shares.abstained().found()).isEqualTo(20);
    }

    /** Clopper and Pearson's limits for 8 of 20 as R's binom.test gives them. */
    @Test
    void intervalsAreExact() {
        Rate rate = Rate.of(8, 20);

        assertThat(rate.low()).isCloseTo(0.1911901, within(1e-6));
        assertThat(rate.high()).isCloseTo(0.6394574, within(1e-6));
        assertThat(Rate.of(0, 20).low()).isZero();
        assertThat(Rate.of(20, 20).high()).isEqualTo(1);
        assertThatThrownBy(() -> Rate.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"20, 20, 20, true", "19, 20, 20, false", "20, 19, 20, false", "20, 20, 19, false"})
    void aGroupOfFewerThanTwentyIsNotShown(long right, long wrong, long others, boolean shown) {
        children(1, MemberStatus.FLAGGED, true, right - 10);
        children(1, MemberStatus.SCORED, true, 10);
        children(1, MemberStatus.FLAGGED, false, others - right + 10);
        children(1, MemberStatus.SCORED, false, wrong - (others - right + 10));

        assertThat(group(Performance.ALL).ofModel().isPresent()).isEqualTo(shown);
        assertThat(group(1).ofModel().isPresent()).isEqualTo(shown);
    }

    private void band(int band, long each) {
        children(band, MemberStatus.FLAGGED, true, each);
        children(band, MemberStatus.FLAGGED, false, each);
        children(band, MemberStatus.SCORED, true, each);
        children(band, MemberStatus.SCORED, false, each);
    }

    @Test
    void oneSmallAgeBandTakesTheNextLargerWithItOrItWouldBeTheRest() {
        band(1, 5);
        band(2, 30);
        band(3, 50);

        assertThat(group(Performance.ALL).ofModel()).isPresent();
        assertThat(group(1).ofModel()).isEmpty();
        assertThat(group(2).ofModel()).isEmpty();
        assertThat(group(3).ofModel()).isPresent();
    }

    @Test
    void twoSmallAgeBandsHideEachOther() {
        band(1, 5);
        band(2, 4);
        band(3, 50);

        assertThat(group(3).ofModel()).isPresent();
    }

    private void views(OwnView.Choice choice, boolean need, long count) {
        views.add(new ViewTally(MODEL, QUARTER, 1, choice, need, count));
    }

    @ParameterizedTest
    @CsvSource({"5, 25, true", "4, 25, false", "5, 9, false"})
    void peopleAreSpokenOfFromFivePeopleAndTwentyCasesOn(long people, long found, boolean shown) {
        band(1, 30);
        views(OwnView.Choice.NEED_LIKELY, true, found);
        views(OwnView.Choice.NEED_URGENT, false, 10);
        views(OwnView.Choice.NO_CONCERN, false, 10);
        views(OwnView.Choice.IN_DOUBT, true, 15);
        reviewers.add(new Tallies.Reviewers(MODEL, Performance.ALL, people));
        reviewers.add(new Tallies.Reviewers(MODEL, Performance.ALL, 2));

        assertThat(group(Performance.ALL).ofPeople().isPresent()).isEqualTo(shown);
        group(Performance.ALL).ofPeople().ifPresent(shares -> {
            assertThat(shares.seen()).isEqualTo(Rate.of(25, 40));
            assertThat(shares.precision()).isEqualTo(Rate.of(25, 35));
            assertThat(shares.falsePositives()).isEqualTo(Rate.of(10, 20));
            assertThat(shares.inDoubt()).isEqualTo(Rate.of(15, 60));
        });
    }

    @Test
    void calibrationStandsByTenthAndSmallTenthsAreNotShown() {
        flags(2, 0.25, 10, 30);
        flags(5, 0.55, 30, 30);
        flags(9, 0.95, 3, 1);

        List<Performance.Calibrated> rows = performance().calibration();

        assertThat(rows).extracting(Performance.Calibrated::tenth).containsExactly(Performance.ALL, 2, 5, 9);
        assertThat(rows.getFirst().observed()).contains(Rate.of(43, 104));
        assertThat(rows.get(1).observed())
                .as("the next larger than the hidden one")
                .isEmpty();
        assertThat(rows.get(2).observed()).contains(Rate.of(30, 60));
        assertThat(rows.get(2).predicted()).isCloseTo(0.55, within(1e-9));
        assertThat(rows.get(3).observed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"33, 27, true", "20, 40, true", "19, 41, false", "45, 15, true", "54, 6, false"})
    void onlyADistanceThatIsCertainPassesTheLimitOfCalibration(long need, long noNeed, boolean holds) {
        flags(5, 0.55, need, noNeed);

        double figure = figure(MonitoringLimits.CONCLUDED_CALIBRATION);

        assertThat(LIMITS.limit(MonitoringLimits.CONCLUDED_CALIBRATION).holds(figure))
                .as("%f", figure)
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"50, 50, true", "70, 45, true", "85, 40, false"})
    void onlyADifferenceThatIsCertainPassesTheLimitBetweenAgeBands(long one, long other, boolean holds) {
        for (int band = 1; band <= 2; band++) {
            long flagged = band == 1 ? one : other;
            children(band, MemberStatus.FLAGGED, true, flagged);
            children(band, MemberStatus.SCORED, true, 100 - flagged);
        }

        double figure = figure(MonitoringLimits.RECALL_GAP);

        assertThat(LIMITS.limit(MonitoringLimits.RECALL_GAP).holds(figure))
                .as("%f", figure)
                .isEqualTo(holds);
    }

    @Test
    void tooFewAreNotHeldAgainstAnything() {
        flags(9, 0.95, 1, 18);

        assertThat(Performance.figures(MODEL, kept(), LIMITS)).isEmpty();
    }
}
