package dk.rettidig.cli.bench;

import dk.rettidig.cli.bench.BenchResult.Better;
import dk.rettidig.cli.database.EmbeddedDatabase;
import dk.rettidig.followup.FollowUpJobs;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.Escalations;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.statistics.Publication;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.SyntheticNotifications;
import dk.rettidig.synthetic.SyntheticNotifications.SyntheticNotification;
import dk.rettidig.synthetic.SyntheticPopulation;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The load of {@link NotificationsBench}, run inside the started service: the real desk with gate and ledger, the real clocks.
 * The year before the present one is replayed day by day; people work on several threads, and at the end of each day the clocks
 * tell what is due.
 */
public class NotificationReplay implements QuarkusApplication {

    /** So many that the default ends within a minute on two cores; 1,471,000 have the nation's 153,000 notifications of 2022. */
    private static final long CHILDREN = 60_000;

    /** What the nation's notifications of a year may take; a part of them has the same part of it. */
    private static final double NATION = 153_000;

    private static final double NATION_SECONDS = 180;
    private static final double PAGE_MILLISECONDS = 200;
    private static final int CALLERS = 8;
    private static final int YEARS = 10;
    private static final int SETTLED_DAYS = 61;

    private static final AtomicReference<@Nullable Setting> SETTING = new AtomicReference<>();
    private static final List<BenchResult> RESULTS = new CopyOnWriteArrayList<>();

    private final NotificationDesk desk;
    private final Escalations escalations;
    private final FollowUpJobs followUp;
    private final Publication publication;
    private final Clock clock;

    /** Measures this service. */
    public NotificationReplay(
            NotificationDesk desk,
            Escalations escalations,
            FollowUpJobs followUp,
            Publication publication,
            Clock clock) {
        this.desk = desk;
        this.escalations = escalations;
        this.followUp = followUp;
        this.publication = publication;
        this.clock = clock;
    }

    /** What the benchmark has started. */
    record Setting(BenchOptions options, EmbeddedDatabase database, int port, String password) {}

    static void prepare(Setting setting) {
        SETTING.set(setting);
        RESULTS.clear();
    }

    static List<BenchResult> results() {
        return List.copyOf(RESULTS);
    }

    @Override
    public int run(String... arguments) throws IOException, InterruptedException, SQLException {
        Setting setting = SETTING.get();
        if (setting == null) {
            return 1;
        }
        BenchOptions options = setting.options();
        int children = Math.toIntExact(options.children().orElse(CHILDREN));
        LocalDate end = LocalDate.now(clock.withZone(Due.DENMARK)).withDayOfYear(1);
        Map<LocalDate, List<SyntheticNotification>> days = days(children, end);
        options.tell("replaying " + count(days) + " notifications of " + children + " children");
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("children", children);
        detail.put("notifications", count(days));
        double seconds = replay(days, end, detail, options);
        RESULTS.add(BenchResult.alone(
                "notifications",
                seconds,
                "s",
                Better.LOWER,
                Math.max(1, NATION_SECONDS * count(days) / NATION),
                detail));
        StatisticsPages pages = new StatisticsPages(setting);
        pages.fill(YEARS);
        RESULTS.add(BenchResult.alone(
                "statistics_page", pages.median(), "ms", Better.LOWER, PAGE_MILLISECONDS, pages.detail(YEARS)));
        return 0;
    }

    private static int count(Map<LocalDate, List<SyntheticNotification>> days) {
        return days.values().stream().mapToInt(List::size).sum();
    }

    private static Map<LocalDate, List<SyntheticNotification>> days(int children, LocalDate end) {
        PopulationSettings settings =
                PopulationSettings.of(PopulationSettings.DEFAULT_SEED, children).withAsOf(end);
        Map<LocalDate, List<SyntheticNotification>> days = new TreeMap<>();
        SyntheticPopulation.generate(
                settings,
                child -> SyntheticNotifications.of(settings, child)
                        .forEach(each -> days.computeIfAbsent(
                                        LocalDate.ofInstant(each.receivedAt(), Due.DENMARK), day -> new ArrayList<>())
                                .add(each)));
        return days;
    }

    private double replay(
            Map<LocalDate, List<SyntheticNotification>> days,
            LocalDate end,
            Map<String, Object> detail,
            BenchOptions options)
            throws InterruptedException {
        ReplayYear year = new ReplayYear(desk);
        Spent spent = new Spent();
        try (ExecutorService people = Executors.newFixedThreadPool(CALLERS)) {
            for (LocalDate day = end.minusYears(1); day.isBefore(end.plusDays(SETTLED_DAYS)); day = day.plusDays(1)) {
                Instant midnight = day.plusDays(1).atStartOfDay(Due.DENMARK).toInstant();
                List<Runnable> intake = days.getOrDefault(day, List.of()).stream()
                        .<Runnable>map(each -> () -> year.register(each))
                        .toList();
                spent.on("intake", () -> all(people, intake));
                spent.on("steps", () -> all(people, year.before(midnight)));
                spent.on("clocks", () -> escalations.tell(midnight));
                spent.on("follow_up", () -> followUp.run(midnight));
                if (day.getDayOfMonth() == 1) {
                    options.tell(day + " " + spent.seconds());
                }
            }
        }
        Instant counted = end.plusDays(SETTLED_DAYS).atStartOfDay(Due.DENMARK).toInstant();
        spent.on("statistics", () -> publication.publish(counted));
        detail.put("steps", year.steps());
        detail.put("seconds", spent.seconds());
        return spent.all();
    }

    private static void all(ExecutorService people, List<Runnable> work) throws InterruptedException {
        List<Future<?>> started = new ArrayList<>();
        work.forEach(each -> started.add(people.submit(each)));
        for (Future<?> each : started) {
            try {
                each.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("the replay failed", failed.getCause());
            }
        }
    }

    /** Where the time went. */
    private static final class Spent {

        private final Map<String, Long> nanos = new LinkedHashMap<>();

        /** A part of a day. */
        @FunctionalInterface
        private interface Part {
            void run() throws InterruptedException;
        }

        void on(String name, Part part) throws InterruptedException {
            long start = System.nanoTime();
            part.run();
            nanos.merge(name, System.nanoTime() - start, Long::sum);
        }

        Map<String, Double> seconds() {
            Map<String, Double> seconds = new LinkedHashMap<>();
            nanos.forEach((name, each) -> seconds.put(name, Math.round(each / 1e7) / 100.0));
            return seconds;
        }

        double all() {
            return nanos.values().stream().mapToLong(Long::longValue).sum() / 1e9;
        }
    }
}
