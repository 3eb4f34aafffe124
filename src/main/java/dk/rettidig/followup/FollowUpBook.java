package dk.rettidig.followup;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.law.FollowUpRegister;
import dk.rettidig.law.FollowUpStep;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.ledger.Ledger;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changes a follow-up, each with its entry, in the caller's transaction. */
@Singleton
class FollowUpBook {

    private final FollowUps followUps;
    private final FollowUpRegister register;
    private final FollowUpClock times;
    private final Ledger ledger;

    FollowUpBook(FollowUps followUps, FollowUpRegister register, FollowUpClock times, Ledger ledger) {
        this.followUps = followUps;
        this.register = register;
        this.times = times;
        this.ledger = ledger;
    }

    /** What follows in this transaction is about many: its entries are written together. */
    void gather() {
        ledger.gather();
    }

    /** Puts a new one on the list. */
    void begin(Actor actor, FollowUp followUp) {
        followUps.add(followUp, times.first(followUp));
        ledger.appendAmongMany(actor, new FollowUpEvent.Listed(followUp, FollowUpEvent.Why.NOTIFICATIONS));
    }

    /**
     * Puts one on the list again; off it at once when a measure on record answers its newest notification.
     *
     * @param at from when the deadlines count
     */
    void list(Actor actor, Filed filed, Instant at, FollowUpEvent.Why why, Instant now) {
        FollowUp listed = filed.followUp().listed(at);
        followUps.change(listed, times.first(listed));
        ledger.appendAmongMany(actor, new FollowUpEvent.Listed(listed, why));
        settle(actor, listed, filed.measures(), now);
    }

    /** Files what became of one on the list, which stays there. */
    void keep(Filed filed) {
        followUps.change(filed.followUp(), times.next(filed));
    }

    /** Files when somebody is told next. */
    void reckon(Filed filed) {
        followUps.reckon(filed.followUp(), times.next(filed));
    }

    /** Files a measure; takes the child off the list when it answers the newest notification. */
    void measure(Actor actor, Filed filed, Measure measure, Instant now) {
        followUps.measure(filed.followUp(), measure, now);
        List<Measure> all = new ArrayList<>(filed.measures());
        all.removeIf(
                known -> known.kind().equals(measure.kind()) && known.from().equals(measure.from()));
        all.add(measure);
        settle(actor, filed.followUp(), all, now);
    }

    private void settle(Actor actor, FollowUp followUp, List<Measure> measures, Instant now) {
        boolean waits = followUp.state() == FollowUp.State.OPEN
                || (followUp.state() == FollowUp.State.CLOSED
                        && followUp.backAt().isPresent());
        Optional<Measure> answer = waits ? answer(followUp, measures, now) : Optional.empty();
        answer.ifPresent(by -> {
            followUps.change(followUp.answered(by), Optional.empty());
            ledger.appendAmongMany(actor, new FollowUpEvent.MeasureRegistered(followUp.answered(by), by));
        });
    }

    /** The measure that answers the newest notification. */
    Optional<Measure> answer(FollowUp followUp, List<Measure> measures, Instant now) {
        return Standing.answering(register.listed(), measures, Due.dayOf(followUp.latestAt()), Due.dayOf(now));
    }

    /** Takes back what the case system took back; the child is on the list again when nothing else answers. */
    void forget(Actor actor, Filed filed, Measure measure, Instant now) {
        FollowUp followUp = filed.followUp();
        followUps.forget(followUp, measure);
        List<Measure> left = filed.measures().stream()
                .filter(known ->
                        !known.kind().equals(measure.kind()) || !known.from().equals(measure.from()))
                .toList();
        boolean taken = left.size() < filed.measures().size();
        if (taken
                && followUp.state() == FollowUp.State.MEASURE
                && answer(followUp, left, now).isEmpty()) {
            Filed without = new Filed(followUp, filed.tellings(), filed.closings(), left, filed.version());
            list(actor, without, now, FollowUpEvent.Why.MEASURE_RETRACTED, now);
        }
    }

    /**
     * Tells somebody, once.
     *
     * @param occasion the notification that made the step; blank when none did
     * @return the follow-up with the telling
     */
    Filed tell(Actor actor, Filed filed, FollowUpStep step, String occasion, Instant due, Instant now) {
        FollowUp followUp = filed.followUp();
        Optional<ActorName> to =
                step.tell() == FollowUpStep.Tell.RESPONSIBLE ? followUp.responsible() : Optional.empty();
        Telling telling = new Telling(followUp.opening(), step.id(), occasion, to, due, now);
        if (followUps.tell(followUp, telling)) {
            ledger.appendAmongMany(actor, new FollowUpEvent.Told(followUp, step.id(), step.tell(), due));
        }
        return filed.told(telling);
    }
}
