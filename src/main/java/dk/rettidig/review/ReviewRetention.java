package dk.rettidig.review;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.Runs;
import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
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
    private final GatedErasure erasure;
    private final Clock clock;

    ReviewRetention(Runs runs, ReviewTexts texts, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.runs = runs;
        this.texts = texts;
        this.rules = rules;
        this.erasure = erasure;
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
            erased += erasure.erase(CLASS, municipality, () -> erase(municipality, before));
        }
        return erased;
    }

    private GatedErasure.Gone erase(MunicipalityCode municipality, Instant before) {
        ReviewTexts.Erased gone = texts.erase(municipality, before);
        return new GatedErasure.Gone(
                gone.views() + gone.outcomes() + gone.requests(), new ReviewEvent.TextsErased(municipality, gone));
    }
}
