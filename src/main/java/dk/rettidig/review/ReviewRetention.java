package dk.rettidig.review;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.Runs;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.ledger.Ledger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Erases own views when their time is over, and whatever was written about a flag once the flag itself is erased. */
@Singleton
class ReviewRetention implements Retained {

    private static final String CLASS = "own_view";

    private final Runs runs;
    private final ReviewTexts texts;
    private final RetentionRules rules;
    private final Ledger ledger;
    private final Clock clock;

    ReviewRetention(Runs runs, ReviewTexts texts, RetentionRules rules, Ledger ledger, Clock clock) {
        this.runs = runs;
        this.texts = texts;
        this.rules = rules;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Erases what is due, every hour. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void hourly() {
        eraseDue(clock.instant());
    }

    @Override
    public String retentionClass() {
        return CLASS;
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(CLASS));
        int erased = 0;
        for (MunicipalityCode municipality : runs.municipalities()) {
            erased += QuarkusTransaction.requiringNew().call(() -> erase(municipality, before));
        }
        return erased;
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        ReviewTexts.Erased gone = texts.erase(municipality, before);
        int rows = gone.views() + gone.outcomes() + gone.requests();
        if (rows > 0) {
            ledger.append(new Actor.Scheduler(), new ReviewEvent.TextsErased(municipality, gone));
        }
        return rows;
    }
}
