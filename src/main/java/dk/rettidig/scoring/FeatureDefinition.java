package dk.rettidig.scoring;

import dk.rettidig.indicator.IndicatorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One input of a scorecard: an indicator, the window in which its latest period is sought, and how its value becomes bins.
 * With {@code edges}, bin 0 lies below the first edge and bin i holds values of at least edge i; bins are cumulative: bin i
 * carries the weights of edges 1 to i. With {@code categories}, bin i is the i-th code and the first is the reference with
 * weight 0.
 *
 * @param source kind of registry that delivers it; sources that deliver something current count as live
 * @param windowDays days before the as-of day in which the latest period must end
 * @param freshnessDays days after which a period's end makes the value stale; at most {@code windowDays}
 * @param direction {@code NONE} exactly for categories
 * @param edges strictly ascending, in the indicator's unit; empty for categories
 * @param categories codes; empty for edges
 * @param weights log-odds of each edge, or of each category after the first
 * @param missingWeight log-odds of the missing bin; 0 under {@code ABSTAIN}
 * @param trainingCounts children in each bin in training
 * @param missingCount children in the missing bin in training
 */
public record FeatureDefinition(
        IndicatorId indicator,
        String source,
        int windowDays,
        int freshnessDays,
        Direction direction,
        MissingRule missing,
        List<Double> edges,
        List<Integer> categories,
        List<Double> weights,
        double missingWeight,
        List<Integer> trainingCounts,
        int missingCount) {

    public FeatureDefinition {
        Objects.requireNonNull(indicator);
        Objects.requireNonNull(source);
        Objects.requireNonNull(missing);
        edges = List.copyOf(edges);
        categories = List.copyOf(categories);
        weights = List.copyOf(weights);
        trainingCounts = List.copyOf(trainingCounts);
        require(edges.isEmpty() != categories.isEmpty(), "either edges or categories");
        require((direction == Direction.NONE) == edges.isEmpty(), "a direction exactly when it has edges");
        require(ascending(edges), "edges that ascend");
        require(categories.stream().distinct().count() == categories.size(), "each category once");
        int bins = edges.isEmpty() ? categories.size() : edges.size() + 1;
        require(weights.size() == bins - 1, "a weight for every bin but the first");
        require(trainingCounts.size() == bins && missingCount >= 0, "a count for every bin");
        require(trainingCounts.stream().allMatch(count -> count >= 0), "counts of at least 0");
        require(finite(weights) && Double.isFinite(missingWeight), "finite weights");
        require(freshnessDays > 0 && windowDays >= freshnessDays, "a window no shorter than the freshness");
    }

    /** Number of bins, without the missing one. */
    public int bins() {
        return trainingCounts.size();
    }

    /** Whether no weight runs against the direction. */
    public boolean keepsItsDirection() {
        return switch (direction) {
            case INCREASING -> weights.stream().allMatch(weight -> weight >= 0);
            case DECREASING -> weights.stream().allMatch(weight -> weight <= 0);
            case NONE -> true;
        };
    }

    /** The names of the Tribuo features that belong to it, in the order of {@code weights}, the missing bin's last. */
    public List<String> tribuoNames() {
        List<String> names = new ArrayList<>();
        edges.forEach(edge -> names.add(indicator + ">=" + edge));
        categories.stream().skip(1).forEach(code -> names.add(indicator + "=" + code));
        if (missing == MissingRule.OWN_BIN) {
            names.add(missingName());
        }
        return names;
    }

    /** The name of the Tribuo feature of the missing bin. */
    public String missingName() {
        return indicator + "?";
    }

    private static boolean ascending(List<Double> edges) {
        for (int i = 0; i < edges.size(); i++) {
            boolean rises = i == 0 || edges.get(i) > edges.get(i - 1);
            if (!Double.isFinite(edges.get(i)) || !rises) {
                return false;
            }
        }
        return true;
    }

    private static boolean finite(List<Double> values) {
        return values.stream().allMatch(Double::isFinite);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("a feature has " + what);
        }
    }
}
