package dk.rettidig.synthetic;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A population over several years, one cohort a year: the same families and family numbers in every one. Family factor,
 * child factor, group and education stay; need and circumstances last from year to year with some noise; notifications,
 * absence and feed faults are each year's own. The cohort of the latest year is the population itself, to the byte. In an
 * earlier cohort who has turned 18 since is still there, and who was born since isn't; family sizes stay.
 */
public final class SyntheticHistory {

    private SyntheticHistory() {}

    /**
     * The cohorts of so many years, oldest first; the settings' own as-of day is the last one's.
     *
     * @throws SyntheticFault {@code synthetic_years_out_of_range}, {@code synthetic_date_out_of_range}
     */
    public static List<PopulationSettings> cohorts(PopulationSettings latest, int years) {
        if (years < 1 || years > PopulationSettings.MOST_YEARS_BEFORE + 1) {
            throw new SyntheticFault(SyntheticErrorCode.YEARS_OUT_OF_RANGE);
        }
        return IntStream.rangeClosed(1, years)
                .mapToObj(i -> latest.before(years - i))
                .toList();
    }

    /** Hands over every child of every cohort, oldest first, siblings next to each other; nothing is held. */
    public static void generate(PopulationSettings latest, int years, int threads, Consumer<CohortChild> consumer) {
        for (PopulationSettings cohort : cohorts(latest, years)) {
            SyntheticPopulation.generate(cohort, threads, child -> consumer.accept(new CohortChild(cohort, child)));
        }
    }
}
