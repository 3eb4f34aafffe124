package dk.rettidig.casefile.finding;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.law.calendar.Due;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Erases findings whose time is over; the counts of months stay. */
@Singleton
class FindingRetention implements Retained {

    /** The class in {@code policies/retention.yaml}. */
    static final String CLASS = "case_finding";

    private final CaseFindings findings;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    FindingRetention(CaseFindings findings, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.findings = findings;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return CLASS;
    }

    @Override
    public int eraseDue(Instant now) {
        LocalDate before =
                now.minus(rules.keep(retentionClass())).atZone(Due.DENMARK).toLocalDate();
        return QuarkusTransaction.requiringNew().call(findings::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, LocalDate before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            int erased = findings.erase(municipality, before);
            return new GatedErasure.Gone(erased, new CaseFindingEvent.Erased(municipality, erased));
        });
    }

    @Scheduled(every = "1h", delayed = "11m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
