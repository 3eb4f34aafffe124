package dk.rettidig.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger's settings that differ from the usual in their witnesses. */
record WitnessSettings(Map<String, Witness> witnesses, int witnessQuorum) implements LedgerSettings {

    @Override
    public String origin() {
        return OwnDatabase.ORIGIN;
    }

    @Override
    public Path keys() {
        return Path.of("not used");
    }

    @Override
    public Optional<List<String>> checkpointKeys() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> pkcs12() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> pkcs12PasswordFile() {
        return Optional.empty();
    }

    @Override
    public boolean sequencer() {
        return true;
    }

    @Override
    public Duration publishEvery() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration publishAtLeastEvery() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration witnessPatience() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration witnessTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration witnessRest() {
        return Duration.ofSeconds(30);
    }
}
