package dk.rettidig.ledger;

import dk.rettidig.ledger.Sequencer.Pass;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the sequencer of this process is doing: for health, for metrics. Safe for use by many threads. */
@Singleton
public final class SequencerState {

    /** How long damage stays known while another replica has the turn. */
    private static final Duration DAMAGE_STAYS = Duration.ofSeconds(10);

    private final Counter sequenced;
    private final Counter failures;
    private final Timer passes;
    private volatile boolean leading;
    private volatile boolean failing;
    private volatile long size;
    private volatile @Nullable LedgerDamage damage;
    private volatile long damagedAt;

    /** Registers its figures. */
    public SequencerState(MeterRegistry registry) {
        sequenced = Counter.builder("rettidig.ledger.sequenced")
                .description("entries given their place by this process")
                .register(registry);
        failures = Counter.builder("rettidig.ledger.sequencer.failures").register(registry);
        passes = Timer.builder("rettidig.ledger.publish")
                .description("from the start of a pass until its checkpoint is published")
                .register(registry);
        Gauge.builder("rettidig.ledger.size", this, state -> (double) state.size)
                .description("entries in the log, as far as this process knows")
                .register(registry);
        Gauge.builder("rettidig.ledger.leading", this, state -> state.leading ? 1 : 0)
                .description("1 while this process is the sequencer")
                .register(registry);
    }

    void passed(Pass pass, Duration took) {
        leading = pass.leading();
        failing = false;
        // Another replica may only just be finding the same.
        if (leading || System.nanoTime() - damagedAt > DAMAGE_STAYS.toNanos()) {
            damage = null;
        }
        if (pass.leading()) {
            size = pass.size();
            sequenced.increment((double) pass.sequenced());
        }
        if (pass.published()) {
            passes.record(took);
        }
    }

    void failed() {
        leading = false;
        failing = true;
        failures.increment();
    }

    void damaged(LedgerDamage found) {
        leading = false;
        damage = found;
        damagedAt = System.nanoTime();
        failures.increment();
    }

    /** Whether this process is the sequencer. */
    boolean leading() {
        return leading;
    }

    /** Whether the last pass failed. */
    boolean failing() {
        return failing;
    }

    /** What the last pass found wrong with the stored log. */
    Optional<LedgerDamage> damage() {
        return Optional.ofNullable(damage);
    }
}
