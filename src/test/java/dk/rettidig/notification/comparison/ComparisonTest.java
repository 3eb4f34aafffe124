package dk.rettidig.notification.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What chance explains is not shown as a difference, and a small municipality moves further than a large one. */
class ComparisonTest {

    private static final MunicipalityCode OWN = MunicipalityCode.SYNTHETIC;

    private static AreaFigure area(int code, ComparedAs as, long notifications, long children) {
        return new AreaFigure(MunicipalityCode.of(code), as, notifications, children);
    }

    private static YearFigures figures(List<AreaFigure> areas) {
        return new YearFigures(UUID.randomUUID(), OWN, 2025, "Syntetiske tal til en test", Instant.EPOCH, areas);
    }

    private static List<AreaFigure> country() {
        List<AreaFigure> areas = new ArrayList<>(IntStream.range(0, 12)
                .mapToObj(i -> area(201 + i, ComparedAs.OTHER, 800 + 60L * i, 10_000))
                .toList());
        areas.add(area(999, ComparedAs.OTHER, 9, 30));
        areas.add(area(301, ComparedAs.NEIGHBOUR, 3_000, 10_000));
        areas.add(area(302, ComparedAs.BOTH, 1_100, 10_000));
        areas.add(area(303, ComparedAs.SIMILAR, 300, 10_000));
        return areas;
    }

    private static Comparison.Line line(Comparison comparison, int code) {
        return comparison.lines().stream()
                .filter(line -> line.area().municipality().number() == code)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCommonRateIsThatOfAllChildren() {
        assertThat(Comparison.of(
                                figures(List.of(
                                        area(999, ComparedAs.OTHER, 10, 100), area(201, ComparedAs.OTHER, 10, 900))),
                                ComparedAs.OTHER)
                        .per100())
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void aMunicipalityOfThirtyChildrenIsDrawnFarAndOneOfTenThousandHardly() {
        Comparison comparison = Comparison.of(figures(country()), ComparedAs.OTHER);
        Comparison.Line small = line(comparison, 999);
        Comparison.Line large = line(comparison, 301);

        assertThat(small.per100()).isCloseTo(30, within(1e-9));
        assertThat(small.drawn().orElseThrow().per100()).isLessThan(22);
        assertThat(small.place()).isEqualTo(Comparison.Place.ABOVE);
        assertThat(large.drawn().orElseThrow().per100()).isCloseTo(30, within(.5));
        assertThat(large.place()).isEqualTo(Comparison.Place.FAR_ABOVE);
        assertThat(line(comparison, 303).place()).isEqualTo(Comparison.Place.FAR_BELOW);
        assertThat(small.drawn().orElseThrow().low())
                .isLessThan(small.drawn().orElseThrow().high());
    }

    @Test
    void aGroupShowsItsOwnAndTheMunicipalityThatComparesButTheRateOfAll() {
        Comparison all = Comparison.of(figures(country()), ComparedAs.OTHER);
        Comparison neighbours = Comparison.of(figures(country()), ComparedAs.NEIGHBOUR);

        assertThat(neighbours.lines())
                .extracting(line -> (int) line.area().municipality().number())
                .containsExactlyInAnyOrder(999, 301, 302);
        assertThat(Comparison.of(figures(country()), ComparedAs.BOTH).lines())
                .extracting(line -> (int) line.area().municipality().number())
                .containsExactlyInAnyOrder(999, 302);
        assertThat(neighbours.per100()).isEqualTo(all.per100());
        assertThat(all.lines()).hasSize(16);
    }

    @Test
    void fewerThanTenAreShownAsTheyAre() {
        Comparison nine = Comparison.of(figures(country().subList(4, 13)), ComparedAs.OTHER);
        Comparison ten = Comparison.of(figures(country().subList(3, 13)), ComparedAs.OTHER);

        assertThat(nine.drawn()).isFalse();
        assertThat(nine.lines()).allSatisfy(line -> assertThat(line.drawn()).isEmpty());
        assertThat(ten.drawn()).isTrue();
    }

    @Test
    void whereNothingWasNotifiedNobodyStandsOut() {
        Comparison none = Comparison.of(
                figures(List.of(area(999, ComparedAs.OTHER, 0, 100), area(201, ComparedAs.OTHER, 0, 900))),
                ComparedAs.OTHER);

        assertThat(none.per100()).isZero();
        assertThat(none.lines()).allSatisfy(line -> assertThat(line.place()).isEqualTo(Comparison.Place.WITHIN));
    }
}
