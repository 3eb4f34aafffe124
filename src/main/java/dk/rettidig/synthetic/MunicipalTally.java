package dk.rettidig.synthetic;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counts of each municipality: the known answer to statistics that must protect the small ones. */
final class MunicipalTally {

    private static final int COLUMNS = Column.values().length;

    private final Map<Integer, long[]> rows = new TreeMap<>();

    /** What is counted. */
    enum Column {
        CHILDREN,
        NOTIFIED,
        ASSESSED_NEED,
        NOTIFIED_AGAIN,
        GRAVE,
        PLACED,
        UNBORN,
        MOVED_AWAY,
        MOVED_IN;

        /** The name in population.json. */
        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        @SuppressWarnings("EnumOrdinal") // never stored: it indexes an array that lives as long as the run
        private int position() {
            return ordinal();
        }
    }

    void up(int municipality, Column column, boolean condition) {
        if (condition) {
            row(municipality)[column.position()]++;
        }
    }

    void merge(MunicipalTally other) {
        other.rows.forEach((municipality, more) -> {
            long[] sums = row(municipality);
            Arrays.setAll(sums, i -> sums[i] + more[i]);
        });
    }

    long of(int municipality, Column column) {
        return rows.getOrDefault(municipality, new long[COLUMNS])[column.position()];
    }

    /** Over all municipalities. */
    long of(Column column) {
        return rows.values().stream().mapToLong(row -> row[column.position()]).sum();
    }

    /** Counts from 1 to 4 of children notified or with an outcome, in all municipalities: too small to show. */
    long smallCounts() {
        return rows.values().stream()
                .flatMapToLong(row -> Arrays.stream(row, Column.NOTIFIED.position(), Column.UNBORN.position()))
                .filter(count -> count > 0 && count < SmallCells.CELL_BELOW)
                .count();
    }

    private long[] row(int municipality) {
        return rows.computeIfAbsent(municipality, any -> new long[COLUMNS]);
    }
}
