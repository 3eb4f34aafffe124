package dk.rettidig.ledger;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Does something once the transaction it is registered with has committed. */
record AfterCommit(Runnable action) implements Synchronization {

    @Override
    public void beforeCompletion() {
        // nothing to do before the outcome is known
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            action.run();
        }
    }
}
