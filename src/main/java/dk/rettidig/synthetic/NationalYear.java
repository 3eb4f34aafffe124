package dk.rettidig.synthetic;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A year that notifications can be made of as they were published ({@link NationalFigure}).
 *
 * @param notifications all, those about unborn children among them
 * @param children notified, the unborn among them
 * @param population children aged 0 to 17
 * @param share of the population's children that was notified
 */
public record NationalYear(int year, double notifications, double children, double population, double share) {

    /** The first of them. */
    public static final int FIRST = 2018;
    /** The last of them. */
    public static final int LAST = 2022;

    private static final Map<Integer, NationalYear> ALL = IntStream.rangeClosed(FIRST, LAST)
            .mapToObj(NationalYear::read)
            .collect(Collectors.toMap(NationalYear::year, Function.identity()));

    private static NationalYear read(int year) {
        return new NationalYear(
                year,
                figure(year, "notifications"),
                figure(year, "children"),
                figure(year, "children_0_17"),
                figure(year, "share_of_0_17"));
    }

    /** The year, if enough of it was published. */
    public static Optional<NationalYear> of(int year) {
        return Optional.ofNullable(ALL.get(year));
    }

    /** Its first day. */
    public LocalDate first() {
        return LocalDate.of(year, 1, 1);
    }

    /** Notifications for each notified child. */
    public double mean() {
        return notifications / children;
    }

    /**
     * Notified children outside the population for each within: the published count of children is larger than the published share
     * of the population.
     */
    double outside() {
        return children / (share * population) - 1;
    }

    /** Of them the unborn or unknown; published of 2018 alone and taken to be the same part in every year. */
    double unborn() {
        return Math.min(outside(), figure(FIRST, "unborn_or_unknown") / (ofFirst().share * ofFirst().population));
    }

    private static NationalYear ofFirst() {
        return read(FIRST);
    }

    /**
     * The shares of the groups of notifiers, in the order of their codes: as published of the year, of a group that it wasn't
     * published of as in the nearest year that it was, and the rest in the proportion of {@link Notifier#share}.
     */
    double[] notifiers() {
        double[] shares = new double[Notifier.values().length];
        double known = 0;
        double others = 0;
        for (Notifier group : Notifier.values()) {
            Optional<Double> nearest = nearest(String.format("by_N%02d", group.code()));
            shares[group.code() - 1] = nearest.orElse(-group.share());
            known += nearest.orElse(0.0);
            others += nearest.isPresent() ? 0 : group.share();
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = shares[i] < 0 ? -shares[i] / others * (1 - known) : shares[i];
        }
        return shares;
    }

    private Optional<Double> nearest(String id) {
        for (int away = 0; away <= LAST - FIRST; away++) {
            for (int candidate : new int[] {year + away, year - away}) {
                if (NationalFigure.find(candidate, id).isPresent()) {
                    return Optional.of(figure(candidate, id));
                }
            }
        }
        return Optional.empty();
    }

    private static double figure(int year, String id) {
        return NationalFigure.find(year, id)
                .orElseThrow(() -> new IllegalStateException("national-figures.csv has no " + id + " of " + year));
    }
}
