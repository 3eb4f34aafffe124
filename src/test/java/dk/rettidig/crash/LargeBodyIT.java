package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.crash.Person.Answer;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A body many times the heap over HTTP, made while it is sent. {@code -Drettidig.test.body.megabytes=2048
 * -Drettidig.test.body.heap=512} is what a national file takes.
 */
@Tag("process")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class LargeBodyIT {

    private static final long MEGABYTES = Long.getLong("rettidig.test.body.megabytes", 100);
    private static final int HEAP = Integer.getInteger("rettidig.test.body.heap", 192);

    /** What may stay alive beyond the middle of a body more than before it: noise, not rows. MB. */
    private static final int TOLERANCE = 32;

    private static final Pattern AFTER_COLLECTION = Pattern.compile("Pause .*->([0-9]+)M\\(");

    private final Registry registry = new Registry(
            "large-school",
            "school",
            Set.of("SCH_ABS_UNL"),
            "lb.demo.population",
            "population",
            ',',
            SigningKey.generate(new SecureRandom()));

    @Test
    void isLoadedWithAHeapThatDoesNotGrow() throws Exception {
        Path collections = Files.createTempFile("rettidig-large-body", ".gc");
        try (Installation installation = Installation.start(
                List.of("-Xmx" + HEAP + "m", "-XX:+UseParallelGC", "-Xlog:gc:file=" + collections))) {
            ServiceProcess service = installation.service();
            registry.register(
                    Person.signIn(service, DemoPerson.DATA_TEAM), Person.signIn(service, DemoPerson.TEAM_LEADER));
            LargeBody body = new LargeBody(MEGABYTES << 20);
            Files.writeString(collections, "");

            long begun = System.nanoTime();
            Answer receipt = deliver(Person.nobody(service), body);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);

            List<Integer> alive = alive(collections);
            System.out.printf(
                    java.util.Locale.ROOT,
                    "LargeBodyIT: %d MB, %d rows, %d s, heap after collection at most %d of %d MB%n",
                    body.bytes() >> 20,
                    body.rows(),
                    seconds,
                    most(alive),
                    HEAP);
            assertThat(receipt.status()).as(receipt.toString()).isEqualTo(200);
            assertThat(receipt.json().at("/rows/valid").asLong()).isEqualTo(body.rows());
            assertThat(most(alive.subList(alive.size() / 2, alive.size())))
                    .isLessThanOrEqualTo(most(alive.subList(0, alive.size() / 2)) + TOLERANCE);
            assertThat(service.log()).doesNotContain("OutOfMemoryError");
        } finally {
            Files.delete(collections);
        }
    }

    private Answer deliver(Person sender, LargeBody body) {
        String note = registry.note("large", body.digest(), body.rows()).signedWith(registry.key());
        BodyPublisher wire = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(body::stream), body.bytes());
        return sender.send(sender.to("/api/v1/feeds/" + registry.feed() + "/deliveries")
                .timeout(java.time.Duration.ofMinutes(55))
                .header("Content-Type", "application/x-ndjson")
                .header(DeliveryNote.HEADER, note)
                .POST(wire));
    }

    /** Megabytes alive after each collection. */
    private static List<Integer> alive(Path collections) throws IOException {
        return Files.readAllLines(collections).stream()
                .map(AFTER_COLLECTION::matcher)
                .filter(Matcher::find)
                .map(line -> Integer.valueOf(line.group(1)))
                .toList();
    }

    private static int most(List<Integer> megabytes) {
        return megabytes.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
