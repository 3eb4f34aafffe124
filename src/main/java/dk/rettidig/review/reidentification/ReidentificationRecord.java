package dk.rettidig.review.reidentification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.RefusedFault;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.web.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Enters what happens and counts it for the person, in one transaction; what is refused in a committed one of its own. */
@ApplicationScoped
class ReidentificationRecord {

    private final Ledger ledger;
    private final ReidentificationCounts counts;
    private final Clock clock;

    ReidentificationRecord(Ledger ledger, ReidentificationCounts counts, Clock clock) {
        this.ledger = ledger;
        this.counts = counts;
        this.clock = clock;
    }

    /** Enters in the caller's transaction. */
    AppendId enter(Actor actor, ReidentificationEvent event) {
        return ledger.append(actor, event);
    }

    /** Enters and counts in the caller's transaction. */
    AppendId enter(
            Actor actor, ReidentificationEvent event, MunicipalityCode municipality, ActorName person, CountedAct act) {
        AppendId entry = ledger.append(actor, event);
        counts.add(municipality, Words.day(clock.instant()), person, act);
        return entry;
    }

    /** Puts a refusal on the record before it is told. */
    ReidentificationFault refused(
            Actor.Municipal actor,
            Action action,
            Optional<ReidentificationId> request,
            ReidentificationErrorCode reason) {
        refused(actor, new ReidentificationEvent.Refused(actor.at(), request, action.id(), reason), actor.known());
        return new ReidentificationFault(reason);
    }

    /** Puts a refusal on the record and counts it for this person. */
    void refused(Actor.Municipal actor, ReidentificationEvent event, ActorName person) {
        QuarkusTransaction.requiringNew().run(() -> enter(actor, event, actor.at(), person, CountedAct.REFUSED));
    }

    /** Asks the gate, and counts what it refuses, which it has entered itself. */
    <T> T counting(Actor actor, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (RefusedFault refused) {
            if (actor instanceof Actor.Municipal person) {
                QuarkusTransaction.requiringNew()
                        .run(() -> counts.add(
                                person.at(), Words.day(clock.instant()), person.known(), CountedAct.REFUSED));
            }
            throw refused;
        }
    }
}
