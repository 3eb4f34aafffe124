package dk.rettidig.monitoring;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.Runs;
import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Erases the marks by which different reviewers were counted; the counts of their views stay and are not shown without them. */
@Singleton
class ReviewerMarks implements Retained {

    private static final String CLASS = "reviewer_mark";
    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private final Runs runs;
    private final Tallies tallies;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    ReviewerMarks(Runs runs, Tallies tallies, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.runs = runs;
        this.tallies = tallies;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Scheduled(every = "12h", delayed = "6m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sometimes() {
        eraseDue(clock.instant());
    }

    @Override
    public String retentionClass() {
        return CLASS;
    }

    @Override
    public int eraseDue(Instant now) {
        LocalDate ended = now.minus(rules.keep(CLASS)).atZone(DENMARK).toLocalDate();
        // The quarter of that day had not ended by then: what came before it had.
        LocalDate before = ConclusionCount.quarter(ended);
        int erased = 0;
        for (MunicipalityCode municipality : runs.municipalities()) {
            erased += erasure.erase(CLASS, municipality, () -> {
                int gone = tallies.eraseMarks(municipality, before);
                return new GatedErasure.Gone(gone, new MonitoringEvent.ReviewerMarksErased(municipality, gone));
            });
        }
        return erased;
    }
}
