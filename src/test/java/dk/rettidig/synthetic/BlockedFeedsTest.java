package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.scoring.TestCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may not be used is made, in feeds of its own; no feed that a deployment accepts has any of it. */
class BlockedFeedsTest {

    @ParameterizedTest
    @EnumSource(SyntheticFeed.class)
    void everyFeedHasIndicatorsOfOneAvailability(SyntheticFeed feed) {
        Availability expected =
                switch (feed) {
                    case BLOCKED -> Availability.BLOCKED;
                    case DISABLED -> Availability.DISABLED;
                    default -> Availability.OPEN;
                };

        assertThat(feed.indicators()).allMatch(each -> catalogued(each).availability() == expected);
    }

    @Test
    void psychiatricSubstanceConvictionHealthDentalAndChargeAreMadeAndBlocked() {
        assertThat(SyntheticFeed.BLOCKED.indicators())
                .contains(
                        SyntheticIndicator.PAR_PSYCH,
                        SyntheticIndicator.PAR_SUBST,
                        SyntheticIndicator.PAR_CRIM,
                        SyntheticIndicator.CHILD_HV_NS,
                        SyntheticIndicator.CHILD_DENT_NS,
                        SyntheticIndicator.CHILD_CHARGE);
        assertThat(SyntheticIndicator.usable())
                .doesNotContainAnyElementsOf(SyntheticFeed.BLOCKED.indicators())
                .doesNotContainAnyElementsOf(SyntheticFeed.DISABLED.indicators())
                .hasSize(13);
    }

    @Test
    void everyValueLiesWithinItsCatalogueEntryInBothMunicipalitiesOfAMovedChild() {
        PopulationSettings settings = PopulationSettings.of(42, 8_000);
        RowSource rows = new RowSource(settings);

        SyntheticPopulation.generate(settings, 1, child -> {
            rows.rows(child, (feed, row) -> assertValue(row));
            if (child.person().movedDaysAgo() >= 0) {
                rows.arrived(child, (feed, row) -> assertValue(row));
            }
        });
        assertThat(rows.counts().of(SyntheticFeed.BLOCKED, FaultCounts.Kind.FACTS))
                .isPositive();
    }

    private static void assertValue(FeedRow row) {
        if (!row.indicator().equals(RowSource.SCOPE_INDICATOR)) {
            Indicator entry = catalogued(SyntheticIndicator.valueOf(row.indicator()));
            assertThat(row.value()).as(row.indicator()).isBetween(entry.minimum(), entry.maximum());
            assertThat(row.from()).isBeforeOrEqualTo(row.to());
        }
    }

    private static Indicator catalogued(SyntheticIndicator indicator) {
        return TestCatalogue.SHIPPED.find(indicator.id()).orElseThrow();
    }
}
