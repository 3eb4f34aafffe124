package dk.rettidig.flag;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Renews a run's lease four times within its length until it is closed, and knows when it was lost. */
final class LeaseKeeper implements AutoCloseable {

    private static final int RENEWALS_WITHIN_A_LEASE = 4;
    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);

    private final Runs runs;
    private final RunId run;
    private final UUID holder;
    private final Duration length;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("run-lease").daemon().factory());

    private LeaseKeeper(Runs runs, RunId run, UUID holder, Duration length) {
        this.runs = runs;
        this.run = run;
        this.holder = holder;
        this.length = length;
    }

    static LeaseKeeper keep(Runs runs, RunId run, UUID holder, Duration length) {
        LeaseKeeper keeper = new LeaseKeeper(runs, run, holder, length);
        long every = length.toMillis() / RENEWALS_WITHIN_A_LEASE;
        var _ = keeper.timer.scheduleAtFixedRate(keeper::renew, every, every, TimeUnit.MILLISECONDS);
        return keeper;
    }

    /**
     * Stops a run that has lost its lease before it does more work in vain; that nothing of it counts is for the database.
     *
     * @throws FlagFault {@code flag_run_lease_lost}
     */
    void demand() {
        if (lost.get()) {
            throw new FlagFault(FlagErrorCode.LEASE_LOST);
        }
    }

    void tell(RunProgress.Stage stage, long done, long total) {
        demand();
        runs.progress(run, new RunProgress(stage, done, total));
    }

    private void renew() {
        try {
            if (!runs.renew(run, holder, length)) {
                lost.set(true);
            }
        } catch (FlagFault unavailable) {
            // The next renewal may come in time; if none does, the database says so at the end.
            LOG.warnf(
                    "a lease could not be renewed code=%s",
                    unavailable.errorCode().code());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
