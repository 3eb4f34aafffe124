package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.synthetic.MunicipalTally.Column;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every defect alone, on and off: on, its answers are found; off, they are not. */
class DefectAnswersTest {

    private static final PopulationSettings NOTHING = PopulationSettings.of(42, 0)
            .withMunicipalities(List.of(
                    SyntheticMunicipality.invented(80_000),
                    DanishPopulation.municipality(851).withChildren(40_000)))
            .withDefects(Set.of());

    private static List<KnownAnswer> clean = List.of();

    @BeforeAll
    static void makeThePopulationWithoutDefects() {
        clean = KnownAnswers.of(NOTHING, Tallies.of(NOTHING));
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void aDefectIsFoundWhereItIsPlantedAndOnlyThere(Defect defect) {
        PopulationSettings planted = NOTHING.withDefects(EnumSet.of(defect));

        assertThat(KnownAnswers.of(planted, Tallies.of(planted)))
                .allMatch(KnownAnswer::holds)
                .filteredOn(answer -> answer.defect() == defect)
                .isNotEmpty()
                .allMatch(KnownAnswer::isPlanted)
                .allMatch(KnownAnswer::showsDefect)
                .noneMatch(KnownAnswer::showsNone);
        assertThat(clean)
                .filteredOn(answer -> answer.defect() == defect)
                .isNotEmpty()
                .noneMatch(KnownAnswer::isPlanted)
                .allMatch(KnownAnswer::showsNone)
                .noneMatch(KnownAnswer::showsDefect);
    }

    @Test
    void needIsTheSameInGroupGAndFalseAlarmsAreNot() {
        PopulationSettings planted = NOTHING.withDefects(EnumSet.of(Defect.GROUP_BIAS));
        BiasTally biased = Tallies.of(planted).defects().bias();
        BiasTally fair = Tallies.of(NOTHING).defects().bias();

        assertThat(biased.inNeed(true) / biased.inNeed(false)).isBetween(.93, 1.07);
        assertThat(biased.falseAlarms(true) / biased.falseAlarms(false)).isBetween(1.5, 1.85);
        assertThat(fair.falseAlarms(true) / fair.falseAlarms(false)).isBetween(.9, 1.1);
    }

    @Test
    void eachSourceIsSilentAsPlantedInEveryFifthOfTheFamilyFactor() {
        PopulationSettings planted = NOTHING.withDefects(EnumSet.of(Defect.SURVEILLANCE));
        SilenceTally silence = Tallies.of(planted).defects().silence();

        for (SyntheticFeed feed : SilenceTally.FEEDS) {
            for (int fifth = 0; fifth < SilenceTally.FIFTHS; fifth++) {
                assertThat(silence.share(feed, fifth))
                        .as("%s, fifth %d", feed, fifth)
                        .isCloseTo(SilenceTally.planted(feed, fifth), org.assertj.core.api.Assertions.within(.02));
            }
        }
        assertThat(SilenceTally.planted(SyntheticFeed.SCHOOL)).isBetween(.195, .215);
        assertThat(SilenceTally.FEEDS).doesNotContain(SyntheticFeed.SCOPE, SyntheticFeed.NOTIFICATION_REGISTER);
    }

    @Test
    void theSmallMunicipalitiesHaveCountsTooSmallToShow() {
        PopulationSettings asked = PopulationSettings.of(42, 2_000)
                .withMunicipalities(List.of(
                        SyntheticMunicipality.invented(2_000),
                        DanishPopulation.municipality(741).withChildren(5_000),
                        DanishPopulation.municipality(825).withChildren(100)));
        PopulationSettings planted = asked.withDefects(EnumSet.of(Defect.SMALL_CELLS));
        MunicipalTally municipal = Tallies.of(planted).defects().municipal();

        assertThat(planted.made())
                .extracting(SyntheticMunicipality::code)
                .containsExactlyInAnyOrder(999, 741, 825, 563, 492);
        assertThat(planted.made())
                .filteredOn(each -> each.code() != SyntheticMunicipality.INVENTED)
                .allMatch(each -> each.children() < SmallCells.SMALL_BELOW);
        assertThat(municipal.of(825, Column.CHILDREN)).isEqualTo(100);
        assertThat(municipal.smallCounts()).isBetween(4L, 20L);
        assertThat(asked.made()).isEqualTo(asked.municipalities());
    }

    @Test
    void theChildrenOf999AreTheSameWithAndWithoutTheSmallMunicipalities() {
        PopulationSettings alone = PopulationSettings.of(42, 3_000);
        EnumSet<Defect> more = EnumSet.copyOf(Defect.usual());
        more.add(Defect.SMALL_CELLS);

        assertThat(children(alone.withDefects(more)))
                .startsWith(children(alone).toArray(SyntheticChild[]::new))
                .hasSizeGreaterThan(4_000);
    }

    private static List<SyntheticChild> children(PopulationSettings settings) {
        List<SyntheticChild> children = new java.util.ArrayList<>();
        SyntheticPopulation.generate(settings, children::add);
        return children;
    }
}
