package dk.rettidig.casefile.finding;

import dk.rettidig.casefile.finding.CaseFiles.Holding;
import dk.rettidig.gate.RefusedFault;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Checks the cases of every municipality once a Danish day; looks every hour whether that is done. */
@Singleton
public class CaseCheckJob {

    private static final Logger LOG = Logger.getLogger(CaseCheckJob.class);

    private final CaseCheck check;
    private final Clock clock;

    CaseCheckJob(CaseCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    @Scheduled(
            every = "${rettidig.casefile.check-every:1h}",
            delayed = "${rettidig.casefile.check-delay:3m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void checkNow() {
        checkAll(clock.instant());
    }

    /** Checks what is due; returns how many. A municipality that the gate refuses keeps no other from being checked. */
    public int checkAll(Instant now) {
        int checked = 0;
        for (Holding holding : check.holdings()) {
            try {
                checked += check.check(holding, now) ? 1 : 0;
            } catch (RefusedFault refused) {
                LOG.warnf(
                        "cases are not checked municipality=%s basis=%s code=%s",
                        holding.municipality(),
                        holding.basis(),
                        refused.errorCode().code());
            }
        }
        return checked;
    }
}
