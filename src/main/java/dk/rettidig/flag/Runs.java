package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.scoring.ModelRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The runs of all municipalities: no personal data but under the salt. Changes take part in the caller's transaction. The
 * database's clock decides about leases, so that replicas need not agree on the time.
 */
public interface Runs {

    /**
     * Enters a started run with its lease.
     *
     * @throws FlagFault {@code flag_run_under_way} when another of the municipality holds a lease
     */
    void start(Run run, UUID holder, Duration lease);

    /** Prolongs a lease on a connection of its own; false when it is lost, and with it the run. */
    boolean renew(RunId id, UUID holder, Duration lease);

    /** Shows how far a run is, on a connection of its own. */
    void progress(RunId id, RunProgress progress);

    /** How far a run is. */
    Optional<RunProgress> progress(RunId id);

    /**
     * Commits a run's effect with the caller's transaction.
     *
     * @throws FlagFault {@code flag_run_lease_lost} when the lease is no longer held; the transaction must then fail
     */
    void finish(Run run, UUID holder, RunEffect effect);

    /** Started → aborted by its own holder; false when it had ended already. */
    boolean abort(RunId id, UUID holder, String reason);

    /** Takes one run whose lease has run out and aborts it; empty when there is none. Any replica may ask at any time. */
    Optional<Run> abortLost();

    /** The run. */
    Optional<Run> find(RunId id);

    /** Children of finished runs without a calculation by reason and age band, in one question; of any other run, nobody. */
    Map<RunId, AbstentionCounts> abstentions(List<RunId> ids);

    /** The same of one run. */
    default AbstentionCounts abstentions(RunId id) {
        return abstentions(List.of(id)).getOrDefault(id, AbstentionCounts.NONE);
    }

    /**
     * The municipality's runs, latest first.
     *
     * @param before the last of the page before
     */
    List<Run> list(MunicipalityCode municipality, Optional<Run> before, int limit);

    /** The models that the municipality's runs named, the one named last first. */
    List<ModelRef> models(MunicipalityCode municipality);

    /** The municipalities that ever had a run. */
    List<MunicipalityCode> municipalities();
}
