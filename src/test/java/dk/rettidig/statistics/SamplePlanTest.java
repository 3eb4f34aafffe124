package dk.rettidig.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.statistics.SamplePlan.Wish;
import dk.rettidig.web.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplePlanTest {

    private static Wish wish(int population, double halfWidth, double expected) {
        return new Wish(population, halfWidth, expected, ConfidenceLevel.NINETY_FIVE);
    }

    @ParameterizedTest
    // 384 and 370 are the textbook sizes for 5 points with and without the correction (Krejcie and Morgan 1970: 370 of
    // 10,000).
    @CsvSource({"2000000, 0.05, 0.5, 385", "10000, 0.05, 0.5, 370", "1000, 0.1, 0.5, 88"})
    void beginsWithCochransSize(int population, double halfWidth, double expected, int cochran) {
        assertThat(SamplePlan.of(wish(population, halfWidth, expected)).cochran())
                .isEqualTo(cochran);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 0.05, 0.5",
        "340, 0.1, 0.5",
        "340, 0.05, 0.02",
        "340, 0.1, 1",
        "8000, 0.05, 0.3",
        "2, 0.1, 0.5",
        "1, 0.5, 0",
        "100000, 0.03, 0.1"
    })
    void isAsExactAsWishedAndOneCaseFewerIsNot(int population, double halfWidth, double expected) {
        SamplePlan plan = SamplePlan.of(wish(population, halfWidth, expected));

        assertThat(plan.reached()).isLessThanOrEqualTo(halfWidth);
        assertThat(plan.size()).isBetween(1, population);
        if (plan.size() > 1) {
            Sample fewer = new Sample(population, plan.size() - 1, (int) Math.round(expected * (plan.size() - 1)));
            Sample.Counts counts = fewer.interval(ConfidenceLevel.NINETY_FIVE);
            assertThat(Math.max(fewer.share() - counts.lowShare(), counts.highShare() - fewer.share()))
                    .isGreaterThan(halfWidth);
        }
    }

    @Test
    void aMunicipalityWithThirtyChildrenReviewsAlmostAll() {
        assertThat(SamplePlan.of(wish(30, 0.05, 0.5)).size()).isGreaterThan(25);
    }

    @Test
    void saysHowLikelyItIsToOverlookWhatIsRare() {
        // 1 - (99/100)(98/99)...: of 100 cases with one bad one, half are drawn.
        assertThat(SamplePlan.chanceToFindOne(100, 50, 1)).isCloseTo(0.5, within(1e-9));
        assertThat(SamplePlan.chanceToFindOne(100, 50, 0)).isZero();
        assertThat(SamplePlan.chanceToFindOne(100, 100, 1)).isCloseTo(1, within(1e-9));
    }

    @Test
    void saysItsLimitsInBothLanguages() {
        SamplePlan plan = SamplePlan.of(wish(1_000, 0.1, 0.5));
        String size = Integer.toString(plan.size());

        assertThat(new PlanWords(plan, Language.DANISH).lines())
                .anyMatch(line -> line.contains("Træk " + size + " af 1.000 sager"))
                .anyMatch(line -> line.contains("må ikke erstattes"));
        assertThat(new PlanWords(plan, Language.ENGLISH).lines())
                .anyMatch(line -> line.contains("Draw " + size + " of 1,000 cases"))
                .anyMatch(line -> line.contains("If 10 of the 1,000 cases have a fault"));
        assertThat(new PlanWords(SamplePlan.of(wish(3, 0.01, 0.5)), Language.ENGLISH).lines())
                .anyMatch(line -> line.contains("every case"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.1, 0.5",
        "2000001, 0.1, 0.5",
        "10, 0, 0.5",
        "10, 0.6, 0.5",
        "10, NaN, 0.5",
        "10, 0.1, 1.1",
        "10, 0.1, NaN"
    })
    void refusesWhatCannotBePlanned(int population, double halfWidth, double expected) {
        assertThatIllegalArgumentException().isThrownBy(() -> wish(population, halfWidth, expected));
    }
}
