package dk.rettidig.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** About how many children each source is silent, by fifths of the family factor ({@link Defect#SURVEILLANCE}). */
final class SilenceTally {

    /** Fifths of the families by their factor, the first with the least. */
    static final int FIFTHS = 5;

    /** Sources that can be silent. */
    static final List<SyntheticFeed> FEEDS = Arrays.stream(SyntheticFeed.values())
            .filter(feed -> feed.silence(0) > 0)
            .toList();

    private static final int POINTS = 200;

    private final long[][] children = new long[SyntheticFeed.values().length][FIFTHS];
    private final long[][] silent = new long[SyntheticFeed.values().length][FIFTHS];

    void add(SyntheticChild child) {
        int fifth =
                Math.min(FIFTHS - 1, (int) (FIFTHS * Normal.below(child.latent().family())));
        for (SyntheticFeed feed : FEEDS) {
            if (feed.indicators().stream()
                    .anyMatch(indicator -> child.actual(indicator).isPresent())) {
                children[feed.position()][fifth]++;
                silent[feed.position()][fifth] += child.isSilent(feed) ? 1 : 0;
            }
        }
    }

    void merge(SilenceTally other) {
        for (int feed = 0; feed < children.length; feed++) {
            for (int fifth = 0; fifth < FIFTHS; fifth++) {
                children[feed][fifth] += other.children[feed][fifth];
                silent[feed][fifth] += other.silent[feed][fifth];
            }
        }
    }

    /** Share of the children to whom the source's indicators apply about whom it says nothing. */
    double share(SyntheticFeed feed) {
        return Arrays.stream(silent[feed.position()]).sum()
                / (double) Arrays.stream(children[feed.position()]).sum();
    }

    /** The same in one fifth, 0 to 4. */
    double share(SyntheticFeed feed, int fifth) {
        return silent[feed.position()][fifth] / (double) children[feed.position()][fifth];
    }

    /** What was planted in that fifth: the mean over its factors. */
    static double planted(SyntheticFeed feed, int fifth) {
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> Normal.quantile((fifth + (i + .5) / POINTS) / FIFTHS))
                .map(feed::silence)
                .average()
                .orElseThrow();
    }

    /** What was planted in all. */
    static double planted(SyntheticFeed feed) {
        return IntStream.range(0, FIFTHS)
                .mapToDouble(fifth -> planted(feed, fifth))
                .average()
                .orElseThrow();
    }
}
