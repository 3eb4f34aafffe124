package dk.rettidig.oversight;

import dk.rettidig.access.Actor;
import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.ledger.SequencerTurns.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;

/** Finds entries of the published log by the register and shows them as the log has them; each search is an entry itself. */
@ApplicationScoped
public class LedgerSearch {

    /** Most entries of one export. */
    public static final int MOST_EXPORTED = 10_000;

    private final LedgerReader reader;
    private final LedgerIndexing indexing;
    private final LedgerRegister register;
    private final Ledger ledger;

    LedgerSearch(LedgerReader reader, LedgerIndexing indexing, LedgerRegister register, Ledger ledger) {
        this.reader = reader;
        this.indexing = indexing;
        this.register = register;
        this.ledger = ledger;
    }

    /**
     * What was found, newest first.
     *
     * @param older the index below which to go on; empty when nothing more was found
     * @param searched up to which index, exclusive, the log was searched
     */
    public record Found(List<Entry> entries, OptionalLong older, long searched) {}

    /** Looks for entries below an index; enters that it did before it answers. */
    public Found find(Actor actor, EntryQuery query, long below, int limit) {
        long searched = indexing.catchUp();
        List<Long> indices = register.find(query, below, limit + 1);
        OptionalLong older = indices.size() > limit ? OptionalLong.of(indices.get(limit - 1)) : OptionalLong.empty();
        List<Entry> entries = reader.entries(indices.stream().limit(limit).toList());
        ledger.appendCommitted(actor, new OversightEvent.LedgerSearched(query, entries.size()));
        return new Found(entries, older, searched);
    }

    /** Up to {@value #MOST_EXPORTED} found entries as a table that carries its own proof. */
    public ProofTable export(Actor actor, EntryQuery query) {
        indexing.catchUp();
        Published checkpoint = reader.checkpoint();
        List<Long> indices = register.find(query, checkpoint.size(), MOST_EXPORTED);
        ledger.appendCommitted(actor, new OversightEvent.FindingsExported(query, indices.size(), checkpoint.size()));
        return new ProofTable(reader, checkpoint, indices);
    }
}
