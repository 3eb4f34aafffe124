package dk.rettidig.ledger;

import dk.rettidig.access.Actor;
import dk.rettidig.ledger.Appends.Append;
import dk.rettidig.ledger.Appends.Sealed;
import jakarta.inject.Singleton;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger as features see it: encodes an event and inserts it where their effect is inserted, in one transaction. */
@Singleton
class TransactionalLedger implements Ledger {

    private final Appends appends;
    private final Handles handles;
    private final ErasureBox box;
    private final Subjects subjects;
    private final Publications publications;
    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry registry;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TransactionalLedger(
            Appends appends,
            Handles handles,
            ErasureBox box,
            Subjects subjects,
            Publications publications,
            TransactionManager transactions,
            TransactionSynchronizationRegistry registry,
            Clock clock) {
        this.appends = appends;
        this.handles = handles;
        this.box = box;
        this.subjects = subjects;
        this.publications = publications;
        this.transactions = transactions;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public AppendId append(Actor actor, LedgerEvent event) {
        return recorded(() -> {
            writeGathered();
            return appends.insert(encoded(actor, event));
        });
    }

    @Override
    public void gather() {
        requireTransaction();
        if (registry.getResource(appends) == null) {
            registry.putResource(appends, new ArrayList<Append>());
            registry.registerInterposedSynchronization(new BeforeCommit(this::writeTheRest));
        }
    }

    @Override
    public void appendAmongMany(Actor actor, LedgerEvent event) {
        requireTransaction();
        List<Append> gathered = gathered();
        if (gathered == null) {
            append(actor, event);
        } else {
            recorded(() -> gathered.add(encoded(actor, event)));
        }
    }

    @SuppressWarnings("unchecked") // only gather() puts it there
    private @Nullable List<Append> gathered() {
        return (List<Append>) registry.getResource(appends);
    }

    private void writeTheRest() {
        try {
            writeGathered();
        } catch (SQLException failure) {
            throw new LedgerFault(LedgerErrorCode.APPEND_UNAVAILABLE, failure);
        }
    }

    private void writeGathered() throws SQLException {
        List<Append> gathered = gathered();
        if (gathered != null && !gathered.isEmpty()) {
            List<Append> all = List.copyOf(gathered);
            gathered.clear();
            appends.insertAll(all);
        }
    }

    /** Does what records something; when it cannot, the transaction cannot commit. */
    private <T> T recorded(Work<T> work) {
        requireTransaction();
        try {
            T done = work.run();
            wakeAfterCommit();
            return done;
        } catch (SQLException failure) {
            registry.setRollbackOnly();
            throw new LedgerFault(LedgerErrorCode.APPEND_UNAVAILABLE, failure);
        } catch (LedgerFault | IllegalArgumentException failure) {
            registry.setRollbackOnly();
            throw failure;
        }
    }

    private void requireTransaction() {
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an append needs an active transaction");
        }
    }

    private Append encoded(Actor actor, LedgerEvent event) throws SQLException {
        Instant at = clock.instant();
        Optional<String> handle = handles.atHand(actor, at);
        return encoded(actor, event, at, handle.isPresent() ? handle.get() : outside(() -> handles.lookUp(actor, at)));
    }

    @Override
    public AppendId appendCommitted(Actor actor, LedgerEvent event) {
        try {
            Instant at = clock.instant();
            AppendId id = outside(() -> {
                Optional<String> handle = handles.atHand(actor, at);
                return appends.insert(
                        encoded(actor, event, at, handle.isPresent() ? handle.get() : handles.lookUp(actor, at)));
            });
            publications.appended();
            return id;
        } catch (SQLException failure) {
            throw new LedgerFault(LedgerErrorCode.APPEND_UNAVAILABLE, failure);
        }
    }

    @Override
    public Covered await(AppendId id, Duration patience) {
        return publications.await(id, patience);
    }

    private Append encoded(Actor actor, LedgerEvent event, Instant at, String handle) {
        EventFields fields = event.fields();
        EntryBody body = new EntryBody(handle, actor.kind(), at, event.type(), fields, random);
        List<Sealed> sealed = body.commitments().stream()
                .map(one -> new Sealed(one.name(), box.seal(one.saltAndValue(), one.context(), at)))
                .toList();
        return new Append(at, handle, model(fields), body.bytes(), sealed, subjects.lookups(fields), fields.flagIds());
    }

    private static @Nullable String model(EventFields fields) {
        return fields.open().get("model") instanceof String model ? model : null;
    }

    /** One reminder for each transaction, whatever number of events it appends. */
    private void wakeAfterCommit() {
        if (registry.getResource(this) == null) {
            registry.putResource(this, this);
            registry.registerInterposedSynchronization(new AfterCommit(publications::appended));
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    /** Does work on a connection of its own, outside the transaction that may be active. */
    private <T> T outside(Work<T> work) throws SQLException {
        @Nullable Transaction suspended = suspend();
        try {
            return work.run();
        } finally {
            if (suspended != null) {
                resume(suspended);
            }
        }
    }

    private @Nullable Transaction suspend() {
        try {
            return transactions.getStatus() == Status.STATUS_NO_TRANSACTION ? null : transactions.suspend();
        } catch (SystemException failure) {
            throw new LedgerFault(LedgerErrorCode.APPEND_UNAVAILABLE, failure);
        }
    }

    private void resume(Transaction suspended) {
        try {
            transactions.resume(suspended);
        } catch (InvalidTransactionException | SystemException failure) {
            throw new LedgerFault(LedgerErrorCode.APPEND_UNAVAILABLE, failure);
        }
    }
}
