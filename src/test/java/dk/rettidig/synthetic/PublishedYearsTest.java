package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.synthetic.SyntheticNotifications.SyntheticNotification;
import java.time.Month;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The years 2018 to 2022 as published: each agrees with its own figures, and none with another year's (ADR 0152). */
class PublishedYearsTest {

    /** A fifth of every municipality: 231,000 children. */
    private static final PopulationSettings NATION = PopulationSettings.national(42)
            .withMunicipalities(DanishPopulation.municipalities().stream()
                    .map(each -> each.withChildren(each.children() / 5))
                    .toList())
            .ofPublishedYear(2022);

    private static final Map<Integer, YearTally> YEARS = new TreeMap<>();

    @BeforeAll
    static void makeTheYears() {
        for (PopulationSettings cohort : SyntheticHistory.cohorts(NATION, 5)) {
            YearTally tally = new YearTally(cohort);
            SyntheticPopulation.generate(cohort, 2, tally::add);
            YEARS.put(cohort.publishedYear().orElseThrow().year(), tally);
        }
    }

    private static YearTally tally(int year) {
        return Optional.ofNullable(YEARS.get(year)).orElseThrow();
    }

    private static List<AchievedFigure> held(int made, int published) {
        return NationalCheck.of(
                NationalYear.of(published).orElseThrow(), tally(made).counts());
    }

    @ParameterizedTest
    @ValueSource(ints = {2018, 2019, 2020, 2021, 2022})
    void everyPublishedFigureOfTheYearIsMet(int year) {
        SoftAssertions softly = new SoftAssertions();
        for (AchievedFigure figure : held(year, year)) {
            System.out.printf(
                    "%-32s published %.4f, made %.4f%n", figure.english(), figure.target(), figure.achieved());
            softly.assertThat(figure.achieved()).as(figure.id()).isBetween(figure.least(), figure.most());
        }
        softly.assertAll();
    }

    /** 2019, 2020 and 2021 are within 5 % of each other in most figures; all others are told apart. */
    @Test
    void aYearHeldAgainstAnotherYearsFiguresFails() {
        for (int made = NationalYear.FIRST; made <= NationalYear.LAST; made++) {
            for (int other = NationalYear.FIRST; other <= NationalYear.LAST; other++) {
                boolean told =
                        Math.abs(made - other) > 1 || made == 2018 || other == 2018 || made == 2022 || other == 2022;
                if (made != other && told) {
                    assertThat(held(made, other)).as("%d as %d", made, other).anyMatch(figure -> !figure.within());
                }
            }
        }
        assertThat(held(2018, 2018)).hasSize(13);
        assertThat(held(2019, 2019)).hasSize(8);
    }

    @Test
    void julyIsLowAndAprilOf2020IsLowerThanAnyAprilButNotTheYear() {
        assertThat(per(2019, Month.JULY)).isBetween(.7, .92);
        assertThat(per(2020, Month.APRIL)).isLessThan(.75);
        for (int year : List.of(2018, 2019, 2021, 2022)) {
            assertThat(per(year, Month.APRIL)).isBetween(.93, 1.12);
        }
    }

    /** A month against the mean of the others. */
    private static double per(int year, Month month) {
        long others = 0;
        for (Month each : Month.values()) {
            others += each == month ? 0 : tally(year).in(each);
        }
        return 11.0 * tally(year).in(month) / others;
    }

