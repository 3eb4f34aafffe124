package dk.rettidig.access.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The demonstration's people. */
@ConfigMapping(prefix = "rettidig.demo")
public interface DemoSettings {

    /** Whether the five invented people can sign in. Never in operation: {@code serve} refuses it off the loopback. */
    @WithDefault("false")
    boolean people();

    /** Their shared password, made afresh at every start of the demonstration. */
    Optional<String> password();

    /** How far the clock is behind at the start ({@link dk.rettidig.web.ClockLag}), so that days can pass in seconds. */
    @WithDefault("PT0S")
    Duration clockBehind();
}
