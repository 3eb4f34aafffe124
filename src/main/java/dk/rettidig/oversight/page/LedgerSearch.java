package dk.rettidig.oversight.page;

import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads the published log backwards until a page of matching entries is full. */
@ApplicationScoped
class LedgerSearch {

    /** Entries on a page. */
    static final int PAGE = 50;

    /** Entries looked at for one page; the next page goes on from there, so that no request takes long. */
    private static final int LOOKED_AT = 10_240;

    private final LedgerReader reader;

    LedgerSearch(LedgerReader reader) {
        this.reader = reader;
    }

    /**
     * What a page shows.
     *
     * @param older the index below which to go on; empty at the log's beginning
     */
    record Found(List<EntryText> entries, OptionalLong older) {}

    /**
     * Entries below an index, newest first.
     *
     * @param type the start of the types wanted; empty for all
     * @param handle the actor's handle; empty for all
     */
    Found newest(long below, String type, String handle, Language language) {
        List<EntryText> found = new ArrayList<>();
        long end = below;
        long lowest = Math.max(0, below - LOOKED_AT);
        while (end > lowest && found.size() < PAGE) {
            long start = Math.max(lowest, end - LedgerReader.MOST_ENTRIES);
            List<Entry> window = reader.entries(start, (int) (end - start));
            for (int at = window.size() - 1; at >= 0 && found.size() < PAGE; at--) {
                EntryText text = EntryText.of(window.get(at), language);
                end = text.index();
                if (text.type().startsWith(type)
                        && (handle.isEmpty() || text.handle().equals(handle))) {
                    found.add(text);
                }
            }
            end = found.size() < PAGE ? start : end;
        }
        return new Found(List.copyOf(found), end > 0 ? OptionalLong.of(end) : OptionalLong.empty());
    }
}
