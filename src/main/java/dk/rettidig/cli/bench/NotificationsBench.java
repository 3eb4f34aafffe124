package dk.rettidig.cli.bench;

import dk.rettidig.cli.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * {@code notifications}: a year of the synthetic nation through intake, clocks, follow-up and statistics, and how long a page of
 * statistics takes over ten such years; in the started service on an embedded PostgreSQL with fsync on.
 */
final class NotificationsBench implements Benchmark {

    /** Nothing happens by itself: the replay calls the clocks at its own moments. */
    private static final List<String> JOBS = List.of(
            "rettidig.notification.escalate-every",
            "rettidig.notification.statistics.every",
            "rettidig.follow-up.every",
            "rettidig.flags.follow-sources-every");

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public String description() {
        return "A year of notifications through intake, clocks, follow-up and statistics (--children 1471000: the nation's of 2022).";
    }

    @Override
    public List<BenchResult> run(BenchOptions options) throws IOException, InterruptedException {
        try (BenchHome home = BenchHome.create();
                EmbeddedDatabase database = EmbeddedDatabase.start(home.path().resolve("postgres"))) {
            database.configureService();
            String password = UUID.randomUUID().toString();
            int port = BenchService.freePort();
            System.setProperty("rettidig.home", home.path().toString());
            System.setProperty("rettidig.demo.people", "true");
            System.setProperty("rettidig.demo.password", password);
            System.setProperty("quarkus.http.host", "127.0.0.1");
            System.setProperty("quarkus.http.port", Integer.toString(port));
            System.setProperty("quarkus.management.port", "0");
            System.setProperty("quarkus.log.level", "WARN");
            JOBS.forEach(job -> System.setProperty(job, "off"));
            NotificationReplay.prepare(new NotificationReplay.Setting(options, database, port, password));
            Quarkus.run(NotificationReplay.class, (_, failure) -> {
                if (failure != null) {
                    failure.printStackTrace(options.progress());
                    options.progress().flush();
                }
            });
            List<BenchResult> results = NotificationReplay.results();
            if (results.isEmpty()) {
                throw new IOException("the benchmark stopped before it had a figure");
            }
            return results;
        }
    }
}
