package dk.rettidig.review.reidentification;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.Runs;
import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.web.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Notes which requests have lapsed, and erases counts whose time is over. */
@Singleton
class Lapses implements Retained {

    private static final String CLASS = "reidentification_count";
    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final Runs runs;
    private final Reidentifications requests;
    private final ReidentificationCounts counts;
    private final ReidentificationRecord record;
    private final GatedErasure erasure;
    private final RetentionRules rules;
    private final Clock clock;

    Lapses(
            Runs runs,
            Reidentifications requests,
            ReidentificationCounts counts,
            ReidentificationRecord record,
            GatedErasure erasure,
            RetentionRules rules,
            Clock clock) {
        this.runs = runs;
        this.requests = requests;
        this.counts = counts;
        this.record = record;
        this.erasure = erasure;
        this.rules = rules;
        this.clock = clock;
    }

    /** Does what is due, every hour. */
    @Scheduled(every = "1h", delayed = "6m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void hourly() {
        runs.municipalities().forEach(this::note);
        eraseDue(clock.instant());
    }

    /** Notes what has lapsed in a municipality, each with its entry. */
    void note(MunicipalityCode municipality) {
        QuarkusTransaction.requiringNew()
                .run(() -> requests.lapse(municipality, clock.instant())
                        .forEach(lapsed -> record.enter(SCHEDULER, new ReidentificationEvent.Lapsed(lapsed))));
    }

    @Override
    public String retentionClass() {
        return CLASS;
    }

    @Override
    public int eraseDue(Instant now) {
        int erased = 0;
        for (MunicipalityCode municipality : runs.municipalities()) {
            erased += erasure.erase(CLASS, municipality, () -> erase(municipality, now));
        }
        return erased;
    }

    private GatedErasure.Gone erase(MunicipalityCode municipality, Instant now) {
        int rows = counts.eraseBefore(municipality, Words.day(now.minus(rules.keep(CLASS))));
        return new GatedErasure.Gone(rows, new ReidentificationEvent.CountsErased(municipality, rows));
    }
}
