package dk.rettidig.modelling.rows;

import dk.rettidig.gate.Policies;
import dk.rettidig.modelling.CohortRows;
import dk.rettidig.modelling.SyntheticRows;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.TrainingSettings.Cohort;
import dk.rettidig.modelling.TrainingSettings.Cohorts;
import dk.rettidig.modelling.TrainingSettings.Data;
import dk.rettidig.modelling.TrainingSettings.Folders;
import dk.rettidig.scoring.FeatureDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows that settings name: invented children by their seed, or folders, once the rules permit it. */
public final class SettingsRows implements CohortRows {

    private final List<FeatureDefinition> features;
    private final TrainingPermission permission;
    private final FolderRows folders;

    private SettingsRows(List<FeatureDefinition> features, Policies policies, Clock clock) {
        this.features = List.copyOf(features);
        this.permission = new TrainingPermission(policies, clock);
        this.folders = new FolderRows(features, policies.indicators());
    }

    /** Readers under these rules. */
    public static Function<List<FeatureDefinition>, CohortRows> under(Policies policies, Clock clock) {
        return features -> new SettingsRows(features, policies, clock);
    }

    @Override
    public List<TrainingRow> rows(Cohorts from, Cohort cohort) {
        return switch (from) {
            case Data synthetic -> new SyntheticRows(features).rows(synthetic, cohort);
            case Folders named -> {
                permission.require(named, features);
                yield folders.rows(named, cohort);
            }
        };
    }

    @Override
    public Map<String, String> inputs() {
        return folders.inputs();
    }
}
