package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** The service's own loop over a test's own database, with the settings it is shipped with, and what it says of itself. */
record RunningLoop(SequencerLoop loop, LedgerHealth health) {

    static RunningLoop start(OwnDatabase database) throws Exception {
        Log log = database.tables().log();
        SequencerState state = new SequencerState(new SimpleMeterRegistry());
        LedgerSettings settings = new WitnessSettings(Map.of(), 0);
        SequencerLoop loop = new SequencerLoop(
                database.tables().turns(),
                database.signer(),
                new LastSeen(database.directory().resolve("seen")),
                (note, checkpoint) -> Optional.of(note),
                new Audit(database.tables().stored(), log, database.signer()),
                new Publications(log),
                state,
                settings,
                Clock.systemUTC());
        loop.start(new StartupEvent());
        return new RunningLoop(loop, new LedgerHealth(log, state, settings, Clock.systemUTC()));
    }

    void halt() throws InterruptedException {
        loop.stop(new ShutdownEvent());
    }

    Map<String, Object> trouble() {
        HealthCheckResponse said = health.call();
        assertThat(said.getStatus() == HealthCheckResponse.Status.UP)
                .isEqualTo(said.getData().isEmpty());
        return said.getData().orElse(Map.of());
    }
}
