package dk.rettidig.store;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction has read at once and keeps as it writes, so that it need not ask again. Only for what nobody else writes
 * until it ends: whoever remembers holds the lock. Forgotten with the transaction.
 *
 * @param <K> what it is about
 * @param <V> what is on file about it, any number
 */
public final class Remembered<K, V> {

    private final TransactionSynchronizationRegistry registry;

    /** One for each store, which keeps it. */
    public Remembered(TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    /** Begins with nothing on file about these. */
    public void begin(Collection<K> about) {
        Map<K, List<V>> fresh = new HashMap<>();
        about.forEach(each -> fresh.put(each, List.of()));
        registry.putResource(this, fresh);
    }

    /** What is on file; empty when it has to be asked for. */
    public Optional<List<V>> of(K about) {
        return Optional.ofNullable(all()).map(known -> known.get(about));
    }

    /** Keeps what has changed; nothing where it is not remembered. */
    public void change(K about, UnaryOperator<List<V>> change) {
        Map<K, List<V>> known = all();
        if (known != null) {
            known.computeIfPresent(about, (key, before) -> List.copyOf(change.apply(before)));
        }
    }

    /** From now on it has to be asked for. */
    public void forget(K about) {
        Map<K, List<V>> known = all();
        if (known != null) {
            known.remove(about);
        }
    }

    @SuppressWarnings("unchecked") // only begin() puts it there
    private @Nullable Map<K, List<V>> all() {
        return registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? null
                : (Map<K, List<V>>) registry.getResource(this);
    }
}
