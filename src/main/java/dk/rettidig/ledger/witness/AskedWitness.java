package dk.rettidig.ledger.witness;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.CheckpointSubmission;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.LedgerDamage;
import dk.rettidig.ledger.witness.WitnessHttp.Answer;
import dk.rettidig.ledger.witness.WitnessStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One witness as the log knows it: which size it cosigned last, how it did, and since when it rests. One question at a time;
 * the status may be read by others meanwhile.
 */
final class AskedWitness {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");

    private final VerifierKey key;
    private final WitnessHttp http;
    private final OwnHistory history;
    private final Clock clock;
    private long known;
    private volatile WitnessStatus status;
    private volatile Instant restsUntil = Instant.MIN;

    AskedWitness(VerifierKey key, WitnessHttp http, OwnHistory history, Clock clock) {
        this.key = key;
        this.http = http;
        this.history = history;
        this.clock = clock;
        this.status = new WitnessStatus(key.name().value(), State.NOT_ASKED, 0, clock.instant());
    }

    WitnessStatus status() {
        return status;
    }

    VerifierKey key() {
        return key;
    }

    boolean isResting(Instant now) {
        return now.isBefore(restsUntil);
    }

    /** It gave no answer in time, or a wrong one. */
    void rest(State why, Duration howLong) {
        status = new WitnessStatus(key.name().value(), why, status.size(), clock.instant());
        restsUntil = clock.instant().plus(howLong);
    }

    /**
     * Asks for a cosignature; a witness whose newest size is not the one known here says so and is asked once more.
     *
     * @return the note with the witness' signature
     */
    synchronized SignedNote ask(SignedNote note, Checkpoint checkpoint)
            throws WitnessException, LedgerDamage, InterruptedException {
        Answer answer = submit(note, checkpoint, Math.min(known, checkpoint.size()));
        if (answer.status() == CONFLICT) {
            answer = submit(note, checkpoint, sizeThere(answer, checkpoint));
        }
        if (answer.status() != OK) {
            throw refused(answer.status(), checkpoint);
        }
        try {
            SignedNote cosigned = note.cosigned(answer.text(), key);
            known = checkpoint.size();
            status = new WitnessStatus(key.name().value(), State.COSIGNED, known, clock.instant());
            restsUntil = Instant.MIN;
            return cosigned;
        } catch (CheckpointException wrong) {
            throw new WitnessException(State.WRONG_ANSWER, wrong);
        }
    }

    private Answer submit(SignedNote note, Checkpoint checkpoint, long oldSize)
            throws WitnessException, InterruptedException {
        return http.submit(new CheckpointSubmission(oldSize, history.proof(oldSize, checkpoint.size()), note));
    }

    /** The size that the witness says it cosigned last, when the log can go on from it. */
    private long sizeThere(Answer conflict, Checkpoint checkpoint)
            throws WitnessException, LedgerDamage, InterruptedException {
        if (!SIZE.matcher(conflict.text()).matches()) {
            throw new WitnessException(State.WRONG_ANSWER);
        }
        long there = Long.parseLong(conflict.text().strip());
        if (there > checkpoint.size()) {
            history.compare(http, checkpoint);
            throw new WitnessException(State.AHEAD);
        }
        return there;
    }

    private WitnessException refused(int answered, Checkpoint checkpoint) throws LedgerDamage, InterruptedException {
        return switch (answered) {
            case CONFLICT, 422 -> {
                history.compare(http, checkpoint);
                yield new WitnessException(State.REFUSED);
            }
            case 403, 404 -> new WitnessException(State.UNKNOWN_THERE);
            // 502, 503 and 504 are a proxy's or the witness' own way to say that it is away; anything else is no
            // answer.
            default -> new WitnessException(answered >= 500 ? State.UNREACHABLE : State.WRONG_ANSWER);
        };
    }
}
