package dk.rettidig.modelling.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A way to divide rows into groups.
 *
 * @param name of the attribute
 * @param levels its values, in the order of a report
 * @param codes for each row the place of its value in {@code levels}, -1 where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // a column, never compared
public record Grouping(String name, List<String> levels, int[] codes) {

    public Grouping {
        levels = List.copyOf(levels);
    }

    /**
     * Groups by a text, levels in alphabetical order; an empty text is no value.
     *
     * @param rows how many
     * @param text of each row
     */
    public static Grouping of(String name, int rows, IntFunction<String> text) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        int[] found = new int[rows];
        for (int row = 0; row < rows; row++) {
            String value = text.apply(row);
            found[row] = value.isEmpty() ? -1 : seen.computeIfAbsent(value, _ -> seen.size());
        }
        List<String> levels = new ArrayList<>(seen.keySet());
        levels.sort(null);
        int[] places = new int[levels.size()];
        for (int level = 0; level < places.length; level++) {
            Integer was = seen.get(levels.get(level));
            places[was == null ? 0 : was] = level;
        }
        return new Grouping(
                name,
                levels,
                Arrays.stream(found).map(code -> code < 0 ? -1 : places[code]).toArray());
    }

    /** Number of rows in a level. */
    public int size(int level) {
        int size = 0;
        for (int code : codes) {
            size += code == level ? 1 : 0;
        }
        return size;
    }
}
