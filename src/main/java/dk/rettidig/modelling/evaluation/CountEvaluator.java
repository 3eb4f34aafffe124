package dk.rettidig.modelling.evaluation;

import dk.rettidig.modelling.evaluation.EvaluationReport.Comparison;
import dk.rettidig.modelling.evaluation.EvaluationReport.GroupFigures;
import dk.rettidig.modelling.evaluation.EvaluationReport.Reliability;
import dk.rettidig.modelling.evaluation.EvaluationReport.Remark;
import dk.rettidig.modelling.evaluation.GroupCounts.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes an {@link EvaluationReport} of counts that were made outside. Small groups are left out, and when they are so few
 * people together that a subtraction from the total would tell of them, the next smallest is left out with them.
 */
public final class CountEvaluator {

    private final GroupCounts table;
    private final int smallest;
    private final Map<String, SortedMap<String, CountedFigures>> attributes = new LinkedHashMap<>();

    /**
     * An evaluation of a table.
     *
     * @param smallest people below whom a group is left out, at least 5
     */
    public CountEvaluator(GroupCounts table, int smallest) {
        this.table = table;
        this.smallest = smallest;
        Map<String, SortedMap<String, List<Cell>>> divided = new LinkedHashMap<>();
        for (Cell cell : table.cells()) {
            divided.computeIfAbsent(cell.attribute(), _ -> new TreeMap<>())
                    .computeIfAbsent(cell.value(), _ -> new ArrayList<>())
                    .add(cell);
        }
        divided.forEach((attribute, values) -> {
            SortedMap<String, CountedFigures> figures = new TreeMap<>();
            values.forEach((value, cells) -> figures.put(value, new CountedFigures(table, cells)));
            attributes.put(attribute, figures);
        });
    }

    /** People in all, by the attribute that is known of most. */
    public long people() {
        return all().people();
    }

    /** The share of them with the outcome; NaN of nobody. */
    public double baseRate() {
        return all().baseRate();
    }

    /** Evaluates. */
    public EvaluationReport report() {
        CountedFigures all = all();
        Map<String, Interval> overall = all.figures();
        List<GroupFigures> groups = new ArrayList<>();
        Map<String, List<Reliability>> byGroup = new LinkedHashMap<>();
        attributes.forEach((attribute, values) -> {
            Set<String> left = left(values);
            values.forEach((value, figures) -> {
                boolean out = left.contains(value);
                groups.add(group(attribute, value, figures, out));
                List<Reliability> bands = out ? List.of() : figures.reliability(smallest);
                if (!bands.isEmpty()) {
                    byGroup.put(attribute + ": " + value, bands);
                }
            });
        });
        Comparison comparison = new Comparison(
                "counts", "Antal, opgjort udenfor", "Counts made outside", table.threshold(), overall, groups);
        return new EvaluationReport(
                table.subject(),
                table.subject() + ", " + String.join(", ", attributes.keySet()),
                Math.toIntExact(all.people()),
                0,
                all.baseRate(),
                table.threshold(),
                table.banded() ? "angivet / as given" : "høj eller lav i tabellen / high or low in the table",
                0,
                smallest,
                List.of(comparison),
                all.reliability(smallest),
                byGroup,
                List.of(),
                List.of(),
                List.of(),
                remarks(all.people(), groups.stream().anyMatch(GroupFigures::suppressed)));
    }

    /** Everybody, by the attribute that is known of most. */
    private CountedFigures all() {
        String widest = attributes.keySet().stream()
                .max(Comparator.comparingLong(this::people))
                .orElseThrow(() -> new IllegalArgumentException("a table has a cell"));
        return new CountedFigures(
                table,
                table.cells().stream()
                        .filter(cell -> cell.attribute().equals(widest))
                        .toList());
    }

    private long people(String attribute) {
        return attributes.getOrDefault(attribute, new TreeMap<>()).values().stream()
                .mapToLong(CountedFigures::people)
                .sum();
    }

    /** The groups that are not shown: the small ones, and with them the next while they are few people together. */
    private Set<String> left(SortedMap<String, CountedFigures> values) {
        List<Map.Entry<String, CountedFigures>> bySize = values.entrySet().stream()
                .sorted(Comparator.comparingLong(group -> group.getValue().people()))
                .toList();
        Set<String> left = new HashSet<>();
        long together = 0;
        for (Map.Entry<String, CountedFigures> group : bySize) {
            long people = group.getValue().people();
            if (people < smallest || (!left.isEmpty() && together < smallest)) {
                left.add(group.getKey());
                together += people;
            }
        }
        return left;
    }

    private static GroupFigures group(String attribute, String value, CountedFigures figures, boolean out) {
        if (out) {
            return new GroupFigures(attribute, value, -1, true, true, Map.of());
        }
        long people = figures.people();
        return new GroupFigures(attribute, value, Math.toIntExact(people), false, people < Plan.FEW, figures.figures());
    }

    private List<Remark> remarks(long all, boolean left) {
        List<Remark> remarks = new ArrayList<>();
        remarks.add(new Remark(
                "Antal, opgjort uden for tjenesten. Oplysninger som oprindelse kommer aldrig ind i den. Intervaller: andele"
                        + " efter Wilson, AUC efter DeLong, gennemsnit efter deres standardfejl; søskende er talt hver for sig.",
                "Counts made outside the service. Attributes such as origin never enter it. Intervals: shares by Wilson, AUC"
                        + " by DeLong, means by their standard error; siblings are counted one by one."));
        if (left) {
            remarks.add(new Remark(
                    "Grupper på færre end " + smallest + " er udeladt, og den næstmindste også, når de ellers kunne"
                            + " regnes ud af de andre.",
                    "Groups of fewer than " + smallest + " are left out, and the next smallest too where they could"
                            + " otherwise be worked out from the others."));
        }
        attributes.keySet().stream()
                .filter(attribute -> people(attribute) != all)
                .map(attribute -> new Remark(
                        attribute + " er ikke kendt for alle: tallene for alle gælder flere, end grupperne har i alt.",
                        attribute + " is not known of all: the figures for everybody are of more people than the groups"
                                + " have together."))
                .forEach(remarks::add);
        return remarks;
    }
}
