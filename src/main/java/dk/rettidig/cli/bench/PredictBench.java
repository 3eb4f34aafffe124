package dk.rettidig.cli.bench;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.BatchScorer;
import dk.rettidig.scoring.FeatureBatch;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ReleasedModels;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The shipped scorecard over generated children in memory, on one core: features as of a day, value, abstention. */
public final class PredictBench implements Benchmark {

    /** All children of Denmark (Statistics Denmark 2020). */
    private static final long DEFAULT_CHILDREN = 1_156_138;

    /** Children in a batch: the largest municipality's. */
    private static final int BATCH = 112_000;

    private static final long SEED = 42;
    private static final double REACH = 500_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Override
    public String name() {
        return "predict";
    }

    @Override
    public String description() {
        return "scoring of generated children in memory by the shipped model, one core (--children)";
    }

    @Override
    public List<BenchResult> run(BenchOptions options) throws IOException {
        long children = options.children().orElse(DEFAULT_CHILDREN);
        ReleasedModel model = shipped();
        FeatureBatch batch = model.batch(AsOf.endOf(DAY), BATCH);
        long scored = fill(model, batch);
        List<Double> rates = new ArrayList<>();
        for (int turn = 0; turn < Alternating.TURNS; turn++) {
            rates.add(turn(model.batchScorer(), batch, children));
            options.tell("predict: turn " + (turn + 1) + " of " + Alternating.TURNS);
        }
        List<Double> sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("children", children);
        detail.put("features", model.features().size());
        detail.put("batch", BATCH);
        detail.put("with_value_in_batch", scored);
        detail.put("model", model.ref().toString());
        detail.put("rates", rates);
        return List.of(BenchResult.alone(
                "predict", sorted.get(sorted.size() / 2), "children/s", BenchResult.Better.HIGHER, REACH, detail));
    }

    private static double turn(BatchScorer scorer, FeatureBatch batch, long children) {
        long start = System.nanoTime();
        long done = 0;
        while (done < children) {
            done += scorer.score(batch).probability().length;
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private static long fill(ReleasedModel model, FeatureBatch batch) {
        SplittableRandom random = new SplittableRandom(SEED);
        int to = (int) DAY.minusDays(1).toEpochDay();
        long knownAt = AsOf.endOf(DAY.minusDays(1)).moment().toEpochMilli() * 1_000;
        for (int child = 0; child < BATCH; child++) {
            for (int i = 0; i < model.features().size(); i++) {
                double value = value(model.features().get(i), random);
                batch.offer(child, i, to - 89, to, value, knownAt, false);
            }
        }
        long scored = 0;
        for (byte bits : model.batchScorer().score(batch).abstention()) {
            scored += bits == 0 ? 1 : 0;
        }
        return scored;
    }

    private static double value(FeatureDefinition feature, SplittableRandom random) {
        if (feature.edges().isEmpty()) {
            return feature.categories().get(random.nextInt(feature.categories().size()));
        }
        double edge = feature.edges().get(random.nextInt(feature.edges().size()));
        return random.nextBoolean() ? edge : Math.nextDown(feature.edges().get(0));
    }

    private static ReleasedModel shipped() throws IOException {
        try {
            return ReleasedModels.packaged(
                            Policies.load(PolicySetReader.shipped()).indicators())
                    .find(new ModelRef("scorecard", "1.2.0"))
                    .orElseThrow(() -> new IOException("the shipped model is not packaged"));
        } catch (ModelIntegrityException | PolicySetException e) {
            throw new IOException("the shipped model or policy set cannot be used", e);
        }
    }
}
