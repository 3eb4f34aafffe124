package dk.rettidig.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a subject and its baseline in turns, so that whatever the machine does meanwhile meets both, and takes the
 * median of each.
 *
 * @param subject the subject's figures in the order measured
 * @param baseline the baseline's figures in the order measured
 */
public record Alternating(List<Double> subject, List<Double> baseline) {

    /** Turns of subject and baseline (section "Figures to reach" of the design). */
    public static final int TURNS = 5;

    public Alternating {
        subject = List.copyOf(subject);
        baseline = List.copyOf(baseline);
    }

    /** Something that is measured: returns its own figure, for instance seconds or rows a second. */
    @FunctionalInterface
    public interface Work {
        /** Does the work once. */
        double measure() throws IOException, InterruptedException;
    }

    /** Something that is timed. */
    @FunctionalInterface
    public interface Timed {
        /** Does the work once. */
        void run() throws IOException, InterruptedException;
    }

    /** Runs baseline and subject {@link #TURNS} times in turns. */
    public static Alternating measure(Work subject, Work baseline) throws IOException, InterruptedException {
        List<Double> subjects = new ArrayList<>();
        List<Double> baselines = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            baselines.add(baseline.measure());
            subjects.add(subject.measure());
        }
        return new Alternating(subjects, baselines);
    }

    /** Work whose figure is its time in seconds. */
    public static Work seconds(Timed work) {
        return () -> {
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / 1e9;
        };
    }

    /** The subject's median. */
    public double subjectMedian() {
        return median(subject);
    }

    /** The baseline's median. */
    public double baselineMedian() {
        return median(baseline);
    }

    /** The median of some figures; of an even number of them the mean of the middle two. */
    public static double median(List<Double> figures) {
        if (figures.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
