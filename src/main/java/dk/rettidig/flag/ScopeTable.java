package dk.rettidig.flag;

import dk.rettidig.flag.table.Children;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.AbstentionReason;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.BatchScorer;
import dk.rettidig.scoring.BinCounts;
import dk.rettidig.scoring.FeatureBatch;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ReleasedModel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The children of a run and what is known of them, filled from a stream of rows in no order: about 400 bytes a child with
 * twelve features. Lives in memory for one run. Not safe for use by several threads while it is filled.
 */
final class ScopeTable implements RunInputs.Rows {

    /** The indicator by which a run's counts are kept apart; age is the one group every model must be looked at by. */
    static final IndicatorId AGE_BAND = new IndicatorId("AGE_BAND");

    /** Where the age band is not known. */
    static final int NO_BAND = -1;

    private static final int BATCH_BITS = 14;
    private static final int BATCH = 1 << BATCH_BITS;
    private static final int NOT_USED = -1;

    private final ReleasedModel model;
    private final AsOf asOf;
    private final boolean closed;
    private final Children children = new Children(new SecureRandom());
    private final List<FeatureBatch> batches = new ArrayList<>();
    private final byte[] columns = new byte[Short.MAX_VALUE + 1];
    private final int ageColumn;
    private byte[] ageBands = new byte[0];
    private int[] ageDays = new int[0];
    private final BitSet passedOver = new BitSet();

    private ScopeTable(ReleasedModel model, IndicatorCatalogue catalogue, AsOf asOf, boolean closed) {
        this.model = model;
        this.asOf = asOf;
        this.closed = closed;
        Arrays.fill(columns, (byte) NOT_USED);
        int age = NOT_USED;
        for (int i = 0; i < model.features().size(); i++) {
            FeatureDefinition feature = model.features().get(i);
            short code = catalogue.find(feature.indicator()).orElseThrow().code();
            columns[code] = (byte) i;
            age = feature.indicator().equals(AGE_BAND) ? i : age;
        }
        this.ageColumn = age;
    }

    /** A table of these children and no others. */
    static ScopeTable of(List<Pseudonym> scope, ReleasedModel model, IndicatorCatalogue catalogue, AsOf asOf) {
        ScopeTable table = new ScopeTable(model, catalogue, asOf, true);
        scope.forEach(table.children::number);
        table.makeRoom();
        return table;
    }

    /** A table of whoever is read. */
    static ScopeTable open(ReleasedModel model, IndicatorCatalogue catalogue, AsOf asOf) {
        return new ScopeTable(model, catalogue, asOf, false);
    }

    @Override
    public void row(
            long a,
            long b,
            long c,
            long d,
            short indicator,
            int fromDay,
            int toDay,
            double value,
            long knownAtMicros,
            boolean retracted) {
        int column = columns[indicator];
        int child = closed ? children.find(a, b, c, d) : children.number(a, b, c, d);
        if (column == NOT_USED || child == Children.ABSENT) {
            return;
        }
        if (child >> BATCH_BITS >= batches.size()) {
            makeRoom();
        }
        batches.get(child >> BATCH_BITS)
                .offer(child & BATCH - 1, column, fromDay, toDay, value, knownAtMicros, retracted);
        if (column == ageColumn && toDay >= ageDays[child] && !retracted) {
            ageDays[child] = toDay;
            ageBands[child] = (byte) value;
        }
    }

    Children children() {
        return children;
    }

    /** Has these children count as those of whom too little is known, whatever the model would say of nothing. */
    void passOver(List<Pseudonym> some) {
        some.stream()
                .mapToInt(children::find)
                .filter(child -> child != Children.ABSENT)
                .forEach(passedOver::set);
    }

    /** The child's latest age band, {@link #NO_BAND} when it is not known or the model does not read it. */
    int ageBand(int child) {
        return ageBands[child];
    }

    /** Asks the model about everybody, on all cores; keeps no probability. */
    Calculation score(double threshold) {
        int count = children.count();
        byte[] abstentions = new byte[count];
        BitSet[] above = new BitSet[batches.size()];
        BinCounts bins = new BinCounts(model.manifest());
        IntStream.range(0, batches.size()).parallel().forEach(batch -> {
            int here = Math.min(BATCH, count - batch * BATCH);
            BatchScorer.Scores scores = score(batch, here, bins);
            above[batch] = new BitSet(BATCH);
            for (int i = 0; i < here; i++) {
                abstentions[batch * BATCH + i] = scores.abstention()[i];
                // NaN, where the model abstains, is above nothing.
                above[batch].set(i, scores.probability()[i] > threshold);
            }
            Arrays.fill(scores.probability(), 0);
        });
        BitSet all = new BitSet(count);
        for (int batch = 0; batch < above.length; batch++) {
            int first = batch * BATCH;
            above[batch].stream().forEach(i -> all.set(first + i));
        }
        batches.clear();
        passedOver.stream()
                .filter(child -> abstentions[child] == 0)
                .forEach(child -> abstentions[child] = AbstentionReason.TOO_FEW_SOURCES.bit());
        all.andNot(passedOver);
        return new Calculation(this, abstentions, all, bins);
    }

    /** Those who are passed over are not counted: nothing of theirs was read. */
    private BatchScorer.Scores score(int batch, int here, BinCounts bins) {
        int first = batch * BATCH;
        BinCounts some = new BinCounts(model.manifest());
        BatchScorer.Scores scores =
                model.batchScorer().score(batches.get(batch), some, i -> i < here && !passedOver.get(first + i));
        synchronized (bins) {
            bins.add(some);
        }
        return scores;
    }

    private void makeRoom() {
        while (batches.size() << BATCH_BITS < children.count()) {
            batches.add(model.batch(asOf, BATCH));
        }
        int room = batches.size() << BATCH_BITS;
        if (ageBands.length < room) {
            int before = ageBands.length;
            int larger = Math.max(room, before * 2);
            ageBands = Arrays.copyOf(ageBands, larger);
            ageDays = Arrays.copyOf(ageDays, larger);
            Arrays.fill(ageBands, before, larger, (byte) NO_BAND);
            Arrays.fill(ageDays, before, larger, Integer.MIN_VALUE);
        }
    }

    @Override
    public String toString() {
        return "ScopeTable[" + children.count() + "]";
    }
}
