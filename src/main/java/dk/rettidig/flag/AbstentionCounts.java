package dk.rettidig.flag;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Of how many children in each age band a run said nothing, in all and for each reason. A child may have several reasons.
 *
 * @param byReason children by reason ({@link #ALL} for whatever reason), then by age band (-1 when not known)
 */
public record AbstentionCounts(Map<String, Map<Integer, Long>> byReason) {

    /** Of nobody. */
    public static final AbstentionCounts NONE = new AbstentionCounts(Map.of());

    /** The row of children without a calculation, whatever the reason. */
    public static final String ALL = "abstained";

    /** Counts below this are not shown: so few children could be told apart. */
    public static final long SMALLEST_SHOWN = 5;

    public AbstentionCounts {
        byReason = Map.copyOf(byReason);
    }

    /** The age bands that anybody without a calculation is in, ascending. */
    public SortedSet<Integer> bands() {
        SortedSet<Integer> bands = new TreeSet<>();
        byReason.values().forEach(counts -> bands.addAll(counts.keySet()));
        return bands;
    }

    /** The rows as they may be shown, the one for all first, then by reason. */
    public List<Row> shown() {
        return byReason.keySet().stream()
                .sorted(Comparator.comparing((String reason) -> !reason.equals(ALL))
                        .thenComparing(reason -> reason))
                .map(this::row)
                .toList();
    }

    private Row row(String reason) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        Map<Integer, Long> given = byReason.getOrDefault(reason, Map.of());
        bands().forEach(band -> counts.put(band, given.getOrDefault(band, 0L)));
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        SortedSet<Integer> hidden = hidden(counts, total);
        SortedMap<Integer, OptionalLong> cells = new TreeMap<>();
        counts.forEach((band, children) ->
                cells.put(band, hidden.contains(band) ? OptionalLong.empty() : OptionalLong.of(children)));
        return new Row(reason, total < SMALLEST_SHOWN ? OptionalLong.empty() : OptionalLong.of(total), cells);
    }

    /** The bands that are not shown: small ones, and where that is one alone the next larger, which would give it away. */
    private static SortedSet<Integer> hidden(SortedMap<Integer, Long> counts, long total) {
        if (total < SMALLEST_SHOWN) {
            return new TreeSet<>(counts.keySet());
        }
        SortedSet<Integer> hidden = new TreeSet<>();
        counts.forEach((band, children) -> {
            if (children > 0 && children < SMALLEST_SHOWN) {
                hidden.add(band);
            }
        });
        if (hidden.size() == 1) {
            counts.entrySet().stream()
                    .filter(each -> each.getValue() >= SMALLEST_SHOWN)
                    .min(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .ifPresent(next -> hidden.add(next.getKey()));
        }
        return hidden;
    }

    /**
     * The children of one reason.
     *
     * @param total empty when it is too small to be shown
     * @param byAgeBand empty where a count is too small to be shown, or would give such a one away
     */
    public record Row(String reason, OptionalLong total, SortedMap<Integer, OptionalLong> byAgeBand) {}
}
