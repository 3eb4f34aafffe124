package dk.rettidig.feed.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of deliveries. */
@ConfigMapping(prefix = "rettidig.feed")
public interface FeedSettings {

    /** Most bytes of a body on the wire; 4 GiB. */
    @WithDefault("4294967296")
    long maximumWireBytes();

    /** Most bytes of a body after gunzip; 16 GiB. */
    @WithDefault("17179869184")
    long maximumPlainBytes();

    /** Deliveries read at the same time by one replica; each takes up to 70 MB. */
    @WithDefault("3")
    int concurrentDeliveries();

    /** How long a running delivery is left alone without a sign of life. */
    @WithDefault("60S")
    Duration lease();

    /** How old a note may be when its delivery begins. */
    @WithDefault("24H")
    Duration noteAge();

    /** How far clocks of senders may run ahead. */
    @WithDefault("5M")
    Duration clockTolerance();

    /** How long an answer waits for the checkpoint that covers its entry. */
    @WithDefault("30S")
    Duration checkpointPatience();
}
