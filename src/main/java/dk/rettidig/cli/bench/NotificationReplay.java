package dk.rettidig.cli.bench;

import dk.rettidig.cli.bench.BenchResult.Better;
import dk.rettidig.cli.database.EmbeddedDatabase;
import dk.rettidig.followup.FollowUpDesk;
import dk.rettidig.followup.FollowUpJobs;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.Duties;
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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The load of {@link NotificationsBench}, run inside the started service. The year before the present one is replayed day by day: the
 * intake delivers the day's notifications, people work on several threads through the real desks with gate and ledger, and the clocks
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

    /** What people do takes them the year, one by one, each step with its entries: told beside the figure, and no part of it. */
    private static final String PEOPLE = "people";

    /** The intake of a day beside the clocks of the day before, as deliveries and the scheduler's jobs run beside each other. */
    private static final String DAYS = "days";

    private static final int YEARS = 10;
    private static final int SETTLED_DAYS = 61;

    private static final AtomicReference<@Nullable Setting> SETTING = new AtomicReference<>();
    private static final List<BenchResult> RESULTS = new CopyOnWriteArrayList<>();

    private final ReplayIntake intake;
    private final Duties duties;
    private final NotificationDesk desk;
    private final FollowUpDesk followUps;
    private final Escalations escalations;
    private final FollowUpJobs followUp;
    private final Publication publication;
    private final Clock clock;

    /** Measures this service. */
    public NotificationReplay(
            ReplayIntake intake,
            Duties duties,
            NotificationDesk desk,
            FollowUpDesk followUps,
            Escalations escalations,
            FollowUpJobs followUp,
            Publication publication,
            Clock clock) {
        this.intake = intake;
        this.duties = duties;
        this.desk = desk;
        this.followUps = followUps;
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
        double seconds = replay(days, end, detail, setting.database(), options);
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
            EmbeddedDatabase database,
            BenchOptions options)
            throws InterruptedException, SQLException {
        ReplayPeople year = new ReplayPeople(duties, desk, followUps);
        Spent spent = new Spent();
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
                LaidSteps laid = new LaidSteps(database.superuser())) {
            List<Runnable> before = List.of();
            for (LocalDate day = end.minusYears(1); day.isBefore(end.plusDays(SETTLED_DAYS)); day = day.plusDays(1)) {
                List<Runnable> beside = new ArrayList<>(before);
                beside.add(spent.timed("intake", intake(day, days)));
                spent.on(DAYS, () -> all(threads, beside));
                intake.filed(day).forEach(year::plan);
                Instant midnight = day.plusDays(1).atStartOfDay(Due.DENMARK).toInstant();
                work(year, midnight, threads, laid, spent);
                before = List.of(
                        spent.timed("clocks", () -> escalations.tell(midnight)),
                        spent.timed("follow_up", () -> followUp.run(midnight)));
                if (day.getDayOfMonth() == 1) {
                    laid.analyze();
                    options.tell(day + " " + spent.seconds());
                }
            }
            List<Runnable> last = before;
            spent.on(DAYS, () -> all(threads, last));
        }
        Instant counted = end.plusDays(SETTLED_DAYS).atStartOfDay(Due.DENMARK).toInstant();
        spent.on("statistics", () -> publication.publish(counted));
        detail.put("seconds", spent.seconds());
        detail.put("people_steps_at_desks", year.steps());
        return spent.on(DAYS) + spent.on("statistics");
    }

    private Runnable intake(LocalDate day, Map<LocalDate, List<SyntheticNotification>> days) {
        List<SyntheticNotification> arrived = days.getOrDefault(day, List.of());
        return () -> {
            if (!arrived.isEmpty()) {
                intake.file(day, arrived);
            }
        };
    }

    private static void work(ReplayPeople year, Instant until, ExecutorService threads, LaidSteps laid, Spent spent)
            throws InterruptedException, SQLException {
        if (year.areAtTheirDesks()) {
            spent.on(PEOPLE, () -> all(threads, year.before(until)));
            spent.on(PEOPLE, () -> all(threads, year.closings(until)));
        } else {
            year.lay(laid, until);
        }
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

        private final ConcurrentSkipListMap<String, Long> nanos = new ConcurrentSkipListMap<>();

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

        Runnable timed(String name, Runnable part) {
            return () -> {
                long start = System.nanoTime();
                part.run();
                nanos.merge(name, System.nanoTime() - start, Long::sum);
            };
        }

        Map<String, Double> seconds() {
            Map<String, Double> seconds = new LinkedHashMap<>();
            nanos.forEach((name, each) -> seconds.put(name, Math.round(each / 1e7) / 100.0));
            return seconds;
        }

        double on(String name) {
            return nanos.getOrDefault(name, 0L) / 1e9;
        }
    }
}
