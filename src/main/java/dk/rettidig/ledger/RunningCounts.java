package dk.rettidig.ledger;

import dk.rettidig.ledger.SequencerTurns.Appended;
import dk.rettidig.ledger.SequencerTurns.Turn;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The running counts per actor handle and per model, 1-based, by which an outsider sees that no entry of an actor is
 * missing between two checkpoints. Belongs to one turn.
 */
final class RunningCounts {

    private final Map<String, Long> totals = new HashMap<>();
    private final Map<String, Long> changed = new HashMap<>();

    /** Loads what these appends need. */
    void load(Turn turn, List<Appended> appends) throws SQLException {
        Set<String> missing = new HashSet<>();
        for (Appended append : appends) {
            missing.add(actor(append));
            if (append.model() != null) {
                missing.add(model(append));
            }
        }
        missing.removeAll(totals.keySet());
        if (!missing.isEmpty()) {
            totals.putAll(turn.counts(missing));
        }
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
        return "actor:" + append.actor();
    }

    private static String model(Appended append) {
        return "model:" + append.model();
    }
}
