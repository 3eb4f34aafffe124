package dk.rettidig.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.cli.Main;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code push --watch} as a process of its own against the real service. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class WatchIT {

    private static final long PATIENCE_MILLIS = 60_000;
    private static final int TERMINATED = 143;

    @TestHTTPResource("/")
    URI service;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();
    private Pusher school;

    @BeforeEach
    void registersASchool() throws Exception {
        school = Pusher.at(folder);
    }

    @AfterEach
    void stops() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process watch(String url) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "push"));
        command.addAll(school.arguments(url, "--watch", folder.toString(), "--quiet-seconds", "1"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(".printed").toFile())
                .start();
        started.add(process);
        return process;
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void deliversWhatIsDroppedOnceAndFilesTheReceiptBesideIt() throws Exception {
        watch(service.toString());
        school.file("draft.csv.part", Pusher.HEADER + Pusher.csv(9, "0.1"));
        school.file("rows.csv", Pusher.HEADER + Pusher.csv(1, "0.1"));

        await("moved", () -> Files.exists(folder.resolve("done/rows.csv")));
        Thread.sleep(2_000);

        assertThat(names(folder.resolve("done"))).containsExactly("rows.csv", "rows.csv.receipt.json");
        assertThat(Files.readString(folder.resolve("done/rows.csv.receipt.json")))
                .contains("\"valid\":1");
        assertThat(folder.resolve("draft.csv.part")).exists();
        assertThat(school.deliveries("finished")).isEqualTo(1);
    }

    @Test
    void waitsForAFileThatIsStillBeingWritten() throws Exception {
        watch(service.toString());
        Path file = school.file("rows.csv", Pusher.HEADER);
        for (int child = 1; child <= 12; child++) {
            String line = Pusher.csv(child, "0.1");
            Files.writeString(file, line.substring(0, line.length() / 2), StandardOpenOption.APPEND);
            Thread.sleep(400);
            Files.writeString(file, line.substring(line.length() / 2), StandardOpenOption.APPEND);
        }

        await("moved", () -> Files.exists(folder.resolve("done/rows.csv")));

        assertThat(Files.readString(folder.resolve("done/rows.csv.receipt.json")))
                .contains("\"valid\":12");
        assertThat(school.deliveries("finished")).isEqualTo(1);
        assertThat(school.deliveries("rejected")).isZero();
    }

    @Test
    void putsABadFileAsideWithAReportAndOverwritesNoneOfTheSameName() throws Exception {
        watch(service.toString());
        school.file("rows.csv", Pusher.HEADER + Pusher.csv(1, "7") + Pusher.csv(2, "0.1"));
        await("first", () -> Files.exists(folder.resolve("refused/rows.csv")));
        school.file("rows.csv", "not;a;header\n1;2;3\n");
        await("second", () -> Files.exists(folder.resolve("refused/rows.2.csv")));
        school.file("good.csv", Pusher.HEADER + Pusher.csv(3, "0.1"));
        await("good", () -> Files.exists(folder.resolve("done/good.csv")));

        assertThat(Files.readString(folder.resolve("refused/rows.csv.report.txt")))
                .contains("linje / line 2: feed_row_value_out_of_range")
                .contains("1 rækker modtaget", "De øvrige rækker er modtaget.");
        assertThat(Files.readString(folder.resolve("refused/rows.2.csv.report.txt")))
                .contains("ikke sendt / not sent", "Nothing of the file counts.");
        assertThat(Files.readString(folder.resolve("refused/rows.csv"))).contains(Pusher.csv(1, "7"));
    }

    @Test
    void keepsTryingWhileTheServiceIsAwayAndLosesNothing() throws Exception {
        int port;
        try (Relay relay = Relay.at(0, service)) {
            port = relay.port();
        }
        watch("http://127.0.0.1:" + port);
        school.file("a.csv", Pusher.HEADER + Pusher.csv(1, "0.1"));
        school.file("b.csv", Pusher.HEADER + Pusher.csv(2, "0.1"));
        await("said", () -> Files.readString(folder.resolve(".printed")).contains("the service does not answer"));
        assertThat(names(folder)).contains("a.csv", "b.csv");

        try (Relay relay = Relay.at(port, service)) {
            assertThat(relay.port()).isEqualTo(port);
            await("both", () -> names(folder.resolve("done")).containsAll(List.of("a.csv", "b.csv")));
        }
        assertThat(school.deliveries("finished")).isEqualTo(2);
        assertThat(Files.readString(folder.resolve(".printed"))).containsOnlyOnce("the service does not answer");
    }

    @Test
    void countsOnceWhatWasTakenJustBeforeItWasStopped() throws Exception {
        school.file("rows.csv", Pusher.HEADER + Pusher.csv(1, "0.1"));
        try (Relay relay = Relay.holding(service)) {
            Process stopped = watch(relay.url());
            assertThat(relay.awaitLostAnswer()).isTrue();
            stopped.destroy(); // SIGTERM
            assertThat(stopped.waitFor()).isEqualTo(TERMINATED);
        }
        assertThat(folder.resolve("rows.csv")).exists();
        assertThat(school.deliveries("finished")).isEqualTo(1);

        watch(service.toString());
        await("moved", () -> Files.exists(folder.resolve("done/rows.csv")));

        assertThat(school.deliveries("finished")).isEqualTo(1);
    }
}
