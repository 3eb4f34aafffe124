package dk.rettidig.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Not ready when receipts would not come: the stored log is damaged, the newest append waits and no checkpoint comes (in
 * any replica, whichever has the turn), or the last checkpoint is older than an hour and a half.
 */
@Readiness
@Singleton
class LedgerHealth implements HealthCheck {

    /** Ten times what a checkpoint takes when all is well. */
    private static final Duration BEHIND = Duration.ofSeconds(10);

    private final Log log;
    private final SequencerState state;
    private final LedgerSettings settings;
    private final Clock clock;
    private @Nullable Instant waitingSince;
    private long waitingSize;

    LedgerHealth(Log log, SequencerState state, LedgerSettings settings, Clock clock) {
        this.log = log;
        this.state = state;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("ledger");
        String trouble = trouble();
        if (trouble.isEmpty()) {
            return response.up().build();
        }
        state.damage()
                .map(LedgerDamage::firstBadIndex)
                .ifPresent(index -> index.ifPresent(bad -> response.withData("first_bad_index", bad)));
        return response.down().withData("trouble", trouble).build();
    }

    private String trouble() {
        if (state.damage().isPresent()) {
            return state.damage().get().damage().name().toLowerCase(java.util.Locale.ROOT);
        }
        try {
            return log.newest()
                    .map(newest -> isBehind(newest.size()) ? "sequencer_behind" : stale(newest.at()))
                    .orElse("nothing_published");
        } catch (SQLException failure) {
            return "unreadable";
        }
    }

    private String stale(Instant at) {
        Duration longest = settings.publishAtLeastEvery().multipliedBy(3).dividedBy(2);
        return Duration.between(at, clock.instant()).compareTo(longest) > 0 ? "checkpoint_stale" : "";
    }

    /** Whether something has been waiting for a while without any new checkpoint. */
    private boolean isBehind(long size) {
        Instant now = clock.instant();
        if (isIdle()) {
            waitingSince = null;
            return false;
        }
        if (waitingSince == null || size != waitingSize) {
            waitingSince = now;
            waitingSize = size;
        }
        return Duration.between(waitingSince, now).compareTo(BEHIND) > 0;
    }

    private boolean isIdle() {
        try {
            return log.isIdle();
        } catch (SQLException failure) {
            return false;
        }
    }
}
