package dk.rettidig.modelling;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.FeatureReader;
import dk.rettidig.scoring.KnownValue;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.PointsBaseline;
import dk.rettidig.synthetic.CohortChild;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.SyntheticChild;
import dk.rettidig.synthetic.SyntheticIndicator;
import dk.rettidig.synthetic.SyntheticPopulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Rows of children in scope in a synthetic cohort, read by the same strict reader as any other data. */
public final class SyntheticRows implements CohortRows {

    private final FeatureReader reader;
    private final PointsBaseline points;

    /** A reader for these features. */
    public SyntheticRows(List<FeatureDefinition> features) {
        this.reader = new FeatureReader(features);
        try {
            this.points = PointsBaseline.forEvaluation(new ModelRef("gladsaxe-points", "1.0.0"));
        } catch (ModelIntegrityException e) {
            throw new IllegalStateException("the historical baseline is packaged", e);
        }
    }

    @Override
    public List<TrainingRow> rows(TrainingSettings.Cohorts from, TrainingSettings.Cohort cohort) {
        if (!(from instanceof TrainingSettings.Data data)) {
            throw new IllegalArgumentException("these settings name folders, which are read and not made up");
        }
        PopulationSettings latest = (data.children() == 0
                        ? PopulationSettings.national(data.seed())
                        : PopulationSettings.of(data.seed(), data.children()))
                .withAsOf(data.test().day())
                .withScopeDays(data.scopeDays());
        PopulationSettings year = latest.before(data.yearsBefore(cohort));
        List<TrainingRow> rows = new ArrayList<>();
        SyntheticPopulation.generate(year, child -> {
            CohortChild of = new CohortChild(year, child);
            if (of.isPending()) {
                rows.add(row(of));
            }
        });
        return rows;
    }

    private TrainingRow row(CohortChild child) {
        SyntheticChild.Person person = child.child().person();
        return new TrainingRow(
                values(child),
                person.municipality(),
                child.family(),
                child.assessment().orElseThrow().found(),
                person.ageBand(),
                person.girl(),
                Optional.of(
                        new TrainingRow.Truth(child.child().latent().need(), person.groupG(), points(child.child()))));
    }

    /** As the feeds delivered it, read strictly: what became known later is refused. */
    private double[] values(CohortChild child) {
        List<KnownValue> known =
                child.observations().stream().map(KnownValue::of).toList();
        return TrainingRow.values(reader.readStrictly(AsOf.endOf(child.day()), known));
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
