package dk.rettidig.notification.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.SyntheticPopulation;
import dk.rettidig.synthetic.YearTally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The 98 municipalities of the synthetic nation of 2018 in their own size, compared; six of them with the rates that Statistics Denmark
 * published of them (Nyt 30182: notifications per 100 children).
 */
class PublishedSpreadTest {

    private static final Map<Integer, Double> PUBLISHED =
            Map.of(482, 23.9, 360, 20.5, 260, 19.0, 269, 5.4, 223, 5.2, 187, 4.1);
    private static final int COPENHAGEN = 101;
    private static final int SMALLEST = 825;

    private static Map<Integer, YearTally.Municipal> made = Map.of();

    @BeforeAll
    static void makeTheYear() {
        PopulationSettings settings = PopulationSettings.national(42).ofPublishedYear(2018);
        YearTally tally = new YearTally(settings);
        SyntheticPopulation.generate(settings, 2, tally::add);
        made = tally.municipalities();
    }

    private static Comparison compare(Map<Integer, Double> published) {
        List<AreaFigure> areas = made.entrySet().stream()
                .map(each -> new AreaFigure(
                        MunicipalityCode.of(each.getKey()),
                        ComparedAs.OTHER,
                        published.containsKey(each.getKey())
                                ? Math.round(published.get(each.getKey())
                                        / 100
                                        * each.getValue().children())
                                : each.getValue().notifications(),
                        each.getValue().children()))
                .toList();
        return Comparison.of(
                new YearFigures(
                        UUID.randomUUID(),
                        MunicipalityCode.of(COPENHAGEN),
                        2018,
                        "Syntetiske tal til en test",
                        Instant.EPOCH,
                        areas),
                ComparedAs.OTHER);
    }

    private static Comparison.Line line(Comparison comparison, int code) {
        return comparison.lines().stream()
                .filter(line -> line.area().municipality().number() == code)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCommonRateIsThePublishedOneAndTheSpreadIsMoreThanChance() {
        Comparison comparison = compare(Map.of());
        double[] drawn = comparison.lines().stream()
                .mapToDouble(line -> line.drawn().orElseThrow().per100())
                .sorted()
                .toArray();
        long far = comparison.lines().stream()
                .filter(line ->
                        line.place() == Comparison.Place.FAR_ABOVE || line.place() == Comparison.Place.FAR_BELOW)
                .count();
        System.out.printf(
                "common rate %.2f (published 11.1); drawn %.1f to %.1f (published as they are: 4.1 to 23.9); %d of 98 far outside%n",
                comparison.per100(), drawn[0], drawn[97], far);

        assertThat(comparison.per100()).isCloseTo(11.1, within(.05 * 11.1));
        assertThat(drawn[0]).isBetween(4.1 - 1, 4.1 + 2.5);
        assertThat(drawn[97]).isBetween(23.9 - 6, 23.9 + 2);
        assertThat(far).isBetween(40L, 85L);
    }

    @Test
    void thePublishedExtremesStandFarOutsideAtTheEnds() {
        Comparison comparison = compare(PUBLISHED);

        assertThat(comparison.lines().getFirst().area().municipality().number()).isEqualTo((short) 482);
        assertThat(comparison.lines().getLast().area().municipality().number()).isEqualTo((short) 187);
        PUBLISHED.forEach((code, per100) -> {
            Comparison.Line line = line(comparison, code);
            assertThat(line.place())
                    .as("%d", code)
                    .isEqualTo(per100 > 11.1 ? Comparison.Place.FAR_ABOVE : Comparison.Place.FAR_BELOW);
            assertThat(line.drawn().orElseThrow().per100()).isCloseTo(per100, within(1.0));
        });
    }

    @Test
    void everyRateIsDrawnTowardsTheCommonOneAndTheSmallestFurthest() {
        Comparison comparison = compare(Map.of());

        for (Comparison.Line line : comparison.lines()) {
            Comparison.Drawn drawn = line.drawn().orElseThrow();
            double low = Math.min(line.per100(), comparison.per100());
            double high = Math.max(line.per100(), comparison.per100());
            assertThat(drawn.per100()).isBetween(low - 1e-9, high + 1e-9);
            assertThat(drawn.per100()).isBetween(drawn.low(), drawn.high());
        }
        assertThat(pulled(comparison, SMALLEST)).isGreaterThan(10 * pulled(comparison, COPENHAGEN));
        assertThat(pulled(comparison, COPENHAGEN)).isLessThan(.01);
        assertThat(width(comparison, SMALLEST)).isGreaterThan(8 * width(comparison, COPENHAGEN));
    }

    /** Which part of the way to the common rate. */
    private static double pulled(Comparison comparison, int code) {
        Comparison.Line line = line(comparison, code);
        return (line.per100() - line.drawn().orElseThrow().per100()) / (line.per100() - comparison.per100());
    }

    private static double width(Comparison comparison, int code) {
        Comparison.Drawn drawn = line(comparison, code).drawn().orElseThrow();
        return drawn.high() - drawn.low();
    }
}
