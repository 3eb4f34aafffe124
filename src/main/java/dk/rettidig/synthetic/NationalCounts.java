package dk.rettidig.synthetic;

import java.util.Map;

/**
 * Counts of notifications in a year and a nation of any size, from wherever they are: the generator, or published statistics.
 *
 * @param population children aged 0 to 17
 * @param notifications all
 * @param children notified, with the unborn
 * @param unborn of them, the unborn
 * @param unregistered of them, those who have no age and are not among the population
 * @param notifiers notifications by code of the group, {@code N01} to {@code N11}
 * @param times children by how many notifications they had, {@code 1} to {@code 5} and {@code 6+}; together all children
 * @param sexes children by sex, {@code male} and {@code female}; empty where nobody counted by it
 */
public record NationalCounts(
        double population,
        double notifications,
        double children,
        double unborn,
        double unregistered,
        Map<String, Double> notifiers,
        Map<String, Double> times,
        Map<String, Double> sexes) {

    public NationalCounts {
        notifiers = Map.copyOf(notifiers);
        times = Map.copyOf(times);
        sexes = Map.copyOf(sexes);
    }
}
