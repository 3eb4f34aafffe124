package dk.rettidig.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Checks that running counts go 1, 2, 3, ... for each name. Bundles are scanned out of order, so each makes a {@link Part} of
 * its own and parts are joined in order.
 */
final class RunningCounts {

    /** Most names kept in memory, some 200 bytes each; an installation has a few thousand handles a year. */
    static final int MAX_NAMES = 500_000;

    private final Map<String, long[]> last = new HashMap<>();

    /** Names seen. */
    long names() {
        return last.size();
    }

    /**
     * Joins the next part.
     *
     * @param bad receives the index and what is wrong there
     */
    void join(Part part, BiConsumer<Long, String[]> bad) {
        for (Run run : part.runs) {
            long[] counted = last.get(run.name);
            long expected = counted == null ? 1 : counted[0] + 1;
            if (run.first != expected) {
                bad.accept(run.firstIndex, gap(expected, run.first));
            }
            if (run.brokenIndex >= 0) {
                bad.accept(run.brokenIndex, gap(run.brokenExpected, run.brokenFound));
            }
            if (counted != null) {
                counted[0] = run.last;
            } else if (last.size() < MAX_NAMES) {
                last.put(run.name, new long[] {run.last});
            } else {
                bad.accept(run.firstIndex, new String[] {
                    "flere end " + MAX_NAMES + " forskellige navne kan ikke tælles",
                    "more than " + MAX_NAMES + " different names cannot be counted"
                });
            }
        }
    }

    private static String[] gap(long expected, long found) {
        return found > expected
                ? new String[] {
                    "løbenummer springer: " + expected + " ventet, " + found + " fundet",
                    "the running count skips: " + expected + " expected, " + found + " found"
                }
                : new String[] {
                    "løbenummer gentages: " + expected + " ventet, " + found + " fundet",
                    "the running count repeats: " + expected + " expected, " + found + " found"
                };
    }

    /** The counts within one bundle: a run for each name, in the order in which they first occur. */
    static final class Part {
        private final List<Run> runs = new ArrayList<>();

        Run begin(String name, long count, long index) {
            Run run = new Run(name, count, index);
            runs.add(run);
            return run;
        }
    }

    /** The counts of one name within one bundle. */
    static final class Run {
        private final String name;
        private final long first;
        private final long firstIndex;
        private long last;
        private long brokenIndex = -1;
        private long brokenExpected;
        private long brokenFound;

        private Run(String name, long first, long firstIndex) {
            this.name = name;
            this.first = first;
            this.firstIndex = firstIndex;
            this.last = first;
        }

        void next(long count, long index) {
            if (count != last + 1 && brokenIndex < 0) {
                brokenIndex = index;
                brokenExpected = last + 1;
                brokenFound = count;
            }
            last = count;
        }
    }
}
