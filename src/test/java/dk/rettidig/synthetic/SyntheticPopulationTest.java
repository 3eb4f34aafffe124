package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.indicator.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticPopulationTest {

    private static List<SyntheticChild> make(PopulationSettings settings, int threads) {
        List<SyntheticChild> children = new ArrayList<>();
        SyntheticPopulation.generate(settings, threads, children::add);
        return children;
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        PopulationSettings settings = PopulationSettings.of(7, 20_000);

        assertThat(make(settings, 5)).isEqualTo(make(settings, 1));
    }

    @Test
    void anotherSeedGivesOtherChildrenAndPseudonyms() {
        List<SyntheticChild> first = make(PopulationSettings.of(1, 500), 1);
        List<SyntheticChild> second = make(PopulationSettings.of(2, 500), 1);

        assertThat(first).isNotEqualTo(second);
        assertThat(first)
                .map(SyntheticChild::pseudonym)
                .doesNotContainAnyElementsOf(
                        second.stream().map(SyntheticChild::pseudonym).toList());
    }

    @Test
    void aMunicipalitysChildrenDoNotDependOnWhichOthersAreMade() {
        List<SyntheticMunicipality> both =
                List.of(DanishPopulation.municipality(825), DanishPopulation.municipality(563));
        PopulationSettings settings = PopulationSettings.of(42, 0).withMunicipalities(both);

        List<SyntheticChild> alone = make(settings.withMunicipalities(List.of(both.get(1))), 2);

        assertThat(make(settings, 2)).hasSize(354 + 700).endsWith(alone.toArray(SyntheticChild[]::new));
    }

    @Test
    void siblingsShareFamilyFactorGroupAndMoveAndStandTogether() {
        Map<Integer, SyntheticChild> eldest = new HashMap<>();
        Set<Integer> closed = new HashSet<>();
        int last = -1;
        for (SyntheticChild child : make(PopulationSettings.of(3, 5_000), 2)) {
            int family = child.person().family();
            if (family != last) {
                closed.add(last);
                last = family;
            }
            assertThat(closed).doesNotContain(family);
            SyntheticChild first = eldest.computeIfAbsent(family, any -> child);
            assertThat(child.latent().family()).isEqualTo(first.latent().family());
            assertThat(child.person().groupG()).isEqualTo(first.person().groupG());
            assertThat(child.person().movedDaysAgo()).isEqualTo(first.person().movedDaysAgo());
        }
        assertThat(eldest.size()).isBetween(2_300, 2_900);
    }

    @Test
    void siblingsNotificationsAreCountedWithoutTheChildsOwn() {
        Map<Integer, List<SyntheticChild>> families = new HashMap<>();
        make(PopulationSettings.of(3, 5_000), 2)
                .forEach(child -> families.computeIfAbsent(child.person().family(), any -> new ArrayList<>())
                        .add(child));

        families.values()
                .forEach(family -> family.forEach(child -> {
                    int others = family.stream()
                                    .mapToInt(sibling -> sibling.history().count())
                                    .sum()
                            - child.history().count();
                    assertThat(child.actual(SyntheticIndicator.SIB_NOTIF)).hasValue(others);
                }));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 99, 4_095, 4_097})
    void anyNumberOfChildrenIsMetExactly(int number) {
        List<SyntheticChild> children = make(PopulationSettings.of(42, number), 3);

        assertThat(children).hasSize(number);
        for (int i = 0; i < number; i++) {
            assertThat(children.get(i).person().number()).isEqualTo(i);
        }
    }

    @Test
    void anAssessmentFindsNeedOnlyAmongTheNotified() {
        for (SyntheticChild child : make(PopulationSettings.of(5, 5_000), 2)) {
            boolean notified = child.history().notified();
            assertThat(notified || !child.outcomes().assessedNeed()).isTrue();
            assertThat(child.observed(SyntheticIndicator.NOTIF_SINCE).isPresent())
                    .isEqualTo(notified);
        }
    }

    @Test
    void absenceIsKnownOnlyAtTheAgesThatAttend() {
        for (SyntheticChild child : make(PopulationSettings.of(5, 5_000), 2)) {
            int age = child.person().age();
            assertThat(child.actual(SyntheticIndicator.SCH_ABS_UNL).isPresent()).isEqualTo(age >= 6 && age <= 16);
            assertThat(child.actual(SyntheticIndicator.DAY_ABS).isPresent()).isEqualTo(age >= 1 && age <= 5);
            assertThat(child.actual(SyntheticIndicator.SCH_ABS_UNL).orElse(0))
                    .isLessThanOrEqualTo(
                            child.actual(SyntheticIndicator.SCH_ABS_ALL).orElse(0));
        }
    }

    @Test
    void theObservationStreamGivesTwelveOfEachChildInRandomOrder() {
        PopulationSettings settings = PopulationSettings.of(42, 3_000);
        ObservationStream stream = new ObservationStream(settings);
        Map<Object, Integer> each = new HashMap<>();
        int together = 0;
        int count = 0;
        Object before = "";
        while (stream.hasNext()) {
            Observation observation = stream.next();
            each.merge(observation.pseudonym(), 1, Integer::sum);
            together += observation.pseudonym().equals(before) ? 1 : 0;
            before = observation.pseudonym();
            count++;
        }

        assertThat(count).isEqualTo(36_000);
        assertThat(each)
                .hasSize(3_000)
                .allSatisfy((pseudonym, rows) -> assertThat(rows).isEqualTo(12));
        assertThat(together).isLessThan(100);
    }

    @Test
    void refusesSettingsThatCannotBeMet() {
        PopulationSettings settings = PopulationSettings.of(42, 10);

        assertRefused(SyntheticErrorCode.SEED_OUT_OF_RANGE, () -> PopulationSettings.of(1_000_000_000L, 10));
        assertRefused(SyntheticErrorCode.SEED_OUT_OF_RANGE, () -> PopulationSettings.of(-1, 10));
        assertRefused(SyntheticErrorCode.CHILDREN_OUT_OF_RANGE, () -> PopulationSettings.of(42, -1));
        assertRefused(SyntheticErrorCode.UNKNOWN_MUNICIPALITY, () -> DanishPopulation.municipality(411));
        assertRefused(SyntheticErrorCode.DATE_OUT_OF_RANGE, () -> settings.withAsOf(LocalDate.MAX));
        assertRefused(SyntheticErrorCode.SCOPE_DAYS_OUT_OF_RANGE, () -> settings.withScopeDays(0));
        assertRefused(
                SyntheticErrorCode.REPEATED_MUNICIPALITY,
                () -> settings.withMunicipalities(
                        List.of(SyntheticMunicipality.invented(1), SyntheticMunicipality.invented(2))));
        assertRefused(SyntheticErrorCode.UNKNOWN_FAULT, () -> Defect.parse("nonsense"));
    }

    private static void assertRefused(
            SyntheticErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SyntheticFault.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(code));
    }
}
