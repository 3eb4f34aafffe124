package dk.rettidig.scoring;

import java.util.Arrays;
import java.util.List;

/**
 * How many children fell where, by feature and by calculated value: what drift is measured with. Numbers only; whose they
 * are cannot be told. For one thread.
 */
public final class BinCounts {

    /** Places before the first bin: codes that training never saw, and nothing current known. */
    private static final int BEFORE = 2;

    private static final int MISSING = 1;

    private final long[][] bins;
    private final long[] stale;
    private final double[] ends;
    private final long[] bands;
    private long children;
    private long abstained;

    /** Nothing counted yet. */
    public BinCounts(ModelManifest manifest) {
        List<FeatureDefinition> features = manifest.features();
        bins = new long[features.size()][];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = new long[features.get(i).bins() + BEFORE];
        }
        stale = new long[bins.length];
        ends = manifest.frequencies().stream().mapToDouble(Frequency::to).toArray();
        bands = new long[ends.length];
    }

    /**
     * Counts one feature of a child.
     *
     * @param place 0 for a code that training never saw, 1 for nothing current known, 2 for the first bin
     */
    void feature(int feature, int place, boolean old) {
        bins[feature][place]++;
        stale[feature] += old ? 1 : 0;
    }

    /**
     * Counts a child.
     *
     * @param probability NaN where the model abstained
     */
    void child(double probability) {
        children++;
        if (Double.isNaN(probability)) {
            abstained++;
            return;
        }
        int band = 0;
        while (band < ends.length - 1 && probability > ends[band]) {
            band++;
        }
        bands[band]++;
    }

    /** Adds what another counted for the same model. */
    public void add(BinCounts other) {
        for (int i = 0; i < bins.length; i++) {
            for (int place = 0; place < bins[i].length; place++) {
                bins[i][place] += other.bins[i][place];
            }
            stale[i] += other.stale[i];
        }
        for (int band = 0; band < bands.length; band++) {
            bands[band] += other.bands[band];
        }
        children += other.children;
        abstained += other.abstained;
    }

    /** Children counted. */
    public long children() {
        return children;
    }

    /** Children of whom the model said nothing. */
    public long abstained() {
        return abstained;
    }

    /** Children of whom nothing current was known of a feature: nothing at all, retracted, or stale. */
    public long missing(int feature) {
        return bins[feature][MISSING];
    }

    /** Children whose latest value of a feature was stale; they count as missing too. */
    public long stale(int feature) {
        return stale[feature];
    }

    /** Children by bin of a feature, first those whose code training never saw, then those with nothing current. */
    public long[] feature(int feature) {
        return bins[feature].clone();
    }

    /** Calculated children by the manifest's bands of probability. */
    public long[] bands() {
        return bands.clone();
    }

    @Override
    public String toString() {
        return "BinCounts[" + children + ", " + Arrays.stream(bands).sum() + "]";
    }
}
