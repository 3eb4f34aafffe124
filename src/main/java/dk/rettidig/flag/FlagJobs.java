package dk.rettidig.flag;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Retained;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Epochs;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What runs and flags need done without a person. Any number of replicas may do it at once: rows are locked or skipped. */
@Singleton
public class FlagJobs {

    private static final Set<String> CLASSES = Set.of(
            FlagRetention.UNOPENED, FlagRetention.CONCLUDED, FlagRetention.AFTER_SCOPE, FlagRetention.MEMBERSHIP);

    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final Runs runs;
    private final FlagUpkeep upkeep;
    private final Rescoring rescoring;
    private final Epochs epochs;
    private final List<Retained> retained;
    private final Ledger ledger;
    private final Clock clock;

    FlagJobs(
            Runs runs,
            FlagUpkeep upkeep,
            Rescoring rescoring,
            Epochs epochs,
            @All List<Retained> retained,
            Ledger ledger,
            Clock clock) {
        this.runs = runs;
        this.upkeep = upkeep;
        this.rescoring = rescoring;
        this.epochs = epochs;
        this.retained = retained;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Aborts runs whose lease has run out: whoever held it is gone, and nothing of them counts. */
    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void abortLost() {
        while (abortOne()) {
            // one transaction for each
        }
    }

    private boolean abortOne() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Run> lost = runs.abortLost();
            lost.ifPresent(run -> ledger.append(
                    SCHEDULER, new FlagEvent.RunAborted(run.id(), run.request().municipality(), "lease_lost")));
            return lost.isPresent();
        });
    }

    /** Withdraws flags of children who left scope and follows values that the source has changed. */
    @Scheduled(
            every = "${rettidig.flags.follow-sources-every:10m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void followSources() {
        Instant now = clock.instant();
        for (MunicipalityCode municipality : runs.municipalities()) {
            QuarkusTransaction.requiringNew().run(() -> {
                epochs.hold(municipality.value());
                List<FlagId> withdrawn = upkeep.withdrawOutOfScope(municipality, now);
                if (!withdrawn.isEmpty()) {
                    ledger.append(SCHEDULER, new FlagEvent.Withdrawn(municipality, withdrawn));
                }
            });
            rescoring.follow(municipality, now);
        }
    }

    /** Erases what is due. */
    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void eraseDue() {
        Instant now = clock.instant();
        retained.stream()
                .filter(rows -> CLASSES.contains(rows.retentionClass()) && rows instanceof FlagErasure.Rows)
                .forEach(rows -> rows.eraseDue(now));
    }
}
