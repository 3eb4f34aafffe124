package dk.rettidig.conversion;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.scope.Band;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;

/** Erases former pseudonyms when no run of before the conversion can be proven any more. Nothing links the two names then. */
@ApplicationScoped
class FormerRetention implements Retained {

    private final Conversions conversions;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    FormerRetention(Conversions conversions, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.conversions = conversions;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "former_pseudonym";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(conversions::withFormer).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            int erased = conversions.eraseFormer(municipality, before);
            return new GatedErasure.Gone(erased, new ConversionEvent.FormerErased(municipality, Band.of(erased)));
        });
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
