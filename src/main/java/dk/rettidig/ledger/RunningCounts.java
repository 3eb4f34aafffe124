package dk.rettidig.ledger;

import dk.rettidig.ledger.LedgerDamage.Damage;
import dk.rettidig.ledger.SequencerTurns.Appended;
import dk.rettidig.ledger.SequencerTurns.LastCount;
import dk.rettidig.ledger.SequencerTurns.Turn;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The running counts per actor handle and per model, 1-based, by which an outsider sees that no entry of an actor is
 * missing between two checkpoints. Belongs to one turn.
 */
final class RunningCounts {

    private final Map<String, Long> totals = new HashMap<>();
    private final Map<String, Long> changed = new HashMap<>();

    /**
     * Loads what these appends need.
     *
     * @throws LedgerDamage when the table says other than the entry that counted the subject last
     */
    void load(Turn turn, List<Appended> appends) throws SQLException, LedgerDamage {
        Set<String> missing = new HashSet<>();
        for (Appended append : appends) {
            missing.add(actor(append));
            if (append.model() != null) {
                missing.add(model(append));
            }
        }
        missing.removeAll(totals.keySet());
        if (!missing.isEmpty()) {
            for (Map.Entry<String, LastCount> last : turn.counts(missing).entrySet()) {
                totals.put(last.getKey(), held(last.getKey(), last.getValue()));
            }
        }
    }

    /** An entry that names a model only in what it says about something else does not count it: the audit tells. */
    private static long held(String subject, LastCount last) throws LedgerDamage {
        Optional<EntryCounts> counted = last.entry().flatMap(EntryCounts::of);
        if (counted.isEmpty() || counted.get().count(subject).orElse(last.total()) != last.total()) {
            throw new LedgerDamage(Damage.COUNTS_NOT_OF_THE_LOG, last.treeSize(), last.treeSize());
        }
        return last.total();
    }

    /** The entry of an append with its counts. */
    byte[] entry(Appended append) {
        long actor = next(actor(append));
        OptionalLong model = append.model() == null ? OptionalLong.empty() : OptionalLong.of(next(model(append)));
        return EntryBody.entry(append.body(), actor, model);
    }

    /** What has changed since this was last asked. */
    Map<String, Long> takeChanged() {
        Map<String, Long> taken = Map.copyOf(changed);
        changed.clear();
        return taken;
    }

    private long next(String subject) {
        long next = totals.merge(subject, 1L, Long::sum);
        changed.put(subject, next);
        return next;
    }

    private static String actor(Appended append) {
        return actor(append.actor());
    }

    private static String model(Appended append) {
        return model(String.valueOf(append.model()));
    }

    /** An actor's handle as the subject of a count. */
    static String actor(String handle) {
        return "actor:" + handle;
    }

    /** A model's name as the subject of a count. */
    static String model(String name) {
        return "model:" + name;
    }
}
