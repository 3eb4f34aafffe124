package dk.rettidig.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.gate.Policies;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.BinCounts;
import dk.rettidig.scoring.FeatureBatch;
import dk.rettidig.scoring.KnownValue;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.synthetic.CohortChild;
import dk.rettidig.synthetic.Defect;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.SyntheticPopulation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Drift of the shipped model on the synthetic population, as it is and with what is planted. */
class DriftTest {

    private static final MonitoringLimits LIMITS = policies().monitoringLimits();

    private static final PopulationSettings USUAL = PopulationSettings.of(77, 400_000);

    private static Policies policies() {
        try {
            return Policies.load(PolicySetReader.shipped());
        } catch (dk.rettidig.law.PolicySetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ReleasedModel shipped() {
        try {
            return ReleasedModels.packaged(policies().indicators())
                    .find(new ModelRef("scorecard", "1.2.0"))
                    .orElseThrow();
        } catch (dk.rettidig.scoring.ModelIntegrityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BinCounts counts(ReleasedModel model, PopulationSettings settings, Predicate<KnownValue> delivered) {
        List<List<KnownValue>> children = new ArrayList<>();
        SyntheticPopulation.generate(settings, child -> {
            CohortChild of = new CohortChild(settings, child);
            if (of.isPending()) {
                children.add(of.observations().stream()
                        .map(KnownValue::of)
                        .filter(delivered)
                        .toList());
            }
        });
        FeatureBatch batch = model.batch(AsOf.endOf(settings.day()), children.size());
        for (int child = 0; child < children.size(); child++) {
            for (KnownValue value : children.get(child)) {
                for (int i = 0; i < model.features().size(); i++) {
                    if (model.features().get(i).indicator().equals(value.indicator())) {
                        batch.offer(
                                child,
                                i,
                                (int) value.from().toEpochDay(),
                                (int) value.to().toEpochDay(),
                                value.value(),
                                ChronoUnit.MICROS.between(Instant.EPOCH, value.knownAt()),
                                value.retracted());
                    }
                }
            }
        }
        BinCounts counts = new BinCounts(model.manifest());
        model.batchScorer().score(batch, counts, _ -> true);
        return counts;
    }

    private static List<Figure> beyond(ReleasedModel model, BinCounts counts) {
        List<Figure> figures = Drift.figures(model.manifest(), counts, LIMITS.fewestChildren());
        return figures.stream()
                .filter(figure -> !LIMITS.limit(figure.measure()).holds(figure.value()))
                .toList();
    }

    @Test
    void aPopulationLikeThatOfTheTrainingHoldsEveryLimit() {
        ReleasedModel model = shipped();

        BinCounts counts = counts(model, USUAL, _ -> true);

        assertThat(counts.children()).isGreaterThan(LIMITS.fewestChildren());
        assertThat(beyond(model, counts)).isEmpty();
    }

    @Test
    void theAbsenceThatRisesInDayCareIsSeen() {
        ReleasedModel model = shipped();
        Set<Defect> planted = EnumSet.of(Defect.DRIFT);
        planted.addAll(USUAL.defects());

        List<Figure> beyond = beyond(model, counts(model, USUAL.withDefects(planted), _ -> true));

        assertThat(beyond)
                .extracting(Figure::measure, Figure::indicator)
                .containsExactly(tuple(MonitoringLimits.INPUT_SHIFT, "DAY_ABS"));
    }

    @Test
    void aSchoolFeedThatStopsIsSeen() {
        ReleasedModel model = shipped();

        List<Figure> beyond =
                beyond(model, counts(model, USUAL, value -> !value.indicator().equals(new IndicatorId("SCH_ABS_UNL"))));

        assertThat(beyond)
                .extracting(Figure::measure, Figure::source)
                .contains(tuple(MonitoringLimits.MISSING_RISE, "school"));
    }

    @Test
    void equalSharesAreNoShiftWhateverTheirSize() {
        assertThat(Drift.stability(new long[] {0, 1_000, 2_000, 7_000}, new long[] {0, 1_000, 2_000, 7_000}))
                .isLessThan(0.001);
        assertThat(Drift.stability(new long[] {500, 500}, new long[] {500, 500}))
                .isZero();
    }

    @Test
    void theIndexIsTheOneOfTheBook() {
        // (.8 − .5) ln(.8/.5) + (.2 − .5) ln(.2/.5) = .3 ln 4
        assertThat(Drift.stability(new long[] {50_000, 50_000}, new long[] {80_000, 20_000}))
                .isCloseTo(0.3 * Math.log(4), within(0.0001));
    }

    @Test
    void aPlaceThatIsEmptyOnOneSideIsFarAndNotInfinitelyFar() {
        assertThat(Drift.stability(new long[] {100, 0}, new long[] {0, 100}))
                .isFinite()
                .isGreaterThan(5);
    }
}