    @Test
    void theMunicipalitiesSpreadAsPublished() {
        PopulationSettings alike = NATION.withMunicipalities(DanishPopulation.municipalities().stream()
                .map(each -> each.withChildren(3_000))
                .toList());
        YearTally first = new YearTally(alike.before(4));
        SyntheticPopulation.generate(alike.before(4), 2, first::add);
        YearTally second = new YearTally(alike.before(3));
        SyntheticPopulation.generate(alike.before(3), 2, second::add);

        double[] per100 = first.municipalities().values().stream()
                .mapToDouble(each -> 100.0 * each.notifications() / each.children())
                .sorted()
                .toArray();
        double[] shares = second.municipalities().values().stream()
                .mapToDouble(each -> (double) each.notified() / each.children())
                .sorted()
                .toArray();
        System.out.printf(
                "per 100 children %.1f to %.1f (published 4.1 to 23.9); share %.3f to %.3f (.033 to .135)%n",
                per100[0], per100[97], shares[0], shares[97]);
        assertThat(per100[0]).isCloseTo(4.1, within(1.7));
        assertThat(per100[97]).isCloseTo(23.9, within(5.0));
        assertThat(shares[0]).isBetween(.022, .045);
        assertThat(shares[97]).isBetween(.10, .16);
    }

    @Test
    void everyNotificationIsOfItsYearAndTheLatestIsTheRegisters() {
        PopulationSettings settings = PopulationSettings.of(7, 6_000).ofPublishedYear(2020);
        Set<Object> beside = new HashSet<>();
        Set<Object> within = new HashSet<>();
        SyntheticPopulation.generate(settings, 1, child -> {
            List<SyntheticNotification> all = SyntheticNotifications.of(settings, child);
            assertThat(all).hasSize(child.history().count());
            assertThat(all).isEqualTo(SyntheticNotifications.of(settings, child));
            assertThat(all).allSatisfy(PublishedYearsTest::isOf2020);
            if (!all.isEmpty()) {
                within.add(child.pseudonym());
                assertThat(Integer.parseInt(all.getLast().notifier().substring(1)))
                        .isIn(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
            }
            Outsider.beside(settings, child).ifPresent(other -> {
                beside.add(other.notifications().getFirst().child());
                assertThat(other.notifications()).isNotEmpty().allSatisfy(PublishedYearsTest::isOf2020);
            });
        });
        assertThat(beside).isNotEmpty().doesNotContainAnyElementsOf(within);
    }

    private static void isOf2020(SyntheticNotification each) {
        assertThat(each.receivedAt().atZone(ZoneId.of("Europe/Copenhagen")).getYear())
                .isEqualTo(2020);
    }

    @Test
    void theReportOfAYearHasItsFiguresBesideThePublished() {
        PopulationSettings year = NATION.before(1);
        List<AchievedFigure> figures = AchievedFigures.of(year, Tallies.of(year));

        assertThat(figures)
                .filteredOn(figure -> figure.id().startsWith("y2021_"))
                .hasSize(7);
        assertThat(figures).filteredOn(figure -> !figure.within()).isEmpty();
    }

    @Test
    void thereIsNoOtherYear() {
        PopulationSettings usual = PopulationSettings.of(42, 100);

        assertThat(usual.publishedYear()).isEmpty();
        assertThat(usual.ofPublishedYear(2018).day()).hasToString("2019-01-01");
        assertThatThrownBy(() -> usual.ofPublishedYear(2017)).hasMessageContaining("year_not_published");
        assertThatThrownBy(() -> usual.ofPublishedYear(2018).before(1)).hasMessageContaining("year_not_published");
        assertThatThrownBy(() -> usual.ofPublishedYear(2022).withAsOf(usual.asOf()))
                .hasMessageContaining("year_not_published");
    }

    @Test
    void whatWasPublishedHasASource() {
        assertThat(NationalFigure.published())
                .hasSizeGreaterThan(40)
                .allSatisfy(figure -> assertThat(figure.source()).hasSizeGreaterThan(10));
        double children = List.of("1", "2", "3", "4", "5", "6+").stream()
                .mapToDouble(
                        times -> NationalFigure.find(2018, "times_" + times).orElseThrow())
                .sum();
        assertThat(NationalFigure.find(2018, "male").orElseThrow()
                        + NationalFigure.find(2018, "female").orElseThrow()
                        + NationalFigure.find(2018, "unborn_or_unknown").orElseThrow())
                .isEqualTo(children);
        assertThat(children).isEqualTo(NationalFigure.find(2018, "children").orElseThrow());
    }
}
