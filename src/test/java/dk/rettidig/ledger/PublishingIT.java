package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How often a checkpoint comes from the loop that the service runs, at the pace that it is shipped with. */
@Timeout(value = 5, unit = java.util.concurrent.TimeUnit.MINUTES) // a hang is a failure
class PublishingIT {

    @TempDir
    Path directory;

    @Test
    void whileThereIsNewsACheckpointComesEverySecond() throws Exception {
        try (OwnDatabase database = new OwnDatabase(directory)) {
            RunningLoop running = RunningLoop.start(database);
            long end = System.nanoTime() + Duration.ofSeconds(6).toNanos();
            for (int number = 0; System.nanoTime() < end; number++) {
                database.append("actor-1", number);
                Thread.sleep(20);
            }
            running.halt();

            List<Instant> times = database.checkpointTimes();
            assertThat(times).hasSizeBetween(3, 8);
            // Passes begin a second apart; how long one reads the stored log before it signs differs.
            for (int i = 1; i < times.size(); i++) {
                assertThat(Duration.between(times.get(i - 1), times.get(i)))
                        .isBetween(Duration.ofMillis(500), Duration.ofMillis(2500));
            }
            assertThat(Duration.between(times.getFirst(), times.getLast()).dividedBy(times.size() - 1))
                    .isGreaterThan(Duration.ofMillis(900));
        }
    }

    @Test
    void theServiceIsShippedWithThatPace() throws Exception {
        assertThat(LedgerSettings.class
                        .getMethod("publishEvery")
                        .getAnnotation(WithDefault.class)
                        .value())
                .isEqualTo("PT1S");
    }
}
