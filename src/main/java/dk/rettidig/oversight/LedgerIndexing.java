package dk.rettidig.oversight;

import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.ledger.LedgerReader;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Registers what was published since the last time. Any replica may do it; each entry is registered once. */
@ApplicationScoped
public class LedgerIndexing {

    /** Entries registered in one go at most, so that a search does not wait long for what it does not need. */
    private static final int MOST = 20_000;

    private final LedgerReader reader;
    private final LedgerRegister register;

    LedgerIndexing(LedgerReader reader, LedgerRegister register) {
        this.reader = reader;
        this.register = register;
    }

    /** Registers up to {@value #MOST} entries and says up to which index, exclusive, the log is registered now. */
    public long catchUp() {
        long at = register.size();
        long end = Math.min(reader.checkpoint().size(), at + MOST);
        while (at < end) {
            List<Entry> entries = reader.entries(at, LedgerReader.MOST_ENTRIES);
            if (entries.isEmpty()) {
                break; // a log that lost entries: the verifier names them
            }
            register.add(entries.stream().map(IndexedEntry::of).toList());
            at = entries.getLast().index() + 1;
        }
        return at;
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        try {
            catchUp();
        } catch (LedgerFault later) {
            // The log cannot be read now; the next turn goes on where this one was, and whoever searches is told.
            return;
        }
    }
}
