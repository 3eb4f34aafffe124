package dk.rettidig.synthetic;

import java.util.Arrays;

/** How many rows each feed has and how many of them have which fault: the known answer to a check of a delivery. */
final class FaultCounts {

    private final long[][] counts = new long[SyntheticFeed.values().length][Kind.values().length];

    /** What is counted of a feed. */
    enum Kind {
        /** Lines, whatever they say. */
        LINES,
        /** Facts: lines without repeated ones, first versions that were corrected, and retractions. */
        FACTS,
        /** Facts that could be known a day late or more and still be known as of the as-of day. */
        TIMELY,
        LATE,
        DUPLICATES,
        CORRECTIONS;

        @SuppressWarnings("EnumOrdinal") // never stored: it indexes an array that lives as long as the run
        private int position() {
            return ordinal();
        }
    }

    void up(SyntheticFeed feed, Kind kind) {
        counts[feed.position()][kind.position()]++;
    }

    long of(SyntheticFeed feed, Kind kind) {
        return counts[feed.position()][kind.position()];
    }

    /** Over all feeds. */
    long of(Kind kind) {
        return Arrays.stream(counts).mapToLong(feed -> feed[kind.position()]).sum();
    }

    void merge(FaultCounts other) {
        for (int feed = 0; feed < counts.length; feed++) {
            long[] sums = counts[feed];
            long[] more = other.counts[feed];
            Arrays.setAll(sums, kind -> sums[kind] + more[kind]);
        }
    }
}
