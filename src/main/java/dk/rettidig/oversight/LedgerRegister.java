package dk.rettidig.oversight;

import java.time.LocalDate;
import java.util.List;

/** The register of the published log: finds entries, and can be made again from the log at any time. */
public interface LedgerRegister {

    /** Up to which index, exclusive, the log is registered. */
    long size();

    /**
     * Registers entries that follow the last one registered; what another replica registered meanwhile stays as it is.
     *
     * @param entries in order
     */
    void add(List<IndexedEntry> entries);

    /**
     * Finds entries, newest first.
     *
     * @param below only those with a smaller index
     */
    List<Long> find(EntryQuery query, long below, int limit);

    /**
     * How many entries each actor has by day, of those who look at or decide about people.
     *
     * @param from first day, UTC
     * @param to last day
     */
    List<DayCount> days(LocalDate from, LocalDate to);

    /** One actor's entries of a day. */
    record DayCount(String handle, String actorKind, LocalDate day, long entries, long refused) {}
}
