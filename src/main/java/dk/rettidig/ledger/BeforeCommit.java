package dk.rettidig.ledger;

import jakarta.transaction.Synchronization;

/** Does something as the last act of the transaction it is registered with, which fails when it does. */
record BeforeCommit(Runnable action) implements Synchronization {

    @Override
    public void beforeCompletion() {
        action.run();
    }

    @Override
    public void afterCompletion(int status) {
        // everything was done before
    }
}
