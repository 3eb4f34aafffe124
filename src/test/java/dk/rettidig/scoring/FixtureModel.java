package dk.rettidig.scoring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dk.rettidig.indicator.IndicatorId;
import java.util.List;

/**
 * A scorecard with weights that tests can add up by hand: log-odds −2, and 1.5 more for each of the first three earlier
 * notifications. Never signed, never released.
 */
public final class FixtureModel {

    /** Its name; no release has it. */
    public static final ModelRef REF = new ModelRef("fixture", "1.0.0");

    private FixtureModel() {}

    /** The model. */
    public static ReleasedModel model() {
        return model(100);
    }

    /** The model that abstains beyond so many bits of surprise. */
    static ReleasedModel model(double maximumSurpriseBits) {
        FeatureDefinition prior = new FeatureDefinition(
                new IndicatorId("NOTIF_PRIOR"),
                "notification-register",
                730,
                365,
                Direction.INCREASING,
                MissingRule.ABSTAIN,
                List.of(1.0, 2.0, 3.0),
                List.of(),
                List.of(1.5, 1.5, 1.5),
                0,
                List.of(100, 100, 100, 100),
                0);
        FeatureDefinition age = new FeatureDefinition(
                new IndicatorId("AGE_BAND"),
                "school",
                730,
                365,
                Direction.NONE,
                MissingRule.OWN_BIN,
                List.of(),
                List.of(1, 2, 3, 4),
                List.of(0.0, 0.0, 0.0),
                0,
                List.of(100, 100, 100, 100),
                100);
        var empty = JsonNodeFactory.instance.objectNode();
        ModelManifest manifest = new ModelManifest(
                ModelManifest.FORMAT,
                ModelManifest.SCORECARD,
                REF.name(),
                REF.version(),
                new ModelManifest.Target(ModelManifest.TARGET, "behov", "need"),
                -2,
                List.of(prior, age),
                new ModelManifest.CalibrationEntry("identity", List.of(), List.of(), List.of()),
                List.of(new Frequency(0, 1, 100, 30)),
                new AbstentionRules(1, 2, 1, maximumSurpriseBits),
                List.of(new ModelManifest.FileEntry("model.pb", "0".repeat(64), 1)),
                empty,
                empty);
        return new ReleasedModel(
                manifest, new ModelDigest("ab".repeat(32)), new dk.rettidig.seal.KeyId("A".repeat(43)));
    }

    /** The probability of a child with so many earlier notifications. */
    public static double probability(int notifications) {
        return 1 / (1 + Math.exp(2 - 1.5 * Math.min(3, notifications)));
    }
}
