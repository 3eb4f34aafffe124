package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.synthetic.PopulationTally.Count;
import java.util.EnumSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The acceptance bounds at 200,000 children (ADR 0030). */
class PopulationBoundsTest {

    private static final PopulationSettings SETTINGS = PopulationSettings.of(42, 200_000);
    private static final PopulationTally TALLY = new PopulationTally();

    @BeforeAll
    static void makeThePopulation() {
        tally(SETTINGS, TALLY);
    }

    private static void tally(PopulationSettings settings, PopulationTally tally) {
        SyntheticPopulation.map(
                settings,
                2,
                families -> {
                    PopulationTally part = new PopulationTally();
                    families.forEach(family -> part.add(family.children(), settings.scopeDays()));
                    return part;
                },
                tally::merge);
    }

    @Test
    void everyFigureLiesWithinItsBounds() {
        SoftAssertions softly = new SoftAssertions();
        for (AchievedFigure figure : AchievedFigures.of(TALLY)) {
            softly.assertThat(figure.achieved()).as(figure.id()).isBetween(figure.least(), figure.most());
        }
        softly.assertAll();
        assertThat(TALLY.count(Count.CHILDREN)).isEqualTo(200_000);
    }

    @Test
    void groupGIsNotifiedMoreThoughItsNeedIsTheSame() {
        double groupShare = TALLY.share(Count.GROUP_G_NOTIFIED, Count.GROUP_G);
        double others = (TALLY.count(Count.NOTIFIED) - TALLY.count(Count.GROUP_G_NOTIFIED))
                / (double) (TALLY.count(Count.CHILDREN) - TALLY.count(Count.GROUP_G));

        assertThat(groupShare / others).isBetween(1.45, 1.85);
        assertThat(TALLY.share(Count.GROUP_G, Count.CHILDREN)).isCloseTo(.11, within(.005));
    }

    @Test
    void thirtyPercentOfFoundNeedHasNoRegisteredMeasureAndNoneWithoutTheDefect() {
        PopulationTally clean = new PopulationTally();
        tally(PopulationSettings.of(42, 20_000).withDefects(EnumSet.noneOf(Defect.class)), clean);

        assertThat(TALLY.share(Count.REGISTERED, Count.FOUND)).isCloseTo(.70, within(.03));
        assertThat(clean.count(Count.REGISTERED))
                .isEqualTo(clean.count(Count.FOUND))
                .isPositive();
    }

    @Test
    void theSharesOfNotificationCountsAreThoseOfTheNegativeBinomial() {
        double[] published = {49_644, 14_017, 5_412, 2_591, 1_357, 1_998};
        double all = DoubleStream.of(published).sum();

        for (int count = 1; count <= 5; count++) {
            assertThat(NotificationCount.share(count))
                    .as("share with %d", count)
                    .isCloseTo(published[count - 1] / all, within(.012));
        }
        assertThat(IntStream.rangeClosed(1, 200)
                        .mapToDouble(NotificationCount::share)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }
}
