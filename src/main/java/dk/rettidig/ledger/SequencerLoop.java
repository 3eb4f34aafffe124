package dk.rettidig.ledger;

import dk.rettidig.ledger.Sequencer.Pass;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the sequencer: at once when something is appended and the last pass is old enough, else as soon as it is; looks on
 * its own every half second for what other replicas appended; competes for the turn while another replica has it. Before
 * anything is published a part of the log is read again (a log of some thousand entries whole).
 */
@Singleton
class SequencerLoop {

    private static final Logger LOG = Logger.getLogger(SequencerLoop.class);

    /** How often the database is asked without being told: other replicas' appends, and the turn. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Wait after a failure, so that a database that is away is not hammered. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** What is read again before anything is published: these bundles, and on for a twentieth of the time. */
    private static final int AUDIT_BUNDLES = 20;

    private static final Duration AUDIT_TIME = Duration.ofMillis(20);

    /** The same when the process has just started, and while something is wrong and there is nothing else to do. */
    private static final Duration LONG_AUDIT_TIME = Duration.ofMillis(500);

    /** How often the log is read again while nothing is published. */
    private static final Duration AUDIT_EVERY = Duration.ofSeconds(3);

    /** How long a stop waits for the pass that is under way. */
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Sequencer sequencer;
    private final Audit audit;
    private final Publications publications;
    private final SequencerState state;
    private final LedgerSettings settings;
    private @Nullable Thread thread;
    private Duration auditTime = LONG_AUDIT_TIME;
    private long audited;
    private volatile boolean stopped;

    SequencerLoop(
            SequencerTurns turns,
            CheckpointSigner signer,
            LastSeen lastSeen,
            Cosigners cosigners,
            Audit audit,
            Publications publications,
            SequencerState state,
            LedgerSettings settings,
            Clock clock) {
        this.sequencer =
                new Sequencer(turns, signer, lastSeen, audited(cosigners), clock, settings.publishAtLeastEvery());
        this.audited = System.nanoTime() - AUDIT_EVERY.toNanos();
        this.audit = audit;
        this.publications = publications;
        this.state = state;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (settings.sequencer()) {
            thread = Thread.ofPlatform().name("ledger-sequencer").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(STOP);
        }
    }

    private void run() {
        try {
            while (!stopped) {
                long begun = System.nanoTime();
                Duration pause = pass();
                publications.awaitNews(LOOK_EVERY);
                Thread.sleep(Math.max(
                        0,
                        pause.toMillis()
                                - Duration.ofNanos(System.nanoTime() - begun).toMillis()));
            }
        } catch (InterruptedException told) {
            LOG.debug("the sequencer stops");
        } finally {
            sequencer.close();
        }
    }

    /** One pass; returns how long to wait at least before the next. */
    private Duration pass() {
        long begun = System.nanoTime();
        try {
            if (System.nanoTime() - audited >= AUDIT_EVERY.toNanos()) {
                audit();
            }
            Pass pass = sequencer.pass();
            state.passed(pass, Duration.ofNanos(System.nanoTime() - begun));
            if (pass.published()) {
                publications.published();
                return settings.publishEvery();
            }
            return Duration.ZERO;
        } catch (SQLException failure) {
            state.failed();
            LOG.warnf("the sequencer gave up its turn and tries again: SQL state %s", failure.getSQLState());
        } catch (LedgerDamage damage) {
            damaged(damage);
        } catch (LedgerFault fault) { // a database that is away while a witness's refusal is entered
            state.failed();
            LOG.warnf("the sequencer gave up its turn and tries again: %s", fault.errorCode());
        } catch (RuntimeException failure) { // whatever it is, the thread must live: receipts depend on it
            state.failed();
            LOG.error("the sequencer gave up its turn and tries again", failure);
        }
        return AFTER_FAILURE;
    }

    private void audit() throws SQLException, LedgerDamage {
        audit.goOn(AUDIT_BUNDLES, auditTime);
        auditTime = AUDIT_TIME;
        audited = System.nanoTime();
    }

    /** Between an entry's place and its publication: what was appended after rows were changed is not published. */
    private Cosigners audited(Cosigners cosigners) {
        return (note, checkpoint) -> {
            audit();
            return cosigners.cosign(note, checkpoint);
        };
    }

    /** Gives the turn up: whoever takes it next starts from what is stored, and finds the same. */
    private void damaged(LedgerDamage damage) {
        sequencer.close();
        if (state.damage().isEmpty()) {
            LOG.errorf(damage, "nothing is published on top of a ledger that does not fit what was published");
        }
        state.damaged(damage);
        auditTime = LONG_AUDIT_TIME;
        audited = System.nanoTime() - AUDIT_EVERY.toNanos();
    }
}
