package dk.rettidig.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Finds the entries that concern a child, by what was written with them. */
public interface Concerning {

    /**
     * Entries that name the child, and those that name a flag of the child, in the order of the log.
     *
     * @param lookup what stands for the child ({@link Subjects#lookup})
     * @param below only entries with a smaller leaf index
     */
    List<Entry> entries(byte[] lookup, long below) throws SQLException;

    /** Entries that name any of these flags, in the order of the log; one that names several comes once for each. */
    List<FlagEntries.Named> entries(List<UUID> flags) throws SQLException;
}
