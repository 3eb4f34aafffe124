package dk.rettidig.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /**
     * Keys that sign checkpoints, in the form of {@code ledger-checkpoint.key}, for a secret store that gives them to the
     * process; the first is the current one.
     */
    Optional<List<String>> checkpointKeys();

    /** A PKCS#12 store with the keys that sign checkpoints. */
    Optional<Path> pkcs12();

    /** The file with the password of that store. */
    Optional<Path> pkcs12PasswordFile();

    /** Whether this process takes its turn as sequencer. */
    @WithDefault("true")
    boolean sequencer();

    /** Least time between two checkpoints while there is news. */
    @WithDefault("PT1S")
    Duration publishEvery();

    /** Longest time between two checkpoints when there is no news. */
    @WithDefault("PT1H")
    Duration publishAtLeastEvery();

    /** Witnesses that are asked for a cosignature of each checkpoint before it is published, by a name of one's own. */
    Map<String, Witness> witnesses();

    /** How many of them must have cosigned before a checkpoint is published; 0 publishes without any. */
    @WithDefault("0")
    int witnessQuorum();

    /** How long to wait for further witnesses once the quorum is there. */
    @WithDefault("PT0.5S")
    Duration witnessPatience();

    /** How long to wait for the quorum before the attempt is given up; the next one follows at once. */
    @WithDefault("PT5S")
    Duration witnessTimeout();

    /** How long a witness that failed is not asked, unless the quorum needs it. */
    @WithDefault("PT30S")
    Duration witnessRest();

    /** One witness. */
    interface Witness {

        /** Submission prefix (C2SP tlog-witness): https, or http on the loopback. */
        URI url();

        /** Its vkey, of the algorithm cosignature/v1. */
        String key();
    }
}
