package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SIGKILL to the service and to PostgreSQL at chosen and at random moments. Afterwards everything that a client was told is
 * true, effects and record fit each other, and the record verifies. {@code -Drettidig.test.kills=10} makes ten times as
 * many random kills, {@code -Drettidig.test.seed=...} repeats the random moments of an earlier time.
 */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KillIT {

    private static final int KILLS = Integer.getInteger("rettidig.test.kills", 1);
    private static final long SEED = Long.getLong("rettidig.test.seed", System.nanoTime() % 1_000_000);

    /** A random kill comes within this time of everything starting at once. */
    private static final int WITHIN_MILLIS = 1_500;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random = new Random(SEED);
    private Installation installation;
    private Traffic traffic;
    private RecordCheck record;

    @BeforeAll
    void settle() throws IOException, SQLException, InterruptedException {
        System.out.println("KillIT: -Drettidig.test.seed=" + SEED);
        List<String> options = new ArrayList<>(Installation.SHORT_LEASES);
        options.add("-Xmx256m");
        installation = Installation.start(options);
        traffic = new Traffic(installation);
        record = new RecordCheck(installation, traffic.officer());
        traffic.settle(SEED);
        assertThat(installation.rows("show fsync")).containsExactly("on");
        installation.asSuperuser(Moment.triggerFunction());
        for (Moment moment : Moment.values()) {
            installation.asSuperuser(moment.trigger());
        }
        holds();
    }

    @AfterAll
    void close() throws IOException {
        clients.shutdownNow();
        if (installation != null) {
            installation.close();
        }
    }

    @Order(0)
    @Test
    void theComparisonSeesAnEffectWithoutItsEntry() throws SQLException {
        installation.asSuperuser(
                "insert into registry_key (kid, municipality, registry, public_key, state, proposed_by,"
                        + " proposed_at) values (repeat('A', 43), 999, 'nobody', decode(repeat('00', 32), 'hex'), 'proposed', 'a',"
                        + " now())");

        assertThatThrownBy(record::fits).isInstanceOf(AssertionError.class).hasMessageContaining("key without entry");

        installation.asSuperuser("delete from registry_key where registry = 'nobody'");
    }

    /** Moments that can be held at the same time, in the order in which they are reached. */
    static List<List<Moment>> servicesLastMoments() {
        return List.of(
                List.of(Moment.BEFORE_THE_BODY, Moment.MID_BODY, Moment.BEFORE_KEY_PROPOSED),
                List.of(Moment.WHILE_LOADING, Moment.BEFORE_OUTCOME_RECORDED, Moment.SEQUENCING),
                List.of(Moment.BEFORE_DELIVERY_FINISHED, Moment.RUN_STARTED),
                List.of(Moment.BEFORE_VIEW_SEALED, Moment.BETWEEN_LOAD_AND_RECEIPT),
                List.of(Moment.BEFORE_RUN_FINISHED, Moment.INTEGRATING));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("servicesLastMoments")
    void nothingIsLostWhenTheServiceIsKilled(List<Moment> moments) throws Exception {
        killAt(
                moments,
                () -> installation.service().kill(),
                () -> installation.service().restart());
    }

    static List<List<Moment>> databasesLastMoments() {
        return List.of(
                List.of(Moment.WHILE_LOADING, Moment.BEFORE_VIEW_SEALED, Moment.SEQUENCING),
                List.of(Moment.BEFORE_DELIVERY_FINISHED, Moment.BETWEEN_LOAD_AND_RECEIPT),
                List.of(Moment.BEFORE_RUN_FINISHED, Moment.INTEGRATING));
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("databasesLastMoments")
    void nothingIsLostWhenPostgresIsKilled(List<Moment> moments) throws Exception {
        killAt(moments, () -> installation.postgres().kill(), this::restartPostgres);
    }

    private void restartPostgres() throws IOException {
        installation.postgres().start();
        installation.service().awaitReady();
    }

    private interface Step {
        void run() throws IOException;
    }

    private void killAt(List<Moment> moments, Step kill, Step restart) throws Exception {
        installation.awaitNoRow("select 1 from run where state = 'started'"); // one of an earlier kill is in the way
        CountDownLatch letGo = new CountDownLatch(1);
        List<Future<?>> actions = new ArrayList<>();
        try (HeldLock lock = new HeldLock(installation)) {
            for (Moment moment : moments) {
                lock.hold(moment);
                actions.add(clients.submit(() -> act(moment, letGo)));
                installation.awaitRow(moment.reached());
                Thread.sleep(moment.heldBySender() ? random.nextInt(300) : 0);
            }
            kill.run();
        }
        letGo.countDown();
        restart.run();
        for (Future<?> action : actions) {
            settled(action);
        }
        holds();
    }

    private void act(Moment moment, CountDownLatch letGo) {
        switch (moment) {
            case BEFORE_THE_BODY -> traffic.deliverHalting(false, letGo);
            case MID_BODY -> traffic.deliverHalting(true, letGo);
            case WHILE_LOADING, BEFORE_DELIVERY_FINISHED, BETWEEN_LOAD_AND_RECEIPT -> traffic.deliverNewValues();
            case RUN_STARTED, BEFORE_RUN_FINISHED -> traffic.startRun();
            case BEFORE_VIEW_SEALED -> traffic.sealView();
            case BEFORE_OUTCOME_RECORDED -> traffic.recordOutcome();
            case BEFORE_KEY_PROPOSED, SEQUENCING, INTEGRATING -> traffic.registerKey();
        }
    }

    static IntStream randomKills() {
        return IntStream.rangeClosed(1, 3 * KILLS);
    }

    @Order(3)
    @ParameterizedTest
    @MethodSource("randomKills")
    void nothingIsLostWhateverTheMoment(int round) throws Exception {
        boolean database = round % 3 == 0;
        List<Future<?>> actions = List.of(
                clients.submit(traffic::deliverNewValues),
                clients.submit(traffic::deliverNewValues),
                clients.submit(traffic::startRun),
                clients.submit(traffic::recordOutcome),
                clients.submit(traffic::registerKey));
        Thread.sleep(random.nextInt(WITHIN_MILLIS));
        if (database) {
            installation.postgres().kill();
            restartPostgres();
        } else {
            installation.service().kill();
            installation.service().restart();
        }
        for (Future<?> action : actions) {
            settled(action);
        }
        holds();
    }

    /** A reader who finds the service gone in the middle gives up, with whatever that throws. */
    private static void settled(Future<?> action) throws InterruptedException {
        try {
            action.get();
        } catch (ExecutionException gaveUp) {
            assertThat(gaveUp.getCause()).isInstanceOf(IllegalStateException.class);
        }
    }

    @Order(4)
    @Test
    void whatWasUnfinishedEndsByItselfAndCanBeDoneAgain() throws Exception {
        installation.awaitNoRow("select 1 from run where state = 'started'");
        installation.awaitNoRow("select 1 from delivery where state = 'running'");
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!traffic.redeliver() && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        assertThat(traffic.redeliver())
                .as("every unfinished delivery got its receipt")
                .isTrue();

        int runs =
                installation.rows("select 1 from run where state = 'finished'").size();
        traffic.startRun();
        installation.awaitNoRow("select 1 from run where state = 'started'");

        assertThat(installation.rows("select 1 from run where state = 'finished'"))
                .hasSize(runs + 1);
        holds();
        System.out.println("KillIT: " + traffic.promises().count() + " promises held");
    }

    private void holds() throws SQLException, IOException, InterruptedException {
        traffic.promises().allHold();
        record.fits();
    }
}
