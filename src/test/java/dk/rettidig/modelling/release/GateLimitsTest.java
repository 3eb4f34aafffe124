package dk.rettidig.modelling.release;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.law.ReleaseLimit;
import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.CohortRows;
import dk.rettidig.modelling.FamilySplit;
import dk.rettidig.modelling.SmallTraining;
import dk.rettidig.modelling.SyntheticRows;
import dk.rettidig.modelling.Training;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.TrainingSettings;
import dk.rettidig.modelling.TrainingSettings.Abstention;
import dk.rettidig.modelling.TrainingSettings.Cohort;
import dk.rettidig.modelling.TrainingSettings.Feature;
import dk.rettidig.modelling.TrainingSettings.Trainer;
import dk.rettidig.modelling.release.ReleaseGate.GateCheck;
import dk.rettidig.modelling.release.ReleaseGate.Subject;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.FeatureReader;
import dk.rettidig.scoring.ReleasedModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every limit of the gate is seen refusing what it is there for, figure by figure; the others in {@link ReleaseGateTest}. */
class GateLimitsTest {

    /** Seen refusing in {@link ReleaseGateTest}. */
    private static final Set<String> ELSEWHERE = Set.of(
            "target_is_need",
            "reproduced",
            "loads",
            "age_band_auc_gap",
            "single_feature_auc",
            "future_information_auc_drop",
            "step_effect",
            "direction_violations",
            "ordered_pairs");

    /** Chance leaves something in one of two or three. */
    private static final int SHUFFLES = 8;

    private static final Map<String, List<TrainingRow>> READ = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before all tests
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Policies policies;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Candidate honest;

    private static final Map<String, Measured> HONEST = new HashMap<>();

    @BeforeAll
    static void anHonestModelIsMeasured() throws Exception {
        policies = Policies.load(PolicySetReader.shipped());
        honest = trained(SmallTraining.settings(), GateLimitsTest::rows);
        Subject subject = subject(honest, GateLimitsTest::rows);
        Stream.of(
                        new FigureCheck(),
                        new LeakageCheck(),
                        new ConsistencyCheck(),
                        new PairCheck(OrderedPairs.shipped()),
                        new StabilityCheck(),
                        new AbstentionCheck())
                .flatMap(check -> check.measure(subject).stream())
                .forEach(each -> HONEST.put(each.limit(), each));
    }

