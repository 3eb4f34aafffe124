package dk.rettidig.ledger;

import dk.rettidig.access.Actor;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.ledger.ErasureEvent.CommitmentsErased;
import dk.rettidig.ledger.ErasureEvent.ErasureKeysDestroyed;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What is behind commitments lives as long as {@code policies/retention.yaml} says of {@code ledger_commitment}; the keys of
 * the months in which it was sealed go with the run after the one that erased the last of it.
 */
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
        List<YearMonth> destroyed = erasure.destroyKeysBefore(before); // of what an earlier run erased
        if (!destroyed.isEmpty()) {
            ledger.append(new Actor.Scheduler(), new ErasureKeysDestroyed(destroyed));
        }
        int erased = erasure.eraseCommitmentsBefore(before);
        if (erased > 0) {
            ledger.append(new Actor.Scheduler(), new CommitmentsErased(before, erased));
        }
        return erased;
    }
}
