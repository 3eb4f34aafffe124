package dk.rettidig.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The ledger's settings. */
@ConfigMapping(prefix = "rettidig.ledger")
public interface LedgerSettings {

    /**
     * The log's name in checkpoints (C2SP tlog-checkpoint): the address it is published under, without scheme. Never
     * changes during a log's life.
     */
    @WithDefault("rettidig.invalid/ledger")
    String origin();

    /** Directory of the ledger's keys; outside the database and its backups. */
    @WithDefault("${rettidig.home}/keys")
    Path keys();

    /** Whether this process takes its turn as sequencer. */
    @WithDefault("true")
    boolean sequencer();

    /** Least time between two checkpoints while there is news. */
    @WithDefault("PT1S")
    Duration publishEvery();

    /** Longest time between two checkpoints when there is no news. */
    @WithDefault("PT1H")
    Duration publishAtLeastEvery();
}
