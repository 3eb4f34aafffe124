package dk.rettidig.ledger;

import dk.rettidig.access.Actor;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.ledger.ErasureEvent.CommitmentsErased;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** What is behind commitments lives as long as {@code policies/retention.yaml} says of {@code ledger_commitment}. */
@Singleton
class CommitmentRetention implements Retained {

    private final LedgerErasure erasure;
    private final Ledger ledger;
    private final Instance<RetentionRules> rules;

    CommitmentRetention(LedgerErasure erasure, Ledger ledger, Instance<RetentionRules> rules) {
        this.erasure = erasure;
        this.ledger = ledger;
        this.rules = rules;
    }

    @Override
    public String retentionClass() {
        return "ledger_commitment";
    }

    @Override
    @Transactional
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.get().keep(retentionClass()));
        int erased = erasure.eraseCommitmentsBefore(before);
        if (erased > 0) {
            ledger.append(new Actor.Scheduler(), new CommitmentsErased(before, erased));
        }
        return erased;
    }
}
