package dk.rettidig.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A table as a JSON-stat 2.0 dataset (json-stat.org/format): values in row-major order of the dimensions, the last dimension
 * changing fastest; a value that is not known is {@code null}, and its status says why.
 *
 * @param size categories of each dimension, in the order of {@code id}
 * @param status by the position of the value
 */
@JsonPropertyOrder({
    "version",
    "class",
    "label",
    "source",
    "updated",
    "id",
    "size",
    "dimension",
    "role",
    "value",
    "status"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JsonStat(
        String version,
        @JsonProperty("class") String type,
        String label,
        String source,
        String updated,
        List<String> id,
        List<Integer> size,
        Map<String, Dimension> dimension,
        Map<String, List<String>> role,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<@org.jspecify.annotations.Nullable Double> value,
        Map<String, String> status) {

    /** A dimension with its categories. */
    public record Dimension(String label, Category category) {}

    /** Categories: their order, and the words for them. */
    public record Category(List<String> index, Map<String, String> label) {}

    /**
     * An axis of a table.
     *
     * @param id short name
     * @param label words
     * @param categories words by code, in order
     * @param role {@code time}, {@code geo}, {@code metric} or empty
     */
    public record Axis(String id, String label, Map<String, String> categories, String role) {

        public Axis {
            if (categories.isEmpty()) {
                throw new IllegalArgumentException("a dimension has a category");
            }
            if (!List.of("", "time", "geo", "metric").contains(role)) {
                throw new IllegalArgumentException("a role is time, geo or metric");
            }
            categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
        }
    }

    /**
     * One value.
     *
     * @param status why it is missing or to be read with care; empty when there is nothing to say
     */
    public record Value(OptionalDouble value, String status) {

        /** A value with nothing to say about it. */
        public static Value of(double value) {
            return new Value(OptionalDouble.of(value), "");
        }
    }

    /** What the table is. */
    public record Title(String label, String source, Instant updated) {}

    /**
     * A dataset.
     *
     * @param values in row-major order, as many as the product of the sizes
     */
    public static JsonStat of(Title title, List<Axis> axes, List<Value> values) {
        long cells = axes.stream().mapToLong(axis -> axis.categories().size()).reduce(1, Math::multiplyExact);
        if (cells != values.size()) {
            throw new IllegalArgumentException("a table of " + cells + " cells has " + values.size() + " values");
        }
        if (axes.stream().map(Axis::id).distinct().count() != axes.size()) {
            throw new IllegalArgumentException("each dimension has its own id");
        }
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        Map<String, List<String>> roles = new LinkedHashMap<>();
        for (Axis axis : axes) {
            Category category = new Category(List.copyOf(axis.categories().keySet()), axis.categories());
            dimensions.put(axis.id(), new Dimension(axis.label(), category));
            if (!axis.role().isEmpty()) {
                roles.computeIfAbsent(axis.role(), first -> new ArrayList<>()).add(axis.id());
            }
        }
        return new JsonStat(
                "2.0",
                "dataset",
                title.label(),
                title.source(),
                title.updated().toString(),
                axes.stream().map(Axis::id).toList(),
                axes.stream().map(axis -> axis.categories().size()).toList(),
                dimensions,
                roles,
                numbers(values),
                statuses(values));
    }

    private static List<@org.jspecify.annotations.Nullable Double> numbers(List<Value> values) {
        List<@org.jspecify.annotations.Nullable Double> numbers = new ArrayList<>();
        for (Value value : values) {
            numbers.add(value.value().isPresent() ? value.value().getAsDouble() : null);
        }
        return Collections.unmodifiableList(numbers);
    }

    private static Map<String, String> statuses(List<Value> values) {
        Map<String, String> statuses = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).status().isEmpty()) {
                statuses.put(Integer.toString(i), values.get(i).status());
            }
        }
        return statuses;
    }
}
