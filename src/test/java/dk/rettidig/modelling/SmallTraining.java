package dk.rettidig.modelling;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.Direction;
import dk.rettidig.scoring.MissingRule;
import dk.rettidig.scoring.ModelManifest;
import java.util.Arrays;
import java.util.List;

/** Settings that train in seconds: municipality 999 with 150,000 children who don't exist. */
public final class SmallTraining {

    private SmallTraining() {}

    /** Settings for this target. */
    public static TrainingSettings settings(String target) {
        return new TrainingSettings(
                "small/0.0.1",
                target,
                5,
                "2026-11-22T00:00:00Z",
                new TrainingSettings.Data(
                        2001,
                        150_000,
                        120,
                        new TrainingSettings.Cohort("2025-11-01"),
                        new TrainingSettings.Cohort("2026-11-01")),
                new TrainingSettings.Split(50, 25, 25),
                new TrainingSettings.Trainer(15, 0.1, 32, 40, 0, 10),
                new TrainingSettings.Abstention(1, 3, 20, 0.999),
                List.of(
                        feature("NOTIF_PRIOR", "notification-register", 2, 3),
                        feature("SCH_ABS_UNL", "school", 0.02, 0.05, 0.1),
                        feature("SIB_NOTIF", "notification-register", 1, 2),
                        feature("SUP_RUNNING", "case-system", 1),
                        feature("SUP_EARLIER", "case-system", 1)));
    }

    /** Settings for the target that a model may have. */
    public static TrainingSettings settings() {
        return settings(ModelManifest.TARGET);
    }

    private static TrainingSettings.Feature feature(String indicator, String source, double... edges) {
        return new TrainingSettings.Feature(
                new IndicatorId(indicator),
                source,
                400,
                Direction.INCREASING,
                MissingRule.OWN_BIN,
                Arrays.stream(edges).boxed().toList(),
                List.of());
    }
}
