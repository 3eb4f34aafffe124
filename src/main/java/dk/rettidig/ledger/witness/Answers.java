package dk.rettidig.ledger.witness;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.ledger.witness.WitnessStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Enters what witnesses answer in the record, once for each change. An entry is news, news makes a checkpoint, and that is
 * refused again: so an unchanged answer is never entered twice, and a witness that changes its mind all the time is entered
 * at most every ten minutes. One that is slow or away has said nothing. For the sequencer's thread.
 */
final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final Clock clock;
    private final Map<VerifierKey, Entered> entered = new HashMap<>();

    Answers(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the record says of a witness, and since when. */
    private record Entered(State answer, Instant at) {}

    /** Takes note of how a witness did that was asked for a tree of this size. */
    void heard(VerifierKey witness, State answer, long size) {
        Optional<Entered> before = Optional.ofNullable(entered.get(witness));
        Instant now = clock.instant();
        boolean soon = before.isPresent()
                && Duration.between(before.get().at(), now).abs().compareTo(AT_MOST_EVERY) < 0;
        if (soon || answer == before.map(Entered::answer).orElse(State.COSIGNED)) {
            return;
        }
        event(witness.name().value(), answer, size).ifPresent(event -> {
            if (enter(witness.name().value(), event)) {
                entered.put(witness, new Entered(answer, now));
            }
        });
    }

    private static Optional<WitnessEvent> event(String witness, State answer, long size) {
        return switch (answer) {
            case REFUSED, AHEAD, UNKNOWN_THERE -> Optional.of(new WitnessEvent.WitnessRefused(witness, answer, size));
            case COSIGNED -> Optional.of(new WitnessEvent.WitnessReturned(witness, size));
            case NOT_ASKED, SLOW, UNREACHABLE, WRONG_ANSWER -> Optional.empty();
        };
    }

    /** Publishing does not depend on it: what cannot be entered now is entered when the witness is asked again. */
    private boolean enter(String witness, WitnessEvent event) {
        try {
            ledger.appendCommitted(new Actor.Witness(new ActorName(witness)), event);
            return true;
        } catch (LedgerFault later) {
            LOG.warnf("what witness %s answered could not be entered: %s", witness, later.errorCode());
            return false;
        }
    }
}
