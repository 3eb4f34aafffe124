package dk.rettidig.web;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Logs jobs that failed, in the place of the scheduler (whose own words are switched off in the settings): a database that
 * is away is a warning of one line however often a job is due, anything else an error with its trace.
 */
@Singleton
class FailedJobs {

    private static final Logger LOG = Logger.getLogger(FailedJobs.class);

    void tell(@Observes FailedExecution failed) {
        String job = failed.getExecution().getTrigger().getMethodDescription();
        if (DatabaseTrouble.isUnavailable(failed.getException())) {
            LOG.warnf("database unavailable, a job waits for its next turn: %s", job);
        } else {
            LOG.errorf(failed.getException(), "a job failed: %s", job);
        }
    }
}
