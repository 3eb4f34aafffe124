package dk.rettidig.oversight;

import dk.rettidig.oversight.LedgerRegister.DayCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who did unusually much on a day: more than the median of all days of the same kind of actor and five times the median
 * deviation from it (Hampel's rule with a wide bound), and no less than {@value #LEAST}. A hint for a person to look, no finding.
 */
@ApplicationScoped
public class Volumes {

    /** Fewer entries a day are never called unusual. */
    static final long LEAST = 20;

    private static final double BOUND = 5;

    private final LedgerRegister register;
    private final LedgerIndexing indexing;

    Volumes(LedgerRegister register, LedgerIndexing indexing) {
        this.register = register;
        this.indexing = indexing;
    }

    /**
     * One actor's day.
     *
     * @param usual the median of the days of this kind of actor
     */
    public record Day(DayCount count, double usual, boolean unusual) {}

    /** Days with at least one entry, the largest first. */
    public List<Day> days(LocalDate from, LocalDate to) {
        indexing.catchUp();
        return judged(register.days(from, to));
    }

    static List<Day> judged(List<DayCount> counts) {
        Map<String, List<DayCount>> kinds = counts.stream().collect(Collectors.groupingBy(DayCount::actorKind));
        List<Day> days = new ArrayList<>();
        kinds.forEach((kind, ofKind) -> {
            double median =
                    median(ofKind.stream().map(each -> (double) each.entries()).toList());
            double deviation = median(ofKind.stream()
                    .map(each -> Math.abs(each.entries() - median))
                    .toList());
            for (DayCount count : ofKind) {
                boolean unusual = count.entries() >= LEAST && count.entries() > median + BOUND * Math.max(1, deviation);
                days.add(new Day(count, median, unusual));
            }
        });
        days.sort(Comparator.comparingLong((Day day) -> day.count().entries()).reversed());
        return days;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
