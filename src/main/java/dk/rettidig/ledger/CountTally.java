package dk.rettidig.ledger;

import dk.rettidig.ledger.LedgerDamage.Damage;
import dk.rettidig.ledger.StoredLog.StoredEntry;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The running counts as the log's entries have them, told from the first entry on: each must be one more than the last. */
final class CountTally {

    private final Map<String, Long> totals = new HashMap<>();

    /** Adds entries that follow those added before. */
    void add(List<StoredEntry> entries) throws LedgerDamage {
        for (StoredEntry entry : entries) {
            EntryCounts counts =
                    EntryCounts.of(entry.bytes()).orElseThrow(() -> LedgerDamage.countBroken(entry.index()));
            follow(RunningCounts.actor(counts.actor()), counts.actorCount(), entry.index());
            if (counts.model().isPresent()) {
                follow(RunningCounts.model(counts.model().get()), counts.modelCount(), entry.index());
            }
        }
    }

    private void follow(String subject, long count, long index) throws LedgerDamage {
        if (totals.merge(subject, 1L, Long::sum) != count) {
            throw LedgerDamage.countBroken(index);
        }
    }

    /** Holds the table of running counts, which the sequencer starts from, against the entries. */
    void compare(StoredLog stored, long size) throws SQLException, LedgerDamage {
        Map<String, Long> table = stored.counts(new TreeSet<>(totals.keySet()), size);
        if (!table.equals(totals)) {
            throw new LedgerDamage(Damage.COUNTS_NOT_OF_THE_LOG, size, size);
        }
    }
}
