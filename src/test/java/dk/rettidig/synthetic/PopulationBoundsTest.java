package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.synthetic.PopulationTally.Count;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The acceptance bounds at 200,000 children (ADR 0030). */
class PopulationBoundsTest {

    private static final PopulationSettings SETTINGS = PopulationSettings.of(42, 200_000);

    private static List<Arguments> populations() {
        PopulationSettings quarter = SETTINGS.withMunicipalities(DanishPopulation.municipalities().stream()
                .map(each -> each.withChildren(each.children() / 4))
                .toList());
        return List.of(
                Arguments.of("as usual", SETTINGS, 200_000),
                Arguments.of("98 municipalities", quarter, quarter.children()),
                Arguments.of("without defects", SETTINGS.withDefects(Set.of()), 200_000),
                Arguments.of("with drift", SETTINGS.withDefects(Set.of(Defect.DRIFT)), 200_000),
                Arguments.of("two years earlier", SETTINGS.before(2), 200_000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("populations")
    void everyFigureLiesWithinItsBounds(String name, PopulationSettings settings, long children) {
        PopulationTally tally = Tallies.of(settings);
        SoftAssertions softly = new SoftAssertions();
        for (AchievedFigure figure : AchievedFigures.of(settings, tally)) {
            softly.assertThat(figure.achieved()).as(figure.id()).isBetween(figure.least(), figure.most());
        }
        for (KnownAnswer answer : KnownAnswers.of(settings, tally)) {
            softly.assertThat(answer.found()).as(answer.id()).isCloseTo(answer.expected(), within(answer.tolerance()));
        }
        softly.assertAll();
        assertThat(tally.count(Count.CHILDREN)).isEqualTo(children);
    }

    @Test
    void theMunicipalitiesSpreadAsThePublishedOnesDo() {
        PopulationSettings alike = SETTINGS.withMunicipalities(DanishPopulation.municipalities().stream()
                .map(each -> each.withChildren(3_000))
                .toList());

        assertThat(AchievedFigures.of(alike, Tallies.of(alike)))
                .filteredOn(figure -> figure.id().endsWith("st_notified"))
                .hasSize(2)
                .allMatch(AchievedFigure::within);
    }

    @Test
    void noFigureIsLooserThanTheBoundsThatWereSet() {
        List<AchievedFigure> figures = AchievedFigures.of(SETTINGS, new PopulationTally(SETTINGS));

        assertThat(figures)
                .filteredOn(figure -> Set.of("notified_again", "notified_once", "placed", "auc_again", "auc_placed")
                        .contains(figure.id()))
                .extracting(AchievedFigure::id, AchievedFigure::least, AchievedFigure::most)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("notified_again", .063, .070),
                        org.assertj.core.groups.Tuple.tuple("notified_once", .64, .69),
                        org.assertj.core.groups.Tuple.tuple("placed", .0027, .0033),
                        org.assertj.core.groups.Tuple.tuple("auc_again", .69, .73),
                        org.assertj.core.groups.Tuple.tuple("auc_placed", .88, .93));
        assertThat(figures)
                .filteredOn(figure -> figure.id().equals("sibling_phi"))
                .allSatisfy(figure -> assertThat(figure.least()).isEqualTo(.12))
                .allSatisfy(figure -> assertThat(figure.most()).isEqualTo(.16));
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
