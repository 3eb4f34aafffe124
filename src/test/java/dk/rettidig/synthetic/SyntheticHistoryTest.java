package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.indicator.Observation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cohorts of several years: what stays stays, what doesn't is drawn anew, and nothing comes from the future. */
class SyntheticHistoryTest {

    private static final PopulationSettings LATEST = PopulationSettings.of(42, 12_000);

    private static List<SyntheticChild> make(PopulationSettings settings) {
        List<SyntheticChild> children = new ArrayList<>();
        SyntheticPopulation.generate(settings, 2, children::add);
        return children;
    }

    private static Map<String, SyntheticChild> byId(PopulationSettings settings) {
        return make(settings).stream()
                .collect(Collectors.toMap(child -> child.person().id(), Function.identity()));
    }

    @Test
    void theLastCohortIsThePopulationItself() {
        List<CohortChild> history = new ArrayList<>();
        SyntheticHistory.generate(LATEST, 3, 2, history::add);

        assertThat(history).hasSize(36_000);
        assertThat(history.subList(24_000, 36_000))
                .extracting(CohortChild::child)
                .isEqualTo(make(LATEST));
        assertThat(history)
                .extracting(CohortChild::day)
                .isSorted()
                .contains(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 11, 1), LocalDate.of(2026, 11, 1));
    }

    @Test
    void anEarlierCohortIsTheSameForEveryNumberOfThreads() {
        List<SyntheticChild> again = new ArrayList<>();
        SyntheticPopulation.generate(LATEST.before(2), 5, again::add);

        assertThat(again).isEqualTo(make(LATEST.before(2)));
    }

    @Test
    void aChildIsTheSameOneAYearYounger() {
        Map<String, SyntheticChild> now = byId(LATEST);
        int same = 0;
        for (SyntheticChild before : make(LATEST.before(1))) {
            SyntheticChild after = now.get(before.person().id());
            if (after != null) {
                same++;
                assertThat(before.person().age()).isEqualTo(after.person().age() - 1);
                assertThat(before.person().girl()).isEqualTo(after.person().girl());
                assertThat(before.person().familyKey()).isEqualTo(after.person().familyKey());
                assertThat(before.person().groupG()).isEqualTo(after.person().groupG());
                assertThat(before.latent().family()).isEqualTo(after.latent().family());
                assertThat(before.latent().child()).isEqualTo(after.latent().child());
                assertThat(before.pseudonym()).isEqualTo(after.pseudonym());
                assertThat(before.actual(SyntheticIndicator.PAR_EDU))
                        .isEqualTo(after.actual(SyntheticIndicator.PAR_EDU));
                assertThat(before.actual(SyntheticIndicator.MOTHER_YOUNG))
                        .isEqualTo(after.actual(SyntheticIndicator.MOTHER_YOUNG));
            }
        }
        assertThat(same).isBetween(11_200, 11_500);
    }

    @Test
    void whoIsNotBornYetStandsBackForAnElderSiblingWhoHasTurned18() {
        Map<String, SyntheticChild> now = byId(LATEST);
        List<SyntheticChild> elder = make(LATEST.before(2)).stream()
                .filter(child -> child.person().generation() == 1)
                .toList();

        assertThat(elder).hasSizeBetween(1_100, 1_450);
        assertThat(elder).allSatisfy(child -> {
            assertThat(child.person().age()).isBetween(16, 17);
            assertThat(child.person().id()).endsWith("-1");
            assertThat(now).doesNotContainKey(child.person().id());
        });
        assertThat(elder)
                .extracting(SyntheticChild::pseudonym)
                .doesNotContainAnyElementsOf(
                        now.values().stream().map(SyntheticChild::pseudonym).toList());
    }

    @Test
    void needAndCircumstancesLastAndNotificationsAreDrawnAnew() {
        Map<String, SyntheticChild> now = byId(LATEST);
        List<SyntheticChild> before = make(LATEST.before(1)).stream()
                .filter(child -> now.containsKey(child.person().id()))
                .toList();

        assertThat(lasting(before, now, child -> child.latent().need())).isBetween(.55, .85);
        assertThat(lasting(
                        before,
                        now,
                        child -> child.actual(SyntheticIndicator.PAR_BENEFIT).orElse(0) > 0))
                .isBetween(.5, .9);
        assertThat(lasting(before, now, child -> child.history().notified())).isBetween(.20, .36);
    }

    /** Of those of whom it was true the year before, the share of whom it is true now. */
    private static double lasting(
            List<SyntheticChild> before, Map<String, SyntheticChild> now, Function<SyntheticChild, Boolean> fact) {
        List<SyntheticChild> then = before.stream().filter(fact::apply).toList();
        return then.stream()
                        .filter(child -> fact.apply(
                                Objects.requireNonNull(now.get(child.person().id()))))
                        .count()
                / (double) then.size();
    }

    @Test
    void whatBecameOfAnEarlierCohortIsWhatTheNextOnesRegisterShows() {
        Map<String, SyntheticChild> next = byId(LATEST.before(1));

        int both = 0;
        for (SyntheticChild child : make(LATEST.before(2))) {
            SyntheticChild after = next.get(child.person().id());
            if (after != null) {
                both++;
                assertThat(child.outcomes().notifiedAgain())
                        .isEqualTo(after.history().notified());
            }
        }
        assertThat(both).isGreaterThan(11_000);
    }

    @Test
    void everythingInACohortWasKnownBeforeItsDayAndTheOutcomeAfterItButBeforeTheNext() {
        int pending = 0;
        for (PopulationSettings cohort : SyntheticHistory.cohorts(LATEST, 2)) {
            for (SyntheticChild child : make(cohort)) {
                CohortChild row = new CohortChild(cohort, child);
                for (Observation observation : row.observations()) {
                    assertThat(observation.knownAt())
                            .isBefore(row.day().atStartOfDay().toInstant(ZoneOffset.UTC));
                    assertThat(observation.to()).isBefore(row.day());
                }
                if (row.isPending()) {
                    pending++;
                    assertThat(row.assessment().orElseThrow().knownOn())
                            .isAfter(row.day())
                            .isBeforeOrEqualTo(row.day().plusDays(182));
                }
            }
        }
        assertThat(pending).isGreaterThan(300);
    }

    @Test
    void anAssessmentBelongsToTheNotifiedAndEndsWithinSixMonths() {
        for (SyntheticChild child : make(LATEST)) {
            CohortChild row = new CohortChild(LATEST, child);
            assertThat(row.assessment().isPresent()).isEqualTo(child.history().notified());
            int days = child.outcomes().assessmentDays();
            assertThat(child.history().notified() ? days >= 60 && days <= 182 : days == 0)
                    .isTrue();
        }
    }

    @Test
    void driftAndMovesHappenInTheLatestYearAlone() {
        PopulationSettings all = LATEST.withDefects(EnumSet.allOf(Defect.class));

        assertThat(make(all)).anyMatch(child -> child.history().silenced());
        assertThat(make(all)).anyMatch(child -> child.person().movedDaysAgo() >= 0);
        assertThat(make(all.before(1)))
                .noneMatch(child -> child.history().silenced())
                .noneMatch(child -> child.person().movedDaysAgo() >= 0);
    }

    @Test
    void refusesAHistoryThatCannotBeMade() {
        assertThatThrownBy(() -> SyntheticHistory.cohorts(LATEST, 0)).hasMessageContaining("years_out_of_range");
        assertThatThrownBy(() -> SyntheticHistory.cohorts(LATEST, 11)).hasMessageContaining("years_out_of_range");
        assertThatThrownBy(() -> SyntheticHistory.cohorts(LATEST.withAsOf(LocalDate.of(2003, 1, 1)), 5))
                .hasMessageContaining("date_out_of_range");
        assertThat(SyntheticHistory.cohorts(LATEST, 10)).hasSize(10);
    }
}
