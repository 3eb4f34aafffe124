package dk.rettidig.ledger;

import dk.rettidig.access.Actor;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.ledger.ErasureEvent.IdentitiesErased;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Who stands behind handles lives as long as {@code policies/retention.yaml} says of {@code ledger_identity}. */
@Singleton
class IdentityRetention implements Retained {

    private final LedgerErasure erasure;
    private final Ledger ledger;
    private final Instance<RetentionRules> rules;

    IdentityRetention(LedgerErasure erasure, Ledger ledger, Instance<RetentionRules> rules) {
        this.erasure = erasure;
        this.ledger = ledger;
        this.rules = rules;
    }

    @Override
    public String retentionClass() {
        return "ledger_identity";
    }

    @Override
    @Transactional
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.get().keep(retentionClass()));
        int erased = erasure.eraseIdentitiesBefore(before);
        if (erased > 0) {
            ledger.append(new Actor.Scheduler(), new IdentitiesErased(before, erased));
        }
        return erased;
    }
}
