package dk.rettidig.feed.rest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The times of notes. They have whole seconds and stand for {@code known_at} where a row has none, so two notes of one second
 * about one child would contradict each other: the second waits for the next second. Rows that say when they were known
 * wait for nothing.
 */
final class NoteTimes {

    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Clock clock;
    private final Set<String> told = new HashSet<>();
    private boolean underOtherNames;
    private Instant second = Instant.EPOCH;

    NoteTimes(Clock clock) {
        this.clock = clock;
    }

    /**
     * When a note about these bytes is made.
     *
     * @param othersToo it tells of children who do not stand in it: in a full delivery, or under names that only the service
     *     understands
     */
    synchronized Instant next(byte[] wire, boolean othersToo) {
        String lines = new String(wire, StandardCharsets.ISO_8859_1);
        Set<String> children = PSEUDONYM
                .matcher(lines.contains("known_at") ? "" : lines)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        Instant now = now();
        boolean again =
                underOtherNames || (othersToo ? !told.isEmpty() : told.stream().anyMatch(children::contains));
        if (now.equals(second) && again) {
            now = nextSecond();
        }
        if (!now.equals(second)) {
            second = now;
            told.clear();
            underOtherNames = false;
        }
        told.addAll(children);
        underOtherNames |= othersToo;
        return now;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant nextSecond() {
        try {
            while (now().equals(second)) {
                Thread.sleep(
                        Duration.between(clock.instant(), second.plusSeconds(1)).plusMillis(1));
            }
            return now();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
