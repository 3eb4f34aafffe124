package dk.rettidig.flag;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of runs. */
@ConfigMapping(prefix = "rettidig.runs")
public interface RunSettings {

    /** How long a run counts as under way after its last sign of life; a killed service blocks for no longer. */
    @WithDefault("60S")
    Duration lease();
}
