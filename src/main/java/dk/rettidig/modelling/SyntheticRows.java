package dk.rettidig.modelling;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.FeatureReader;
import dk.rettidig.scoring.FeatureValue;
import dk.rettidig.scoring.KnownValue;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.PointsBaseline;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.SyntheticChild;
import dk.rettidig.synthetic.SyntheticIndicator;
import dk.rettidig.synthetic.SyntheticPopulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of children in scope in a synthetic cohort, read by the same strict reader as any other data. */
final class SyntheticRows {

    /** The reference period that stands for all of the generator's windows, days. */
    private static final int PERIOD_DAYS = 90;

    private final FeatureReader reader;
    private final PointsBaseline points;

    SyntheticRows(List<FeatureDefinition> features) {
        this.reader = new FeatureReader(features);
        try {
            this.points = PointsBaseline.forEvaluation(new ModelRef("gladsaxe-points", "1.0.0"));
        } catch (ModelIntegrityException e) {
            throw new IllegalStateException("the historical baseline is packaged", e);
        }
    }

    List<TrainingRow> rows(TrainingSettings.Data data, TrainingSettings.Cohort cohort) {
        PopulationSettings population = data.children() == 0
                ? PopulationSettings.national(cohort.seed())
                : PopulationSettings.of(cohort.seed(), data.children());
        List<TrainingRow> rows = new ArrayList<>();
        SyntheticPopulation.generate(population.withAsOf(cohort.day()).withScopeDays(data.scopeDays()), child -> {
            if (child.inScope(data.scopeDays())) {
                rows.add(row(child, cohort.day()));
            }
        });
        return rows;
    }

    private TrainingRow row(SyntheticChild child, LocalDate day) {
        SyntheticChild.Person person = child.person();
        return new TrainingRow(
                values(child, day),
                (long) person.municipality() << 32 | person.family(),
                child.outcomes().assessedNeed(),
                child.latent().need(),
                person.ageBand(),
                person.girl(),
                person.groupG(),
                points(child));
    }

    private double[] values(SyntheticChild child, LocalDate day) {
        List<KnownValue> known = new ArrayList<>();
        LocalDate to = day.minusDays(1);
        for (SyntheticIndicator indicator : SyntheticIndicator.values()) {
            child.observed(indicator)
                    .ifPresent(value -> known.add(new KnownValue(
                            indicator.id(),
                            to.minusDays(PERIOD_DAYS),
                            to,
                            value,
                            AsOf.endOf(to).moment(),
                            false)));
        }
        return reader.readStrictly(AsOf.endOf(day), known).values().stream()
                .mapToDouble(value -> value instanceof FeatureValue.Known found ? found.value() : Double.NaN)
                .toArray();
    }

    /** Each fact counts once. */
    private double points(SyntheticChild child) {
        double sum = 0;
        for (PointsBaseline.Points each : points.points()) {
            sum += each.points() * Math.min(1, actual(child, each.indicator()));
        }
        return sum;
    }

    private static double actual(SyntheticChild child, IndicatorId indicator) {
        return Arrays.stream(SyntheticIndicator.values())
                .filter(each -> each.id().equals(indicator))
                .mapToDouble(each -> child.actual(each).orElse(0))
                .sum();
    }
}
