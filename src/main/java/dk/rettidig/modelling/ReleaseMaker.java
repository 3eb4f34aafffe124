package dk.rettidig.modelling;

import dk.rettidig.modelling.evaluation.EvaluationFiles;
import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.modelling.evaluation.Figure;
import dk.rettidig.modelling.evaluation.Plan;
import dk.rettidig.scoring.AbstentionRules;
import dk.rettidig.scoring.Calibration;
import dk.rettidig.scoring.Frequency;
import dk.rettidig.scoring.ManifestYaml;
import dk.rettidig.scoring.ModelDigest;
import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ModelManifest.CalibrationEntry;
import dk.rettidig.scoring.ModelManifest.FileEntry;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.scoring.Surprise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calibrates, evaluates and describes a fitted model. */
final class ReleaseMaker {

    /** Bands of "af 100 tilsvarende": wide enough that each has an interval worth showing. */
    private static final int BANDS = 8;

    private final TrainingSettings settings;
    private final FittedModel fitted;

    ReleaseMaker(TrainingSettings settings, FittedModel fitted) {
        this.settings = settings;
        this.fitted = fitted;
    }

    UnsignedRelease make(TrainingData data) {
        List<TrainingRow> train = data.train();
        List<TrainingRow> calibrate = data.calibrate();
        List<TrainingRow> test = data.test();
        CalibrationFitter.Choice choice =
                CalibrationFitter.choose(fitted.logOdds(calibrate), Metrics.outcomes(calibrate), halves(calibrate));
        double[] probabilities = calibrated(choice.calibration(), fitted.logOdds(test));
        EvaluationReport evaluation = new CohortEvaluation(
                        test,
                        Plan.usual(settings.seed())
                                .withResamples(settings.trainer().bootstrap()))
                .report(settings.ref().toString(), probabilities);
        List<Frequency> frequencies = frequencies(probabilities, Metrics.outcomes(test));
        byte[] model = TribuoBytes.of(fitted.model(), settings.trainedMoment());
        Described described = new Described(
                choice, frequencies, abstention(train), evaluation, counts(train, calibrate), data.inputs());
        ModelManifest draft = manifest(described, List.of(entry(ReleasedModels.MODEL, model)));
        Map<String, byte[]> files = new TreeMap<>();
        files.put(ReleasedModels.MODEL, model);
        files.put(ReleasedModels.CARD, utf8(new ModelCard(draft, evaluation, fitted.dropped(), choice.brier()).text()));
        files.put(ReleasedModels.POINTS, utf8(new PointsTable(draft).text()));
        files.put(ReleasedModels.EVALUATION, utf8(EvaluationFiles.json(evaluation)));
        ModelManifest manifest = manifest(
                described,
                files.entrySet().stream()
                        .map(file -> entry(file.getKey(), file.getValue()))
                        .toList());
        return new UnsignedRelease(manifest, evaluation, files);
    }

    /** What training found out about the model. */
    private record Described(
            CalibrationFitter.Choice choice,
            List<Frequency> frequencies,
            AbstentionRules abstention,
            EvaluationReport evaluation,
            Map<String, Object> counts,
            Map<String, String> inputs) {}

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ModelManifest manifest(Described described, List<FileEntry> files) {
        return new ModelManifest(
                ModelManifest.FORMAT,
                ModelManifest.SCORECARD,
                settings.ref().name(),
                settings.ref().version(),
                new ModelManifest.Target(
                        ModelManifest.TARGET,
                        "En børne- og ungerådgivers undersøgelse fandt behov for støtte inden for seks måneder",
                        "A caseworker's assessment found need for support within six months"),
                ScorecardTrainer.bias(fitted.model()),
                fitted.features(),
                CalibrationEntry.of(described.choice().calibration()),
                described.frequencies(),
                described.abstention(),
                files,
                ManifestYaml.treeOf(provenance(described)),
                ManifestYaml.treeOf(summary(described)));
    }

