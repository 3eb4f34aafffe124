package dk.rettidig.ledger.witness;

import dk.rettidig.ledger.witness.WitnessStatus.State;

/** A witness did not cosign. */
final class WitnessException extends Exception {

    private static final long serialVersionUID = 1L;

    private final State state;

    WitnessException(State state) {
        super(state.id());
        this.state = state;
    }

    WitnessException(State state, Throwable cause) {
        super(state.id(), cause);
        this.state = state;
    }

    State state() {
        return state;
    }
}
