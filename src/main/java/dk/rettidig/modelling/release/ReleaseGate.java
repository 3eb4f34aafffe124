package dk.rettidig.modelling.release;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.law.ReleaseLimit;
import dk.rettidig.law.ReleaseLimitRegister;
import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.CohortRows;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.TrainingData;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.release.GateReport.Finding;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ModelDigest;
import dk.rettidig.scoring.ReleasedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tests a candidate against every limit of the policy set. The gate reads its own rows: what a candidate claims of itself is
 * compared, never believed. A limit without a test, or a test without a limit, is refused.
 */
public final class ReleaseGate {

    private final ReleaseLimitRegister limits;
    private final String limitsDigest;
    private final OrderedPairs pairs;
    private final IndicatorCatalogue catalogue;
    private final Function<List<FeatureDefinition>, CohortRows> source;

    /**
     * A gate.
     *
     * @param limitsDigest digest of the policy set that the limits belong to
     * @param source the honest reader of rows
     */
    public ReleaseGate(
            ReleaseLimitRegister limits,
            String limitsDigest,
            OrderedPairs pairs,
            IndicatorCatalogue catalogue,
            Function<List<FeatureDefinition>, CohortRows> source) {
        this.limits = limits;
        this.limitsDigest = limitsDigest;
        this.pairs = pairs;
        this.catalogue = catalogue;
        this.source = source;
    }

    /** What the tests of a gate look at. */
    record Subject(Candidate candidate, List<TrainingRow> test, Retraining retraining) {}

    /**
     * Tests.
     *
     * @param progress is told what is being tested
     */
    public GateReport check(Candidate candidate, Consumer<String> progress) {
        progress.accept("rows");
        List<TrainingRow> test = TrainingData.test(
                candidate.settings(), source.apply(candidate.manifest().features()));
        Retraining retraining = new Retraining(candidate.settings(), catalogue, source);
        Subject subject = new Subject(candidate, test, retraining);
        List<Measured> measured = new ArrayList<>();
        for (GateCheck each : tests()) {
            progress.accept(each.name());
            measured.addAll(each.measure(subject));
        }
        List<Finding> findings =
                limits.all().stream().map(limit -> finding(limit, measured)).toList();
        requireLimits(measured);
        return new GateReport(
                candidate.manifest().ref().toString(),
                ModelDigest.of(candidate.files().getOrDefault(ReleasedModels.MODEL, new byte[0]))
                        .value(),
                limitsDigest,
                findings.stream().allMatch(Finding::passed),
                findings);
    }

    /** One of the gate's tests. */
    interface GateCheck {

        String name();

        List<Measured> measure(Subject subject);
    }

    private List<GateCheck> tests() {
        return List.of(
                new TargetCheck(),
                new FigureCheck(),
                new LeakageCheck(),
                new ConsistencyCheck(),
                new PairCheck(pairs),
                new StabilityCheck(),
                new AbstentionCheck());
    }

    private static Finding finding(ReleaseLimit limit, List<Measured> measured) {
        Optional<Measured> found = measured.stream()
                .filter(each -> each.limit().equals(limit.id()))
                .findFirst();
        double figure = found.map(Measured::figure).orElse(Double.NaN);
        return new Finding(
                limit.id(),
                limit.danish(),
                limit.english(),
                figure,
                limit.atLeast() ? "at_least" : "at_most",
                limit.limit(),
                limit.holds(figure),
                found.map(Measured::detail).orElse("no test measures it"));
    }

    private void requireLimits(List<Measured> measured) {
        for (Measured each : measured) {
            if (limits.find(each.limit()).isEmpty()) {
                throw new ModellingFault(ModellingErrorCode.LIMIT_MISSING, Map.of("limit", each.limit()));
            }
        }
    }
}