    /** The figures that people ask for first; all of them stand in the evaluation's file. */
    private static Map<String, Object> summary(Described described) {
        EvaluationReport report = described.evaluation();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("rows", report.rows());
        summary.put("families", report.families());
        summary.put("base_rate", report.baseRate());
        summary.put("resamples", report.resamples());
        for (Figure figure : List.of(Figure.AUC, Figure.AVERAGE_PRECISION, Figure.BRIER, Figure.CALIBRATION_ERROR)) {
            summary.put(figure.id(), report.comparison(CohortEvaluation.OUTCOME).figure(figure));
        }
        summary.put("calibration_brier", described.choice().brier());
        return summary;
    }

    private Map<String, Object> provenance(Described described) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("settings", settings);
        provenance.put(
                "settings_sha256",
                ModelDigest.of(settings.toString().getBytes(StandardCharsets.UTF_8))
                        .value());
        provenance.put(
                "data",
                settings.data() instanceof TrainingSettings.Data
                        ? "synthetic; no real person"
                        : "pseudonymised rows of folders");
        provenance.put("inputs", described.inputs());
        provenance.put("rows", described.counts());
        provenance.put("dropped", fitted.dropped());
        provenance.put("trainer", "org.tribuo.classification.sgd.linear.LinearSGDTrainer 4.3.2, AdaGrad, one thread");
        provenance.put("java", System.getProperty("java.vendor.version", "") + " " + Runtime.version());
        provenance.put("architecture", System.getProperty("os.arch"));
        return provenance;
    }

    private static Map<String, Object> counts(List<TrainingRow> train, List<TrainingRow> calibrate) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("train", train.size());
        counts.put("calibrate", calibrate.size());
        return counts;
    }

    private AbstentionRules abstention(List<TrainingRow> train) {
        double[] surprises = train.stream().mapToDouble(this::surprise).sorted().toArray();
        int last = Math.min(
                surprises.length - 1, (int) Math.ceil(settings.abstention().surpriseQuantile() * surprises.length));
        return new AbstentionRules(
                settings.abstention().minimumLiveSources(),
                settings.abstention().maximumStale(),
                settings.abstention().minimumTrainingCount(),
                surprises[last]);
    }

    private double surprise(TrainingRow row) {
        double sum = 0;
        for (int i = 0; i < fitted.columns().length; i++) {
            sum += Surprise.bits(fitted.features().get(i), row.values()[fitted.columns()[i]]);
        }
        return sum;
    }

    private static List<Frequency> frequencies(double[] probabilities, boolean[] outcomes) {
        int[] order = Metrics.ascending(probabilities);
        List<Frequency> bands = new ArrayList<>();
        double from = 0;
        int cases = 0;
        int found = 0;
        for (int i = 0; i < order.length; i++) {
            cases++;
            found += outcomes[order[i]] ? 1 : 0;
            boolean last = i == order.length - 1;
            boolean full = cases >= order.length / BANDS && order.length - i > order.length / BANDS;
            if (last || (full && probabilities[order[i + 1]] > probabilities[order[i]])) {
                double to = last ? 1 : probabilities[order[i]];
                bands.add(new Frequency(from, to, cases, found));
                from = to;
                cases = 0;
                found = 0;
            }
        }
        return bands;
    }

    private boolean[] halves(List<TrainingRow> rows) {
        boolean[] half = new boolean[rows.size()];
        for (int i = 0; i < half.length; i++) {
            half[i] = FamilySplit.firstHalf(rows.get(i).family(), settings.seed());
        }
        return half;
    }

    private static double[] calibrated(Calibration calibration, double[] logOdds) {
        return Arrays.stream(logOdds).map(calibration::probability).toArray();
    }

    static FileEntry entry(String name, byte[] bytes) {
        return new FileEntry(name, ModelDigest.of(bytes).value(), bytes.length);
    }
}
