package dk.rettidig.cli.pseudonymise;

import java.time.Duration;

/**
 * How long a client waits and how often it tries.
 *
 * @param answer for one whole answer
 * @param tries of one batch, with a new id each
 * @param pause before the second try; doubled each time
 * @param longest that a 429 or 503 may ask to wait before the run ends instead
 */
public record Patience(Duration answer, int tries, Duration pause, Duration longest) {

    /** A minute for an answer, six tries within half a minute, two minutes of waiting. */
    public static final Patience USUAL =
            new Patience(Duration.ofMinutes(1), 6, Duration.ofSeconds(1), Duration.ofMinutes(2));

    /** A person waits for the page: ten seconds for an answer, two tries, no waiting for a quota. */
    public static final Patience AT_A_PAGE =
            new Patience(Duration.ofSeconds(10), 2, Duration.ofMillis(500), Duration.ofSeconds(2));

    /** Waits until the next day's quota as well. */
    public static final Patience ENDLESS =
            new Patience(Duration.ofMinutes(1), 6, Duration.ofSeconds(1), Duration.ofHours(25));
}
