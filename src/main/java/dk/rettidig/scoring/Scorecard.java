package dk.rettidig.scoring;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A manifest's features as tables, and the rules over them: one place for both the single and the batch form. */
final class Scorecard {

    private final ModelManifest manifest;
    private final List<FeatureDefinition> features;
    private final BinTable[] tables;
    private final Calibration calibration;
    private final double average;
    private final int[] sources;

    Scorecard(ModelManifest manifest) {
        this.manifest = manifest;
        this.features = manifest.features();
        this.tables = features.stream().map(BinTable::new).toArray(BinTable[]::new);
        this.calibration = manifest.calibration().calibration();
        this.average = manifest.average();
        List<String> kinds =
                features.stream().map(FeatureDefinition::source).distinct().toList();
        this.sources =
                features.stream().mapToInt(each -> kinds.indexOf(each.source())).toArray();
    }

    List<FeatureDefinition> features() {
        return features;
    }

    BinTable table(int feature) {
        return tables[feature];
    }

    /** Nothing counted yet. */
    BinCounts counts() {
        return new BinCounts(manifest);
    }

    AbstentionRules rules() {
        return manifest.abstention();
    }

    double bias() {
        return manifest.bias();
    }

    double average() {
        return average;
    }

    double probability(double logOdds) {
        return calibration.probability(logOdds);
    }

    /** Number of the feature's kind of source, from 0, fewer than 64. */
    int source(int feature) {
        return sources[feature];
    }

    Frequency frequency(double probability) {
        List<Frequency> bands = manifest.frequencies();
        for (Frequency band : bands) {
            if (probability <= band.to()) {
                return band;
            }
        }
        return bands.get(bands.size() - 1);
    }

    ScoringResult score(FeatureInput input) {
        Set<AbstentionReason> reasons = EnumSet.noneOf(AbstentionReason.class);
        Set<Integer> live = new HashSet<>();
        List<Contribution> contributions = new ArrayList<>();
        double logOdds = bias();
        double surprise = 0;
        int stale = 0;
        for (int i = 0; i < tables.length; i++) {
            FeatureValue value = input.values().get(i);
            int bin = tables[i].bin(current(value));
            if (value instanceof FeatureValue.Known) {
                live.add(sources[i]);
            }
            stale += value instanceof FeatureValue.Stale ? 1 : 0;
            check(i, bin, reasons);
            surprise += tables[i].surprise(bin);
            logOdds += tables[i].weight(bin);
            contributions.add(contribution(i, value, bin));
        }
        overall(live.size(), stale, surprise, reasons);
        return reasons.isEmpty() ? scored(logOdds, contributions) : abstained(reasons, contributions);
    }

    void check(int feature, int bin, Set<AbstentionReason> reasons) {
        byte bits = bits(feature, bin);
        reasons.addAll(AbstentionReason.ofBits(bits));
    }

    /** The reasons that one feature's bin gives, as bits. */
    byte bits(int feature, int bin) {
        if (bin == Contribution.MISSING_BIN && features.get(feature).missing() == MissingRule.ABSTAIN) {
            return AbstentionReason.REQUIRED_MISSING.bit();
        }
        boolean seen = tables[feature].count(bin) >= rules().minimumTrainingCount();
        return seen ? 0 : AbstentionReason.VALUE_NOT_SEEN.bit();
    }

    private void overall(int live, int stale, double surprise, Set<AbstentionReason> reasons) {
        reasons.addAll(AbstentionReason.ofBits(overallBits(live, stale, surprise)));
    }

    /** The reasons that the whole input gives, as bits. */
    byte overallBits(int live, int stale, double surprise) {
        byte bits = 0;
        if (live < rules().minimumLiveSources()) {
            bits |= AbstentionReason.TOO_FEW_SOURCES.bit();
        }
        if (stale > rules().maximumStale()) {
            bits |= AbstentionReason.TOO_MUCH_STALE.bit();
        }
        if (surprise > rules().maximumSurpriseBits()) {
            bits |= AbstentionReason.UNLIKE_TRAINING.bit();
        }
        return bits;
    }

    private ScoringResult scored(double logOdds, List<Contribution> contributions) {
        double probability = probability(logOdds);
        return new ScoringResult.Scored(probability, logOdds, bias(), average, contributions, frequency(probability));
    }

    /** Without a value there are no weights either: they would say what the abstention withholds. */
    private static ScoringResult abstained(Set<AbstentionReason> reasons, List<Contribution> contributions) {
        List<Contribution> inputs = contributions.stream()
                .map(each -> new Contribution(each.indicator(), each.value(), each.source(), each.bin(), 0, 0))
                .toList();
        return new ScoringResult.Abstained(reasons, inputs);
    }

    private Contribution contribution(int i, FeatureValue value, int bin) {
        FeatureDefinition feature = features.get(i);
        double weight = tables[i].weight(bin);
        return new Contribution(
                feature.indicator(), value, feature.source(), bin, weight, weight - tables[i].meanWeight());
    }

    /** The value to calculate with: only a current one; anything else is missing, not zero. */
    private static double current(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Known known -> known.value();
            case FeatureValue.Stale _, FeatureValue.Missing _, FeatureValue.Retracted _ -> Double.NaN;
        };
    }
}