    @TestFactory
    Stream<DynamicTest> aLimitRefusesWhatItIsThereFor() {
        return cases().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Measured bad = each.getValue().call().stream()
                            .filter(measured -> measured.limit().equals(each.getKey()))
                            .findFirst()
                            .orElseThrow();
                    assertRefused(bad);
                }));
    }

    @Test
    void noLimitIsLeftThatWasNeverSeenRefusing() {
        Set<String> seen = new HashSet<>(ELSEWHERE);
        seen.addAll(cases().keySet());

        assertThat(policies.releaseLimits().all().stream().map(ReleaseLimit::id))
                .containsExactlyInAnyOrderElementsOf(seen);
    }

    private static void assertRefused(Measured bad) {
        ReleaseLimit limit = policies.releaseLimits().find(bad.limit()).orElseThrow();
        double good = HONEST.getOrDefault(bad.limit(), Measured.of(bad.limit(), Double.NaN))
                .figure();
        assertThat(limit.holds(bad.figure())).as("%s, honest %s", bad, good).isFalse();
        assertThat(bad.figure()).as("a figure, not a failure to find one").isNotNaN();
        if (limit.atLeast()) {
            assertThat(bad.figure()).isLessThan(good);
        } else {
            assertThat(bad.figure()).isGreaterThan(good);
        }
    }

    private static Map<String, Callable<List<Measured>>> cases() {
        Map<String, Callable<List<Measured>>> cases = new LinkedHashMap<>();
        figures(cases);
        cases.put("label_shuffle_auc", GateLimitsTest::somethingFoundInOutcomesDealtOutAnew);
        cases.put("future_inputs_read", GateLimitsTest::aReaderThatKnowsTomorrow);
        cases.put("repeat_inconsistency", GateLimitsTest::aScorerThatRemembersTheChildBefore);
        cases.put(
                "ordered_pairs_tested",
                () -> measured(
                        new PairCheck(
                                new OrderedPairs(OrderedPairs.shipped().rules().subList(0, 1))),
                        honest,
                        GateLimitsTest::rows));
        cases.put("seed_instability", GateLimitsTest::aTrainingThatHangsOnChance);
        cases.put("challenger_lead", GateLimitsTest::binsThatHideWhatIsThere);
        cases.put("abstention_coverage", GateLimitsTest::aModelThatWantsASchoolOfEverybody);
        cases.put("abstention_strange", GateLimitsTest::aModelThatNeverSaysThatItDoesNotKnow);
        return cases;
    }

    /** Later children of whom the model is wrong in one way each. */
    private static void figures(Map<String, Callable<List<Measured>>> cases) {
        UnaryOperator<TrainingRow> dealtOut = row -> row.withOutcome(chance(row, 45));
        UnaryOperator<TrainingRow> moreOften = row -> row.withOutcome(row.outcome() || chance(row, 40));
        UnaryOperator<TrainingRow> neverGirls = row -> row.withOutcome(row.outcome() && !row.girl());
        UnaryOperator<TrainingRow> girlsUnseen = row -> row.girl() ? row.withValues(zeros(row)) : row;
        cases.put("auc", () -> figuresOf(rows -> rows.stream().map(dealtOut).toList()));
        cases.put(
                "brier_skill",
                () -> figuresOf(rows -> rows.stream().map(dealtOut).toList()));
        cases.put(
                "calibration_error",
                () -> figuresOf(rows -> rows.stream().map(moreOften).toList()));
        cases.put(
                "age_band_calibration_error",
                () -> figuresOf(rows -> rows.stream()
                        .map(row -> row.ageBand() == 1 ? moreOften.apply(row) : row)
                        .toList()));
        cases.put(
                "group_calibration_gap",
                () -> figuresOf(rows -> rows.stream().map(neverGirls).toList()));
        for (String limit : List.of("group_flag_rate_ratio", "false_positive_gap", "false_negative_gap")) {
            cases.put(
                    limit,
                    () -> figuresOf(rows -> rows.stream().map(girlsUnseen).toList()));
        }
        cases.put(
                "smallest_group",
                () -> figuresOf(rows -> rows.stream()
                        .filter(row -> !row.truth().orElseThrow().groupG() || chance(row, 5))
                        .toList()));
    }

    private static List<Measured> figuresOf(UnaryOperator<List<TrainingRow>> later) {
        Cohort test = SmallTraining.settings().data().test();
        return measured(new FigureCheck(), honest, features -> (data, cohort) -> {
            List<TrainingRow> rows = rows(features).rows(data, cohort);
            return cohort.equals(test) ? later.apply(rows) : rows;
        });
    }

    /** One input that may only increase, and no least gain: what chance leaves of it ranks as well as the real thing. */
    private static List<Measured> somethingFoundInOutcomesDealtOutAnew() {
        return LongStream.rangeClosed(1, SHUFFLES)
                .mapToObj(seed -> with(
                        SmallTraining.settings().withTrainerSeed(seed),
                        SmallTraining.settings().features().subList(0, 1),
                        SmallTraining.settings().trainer(),
                        SmallTraining.settings().abstention()))
                .map(one -> measured(new LeakageCheck(), trained(one, GateLimitsTest::rows), GateLimitsTest::rows))
                .max(Comparator.comparingDouble(each -> each.getFirst().figure()))
                .orElseThrow();
    }

    private static List<Measured> aReaderThatKnowsTomorrow() {
        return measured(
                new LeakageCheck((features, asOf, known) ->
                        new FeatureReader(features).read(AsOf.endOf(asOf.day().plusDays(1)), known)),
                honest,
                GateLimitsTest::rows);
    }

    private static List<Measured> aScorerThatRemembersTheChildBefore() {
        double[][] before = {null};
        return measured(
                new ConsistencyCheck((candidate, values) -> {
                    double[] mixed = values.clone();
                    if (before[0] != null) {
                        mixed[0] = before[0][0];
                    }
                    before[0] = values;
                    return candidate.score(mixed);
                }),
                honest,
                GateLimitsTest::rows);
    }

    private static List<Measured> aTrainingThatHangsOnChance() {
        Trainer hasty = new Trainer(1, 5, 1, 40, -1, 10);
        TrainingSettings settings = with(
                SmallTraining.settings(),
                SmallTraining.settings().features(),
                hasty,
                SmallTraining.settings().abstention());
        return measured(new StabilityCheck(), trained(settings, GateLimitsTest::rows), GateLimitsTest::rows);
    }

    private static List<Measured> binsThatHideWhatIsThere() {
        List<Feature> coarse = SmallTraining.settings().features().stream()
                .map(each -> each.indicator().value().equals("SUP_EARLIER")
                        ? each
                        : new Feature(
                                each.indicator(),
                                each.source(),
                                each.windowDays(),
                                each.direction(),
                                each.missing(),
                                List.of(each.edges().getLast() * 3),
                                List.of()))
                .toList();
        TrainingSettings settings = with(
                SmallTraining.settings(),
                coarse,
                SmallTraining.settings().trainer(),
                SmallTraining.settings().abstention());
        return measured(new StabilityCheck(), trained(settings, GateLimitsTest::rows), GateLimitsTest::rows);
    }

    private static List<Measured> aModelThatWantsASchoolOfEverybody() {
        TrainingSettings settings = with(
                SmallTraining.settings(),
                SmallTraining.settings().features(),
                SmallTraining.settings().trainer(),
                new Abstention(3, 3, 20, 0.999));
        return measured(new AbstentionCheck(), trained(settings, GateLimitsTest::rows), GateLimitsTest::rows);
    }

    private static List<Measured> aModelThatNeverSaysThatItDoesNotKnow() throws Exception {
        for (Map.Entry<String, byte[]> file : honest.files().entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        Path manifest = directory.resolve(ReleasedModels.MANIFEST);
        String sure = Files.readString(manifest)
                .replaceFirst("maximum_surprise_bits: \\S+", "maximum_surprise_bits: 9999.0")
                .replaceFirst("minimum_live_sources: \\S+", "minimum_live_sources: 1")
                .replaceFirst("minimum_training_count: \\S+", "minimum_training_count: 1");
        Files.writeString(manifest, sure);
        return measured(new AbstentionCheck(), Candidate.read(directory), GateLimitsTest::rows);
    }

    private static List<Measured> measured(
            GateCheck check, Candidate candidate, Function<List<FeatureDefinition>, CohortRows> source) {
        return check.measure(subject(candidate, source));
    }

    private static Subject subject(Candidate candidate, Function<List<FeatureDefinition>, CohortRows> source) {
        Retraining retraining = new Retraining(candidate.settings(), policies.indicators(), source);
        return new Subject(candidate, retraining.columns(candidate), retraining);
    }

    private static Candidate trained(TrainingSettings settings, Function<List<FeatureDefinition>, CohortRows> source) {
        return Candidate.of(new Training(settings, policies.indicators(), source).run(), settings);
    }

    private static TrainingSettings with(
            TrainingSettings settings, List<Feature> features, Trainer trainer, Abstention abstention) {
        return new TrainingSettings(
                settings.model(),
                settings.target(),
                settings.seed(),
                settings.trainedAt(),
                settings.data(),
                settings.split(),
                trainer,
                abstention,
                features);
    }

    /** The synthetic rows, read once for each choice of features. */
    private static CohortRows rows(List<FeatureDefinition> features) {
        return (data, cohort) -> READ.computeIfAbsent(
                features.stream().map(each -> each.indicator().value()).toList() + cohort.asOf(),
                _ -> new SyntheticRows(features).rows(data, cohort));
    }

    /** The same children every time. */
    private static boolean chance(TrainingRow row, int percent) {
        return Long.remainderUnsigned(FamilySplit.mix(row.family() * 31 + row.ageBand()), 100) < percent;
    }

    private static double[] zeros(TrainingRow row) {
        double[] zeros = row.values().clone();
        Arrays.fill(zeros, 0);
        return zeros;
    }
}
