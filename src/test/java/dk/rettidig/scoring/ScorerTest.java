package dk.rettidig.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.ScoringResult.Abstained;
import dk.rettidig.scoring.ScoringResult.Scored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final AsOf AS_OF = AsOf.endOf(DAY);
    private static final ReleasedModel MODEL = model();

    @Test
    void reasonsAddUpToTheLogOddsExactly() {
        Random random = new Random(42);
        int scored = 0;
        for (int round = 0; round < 2_000; round++) {
            if (score(randomValues(random)) instanceof Scored result) {
                scored++;
                double weights = result.contributions().stream()
                        .mapToDouble(Contribution::weight)
                        .sum();
                double effects = result.contributions().stream()
                        .mapToDouble(Contribution::effect)
                        .sum();
                assertThat(result.bias() + weights).isEqualTo(result.logOdds(), within(1e-9));
                assertThat(result.average() + effects).isEqualTo(result.logOdds(), within(1e-9));
                assertThat(result.probability()).isBetween(0.0, 1.0);
                assertThat(result.frequency().from()).isLessThanOrEqualTo(result.probability());
            }
        }
        assertThat(scored).as("rounds with a value").isGreaterThan(500);
    }

    @Test
    void movesOnlyTheDeclaredWay() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Map<String, Double> values = randomValues(random);
            for (FeatureDefinition feature : MODEL.features()) {
                if (feature.direction() == Direction.INCREASING
                        && values.containsKey(feature.indicator().value())) {
                    double before = Double.NEGATIVE_INFINITY;
                    for (double edge : feature.edges()) {
                        values.put(feature.indicator().value(), edge);
                        double logOdds = logOdds(values);
                        assertThat(logOdds).as(feature.indicator().value()).isGreaterThanOrEqualTo(before);
                        before = logOdds;
                    }
                }
            }
        }
    }

    @Test
    void aSmallChangeWithinABinChangesNothingAndAcrossAnEdgeNoMoreThanItsWeight() {
        for (FeatureDefinition feature : MODEL.features()) {
            for (int i = 0; i < feature.edges().size(); i++) {
                Map<String, Double> values = typical();
                double edge = feature.edges().get(i);
                values.put(feature.indicator().value(), edge);
                double at = logOdds(values);
                values.put(feature.indicator().value(), Math.nextDown(edge));
                double below = logOdds(values);
                values.put(feature.indicator().value(), Math.nextUp(edge));

                assertThat(logOdds(values)).isEqualTo(at);
                assertThat(at - below).isEqualTo(feature.weights().get(i), within(1e-9));
            }
        }
    }

    @Test
    void theSameInputAlwaysGivesTheSameValue() {
        Map<String, Double> values = typical();

        assertThat(score(values)).isEqualTo(score(new TreeMap<>(values)));
    }

    /** Golden values of the shipped release, to 1e-9: a change of model is a new version. */
    @Test
    void goldenScoresOfTheShippedRelease() {
        GoldenScores.CASES.forEach((values, expected) -> {
            ScoringResult result = score(new TreeMap<>(values));
            assertThat(result).as("%s", values).isInstanceOf(Scored.class);
            Scored scored = (Scored) result;
            assertThat(scored.logOdds()).as("log-odds of %s", values).isEqualTo(expected.get(0), within(1e-9));
            assertThat(scored.probability()).as("probability of %s", values).isEqualTo(expected.get(1), within(1e-9));
        });
    }

    @Test
    void missingIsNotZero() {
        Map<String, Double> zero = typical();
        zero.put("SCH_ABS_UNL", 0.0);
        Map<String, Double> missing = typical();
        missing.remove("SCH_ABS_UNL");

        assertThat(logOdds(missing)).isNotEqualTo(logOdds(zero));
        assertThat(score(missing).missing())
                .extracting(each -> each.indicator().value())
                .contains("SCH_ABS_UNL");
        assertThat(score(zero).missing())
                .extracting(each -> each.indicator().value())
                .doesNotContain("SCH_ABS_UNL");
    }

    @Test
    void abstainsForAChildWithoutANotification() {
        Map<String, Double> values = typical();
        values.put("NOTIF_PRIOR", 0.0);
        values.remove("NOTIF_PRIOR");

        assertThat(reasons(values)).contains(AbstentionReason.REQUIRED_MISSING);
    }

    @Test
    void abstainsWhenTooFewSourcesAreLive() {
        Map<String, Double> values = new TreeMap<>(Map.of("NOTIF_PRIOR", 1.0, "SIB_NOTIF", 0.0, "AGE_BAND", 3.0));

        assertThat(reasons(values)).contains(AbstentionReason.TOO_FEW_SOURCES);
    }

    @Test
    void abstainsWhenTooMuchIsStaleAndNeverCalculatesWithIt() {
        List<KnownValue> old = new ArrayList<>();
        typical().forEach((id, value) -> old.add(known(id, value, 80)));

        ScoringResult result = MODEL.scorer().score(AS_OF, old);

        assertThat(result).isInstanceOf(Abstained.class);
        assertThat(((Abstained) result).reasons()).contains(AbstentionReason.TOO_MUCH_STALE);
        assertThat(result.stale()).isNotEmpty();
        assertThat(result.contributions()).as("no weights without a value").allMatch(each -> each.effect() == 0);
    }

    @Test
    void abstainsOnACodeThatTrainingNeverSaw() {
        Map<String, Double> values = typical();
        values.put("AGE_BAND", 9.0);

        assertThat(reasons(values)).contains(AbstentionReason.VALUE_NOT_SEEN);
    }

    /** One of four equal bins and one of five: two bits, and as many as five has. */
    @Test
    void anInputFurtherFromTrainingThanTheLimitGetsNoValueAndOneWithinItDoes() {
        double surprise = 2 + Math.log(5) / Math.log(2);
        List<KnownValue> observations = List.of(known("NOTIF_PRIOR", 2, 10), known("AGE_BAND", 3, 10));

        ScoringResult within = FixtureModel.model(surprise + 1e-9).scorer().score(AS_OF, observations);
        ScoringResult beyond = FixtureModel.model(surprise - 1e-9).scorer().score(AS_OF, observations);

        assertThat(within).isInstanceOf(Scored.class);
        assertThat(beyond)
                .isInstanceOfSatisfying(
                        Abstained.class,
                        abstained -> assertThat(abstained.reasons()).containsExactly(AbstentionReason.UNLIKE_TRAINING));
    }

    @Test
    void whatIsKnownLaterChangesNothing() {
        List<KnownValue> now = observations(typical());
        List<KnownValue> withLater = new ArrayList<>(now);
        withLater.add(new KnownValue(
                new IndicatorId("SCH_ABS_UNL"),
                DAY.minusDays(9),
                DAY,
                0.9,
                AS_OF.moment().plusSeconds(1),
                false));

        assertThat(MODEL.scorer().score(AS_OF, withLater))
                .isEqualTo(MODEL.scorer().score(AS_OF, now));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theBatchSaysExactlyWhatTheSingleFormSays(long seed) {
        Random random = new Random(seed);
        int children = 2_000;
        List<List<KnownValue>> all = new ArrayList<>();
        FeatureBatch batch = MODEL.batch(AS_OF, children);
        for (int child = 0; child < children; child++) {
            List<KnownValue> observations = new ArrayList<>();
            randomValues(random).forEach((id, value) -> observations.add(known(id, value, random.nextInt(130))));
            all.add(observations);
            offer(batch, child, observations);
        }

        BatchScorer.Scores scores = MODEL.batchScorer().score(batch);

        for (int child = 0; child < children; child++) {
            switch (MODEL.scorer().score(AS_OF, all.get(child))) {
                case Scored scored -> {
                    assertThat(scores.abstention()[child]).isZero();
                    assertThat(scores.probability()[child]).isEqualTo(scored.probability(), within(1e-12));
                }
                case Abstained abstained -> {
                    assertThat(AbstentionReason.ofBits(scores.abstention()[child]))
                            .isEqualTo(abstained.reasons());
                    assertThat(scores.probability()[child]).isNaN();
                }
            }
        }
    }

    @Test
    void refusesAnInputMadeForAnotherModel() {
        FeatureInput other = new FeatureInput(AS_OF, List.of(new FeatureValue.Missing()));

        assertThatThrownBy(() -> MODEL.scorer().score(other)).isInstanceOf(ScoringFault.class);
    }

    @Test
    void protectiveFactsLowerAndRaisingOnesRaise() {
        Scored scored = (Scored) score(typical());

        assertThat(scored.protective()).isNotEmpty().allMatch(each -> each.effect() < 0);
        assertThat(scored.raising()).allMatch(each -> each.effect() > 0);
        assertThat(scored.frequency().danish()).startsWith("Af 100 tilsvarende var der ");
        assertThat(scored.frequency().lowOfHundred())
                .isLessThanOrEqualTo(scored.frequency().ofHundred());
        assertThat(scored.frequency().highOfHundred())
                .isGreaterThanOrEqualTo(scored.frequency().ofHundred());
        assertThat(scored.toString()).doesNotContain(".");
    }

    private static void offer(FeatureBatch batch, int child, List<KnownValue> observations) {
        for (KnownValue each : observations) {
            for (int i = 0; i < MODEL.features().size(); i++) {
                if (MODEL.features().get(i).indicator().equals(each.indicator())) {
                    long micros = each.knownAt().toEpochMilli() * 1_000;
                    batch.offer(
                            child,
                            i,
                            (int) each.from().toEpochDay(),
                            (int) each.to().toEpochDay(),
                            each.value(),
                            micros,
                            false);
                }
            }
        }
    }

    private static Map<String, Double> typical() {
        return GoldenScores.typical();
    }

    private static Map<String, Double> randomValues(Random random) {
        Map<String, Double> values = new TreeMap<>();
        for (FeatureDefinition feature : MODEL.features()) {
            String id = feature.indicator().value();
            if (random.nextInt(12) > 0) {
                values.put(id, feature.edges().isEmpty() ? category(feature, random) : edge(feature, random));
            }
        }
        return values;
    }

    private static double category(FeatureDefinition feature, Random random) {
        return feature.categories().get(random.nextInt(feature.categories().size()));
    }

    private static double edge(FeatureDefinition feature, Random random) {
        double edge = feature.edges().get(random.nextInt(feature.edges().size()));
        return random.nextInt(3) == 0 ? edge : Math.max(0, feature.edges().get(0) / 2);
    }

    private static double logOdds(Map<String, Double> values) {
        Scorecard scorecard = new Scorecard(MODEL.manifest());
        FeatureInput input = MODEL.scorer().reader().read(AS_OF, observations(values));
        double sum = scorecard.bias();
        for (int i = 0; i < input.values().size(); i++) {
            double value = input.values().get(i) instanceof FeatureValue.Known known ? known.value() : Double.NaN;
            sum += scorecard.table(i).weight(scorecard.table(i).bin(value));
        }
        return sum;
    }

    private static java.util.Set<AbstentionReason> reasons(Map<String, Double> values) {
        ScoringResult result = score(values);
        assertThat(result).isInstanceOf(Abstained.class);
        return ((Abstained) result).reasons();
    }

    private static ScoringResult score(Map<String, Double> values) {
        return MODEL.scorer().score(AS_OF, observations(values));
    }

    private static List<KnownValue> observations(Map<String, Double> values) {
        List<KnownValue> observations = new ArrayList<>();
        values.forEach((id, value) -> observations.add(known(id, value, 10)));
        return observations;
    }

    private static KnownValue known(String id, double value, int daysOld) {
        LocalDate to = DAY.minusDays(daysOld);
        return new KnownValue(
                new IndicatorId(id),
                to.minusDays(89),
                to,
                value,
                AsOf.endOf(to).moment().minusNanos(999_999),
                false);
    }

    private static ReleasedModel model() {
        try {
            return ReleasedModels.packaged(TestCatalogue.SHIPPED)
                    .find(TestRelease.REF)
                    .orElseThrow();
        } catch (ModelIntegrityException e) {
            throw new IllegalStateException(e);
        }
    }
}
