package dk.rettidig.notification.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the figures on notifications. */
@ConfigMapping(prefix = "rettidig.notification.statistics")
public interface StatisticsSettings {

    /**
     * What one figure may tell of one notification, above 0 and at most 2: smaller protects more and makes figures less exact
     * (docs/notification-statistics.md). A change holds for editions that are not published yet.
     */
    @WithDefault("0.5")
    double epsilon();

    /** How often the job looks for an edition that is due; {@code off} for never. */
    @WithDefault("6h")
    String every();
}
