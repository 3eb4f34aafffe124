package dk.rettidig.ledger;

import dk.rettidig.ledger.SequencerTurns.FullTile;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.TilePath;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log's rows as they stand in the tables, for the audit: what nobody else looks at together. */
public interface StoredLog {

    /** Entries in order from an index on, each with the hash that stands beside it; whatever is missing is left out. */
    List<StoredEntry> entries(long from, int limit) throws SQLException;

    /** A full tile with the root that stands beside it. */
    Optional<FullTile> tile(TilePath path) throws SQLException;

    /** The running counts of these subjects as the table has them for a tree of this size; those it lacks are left out. */
    Map<String, Long> counts(Collection<String> subjects, long treeSize) throws SQLException;

    /** What PostgreSQL counted of changes to rows that nothing ever changes. */
    RowChanges changes() throws SQLException;

    /** An entry and the hash beside it. */
    @SuppressWarnings("ArrayRecordComponent") // handed from the driver straight to the hasher, never kept or compared
    record StoredEntry(long index, byte[] bytes, Hash leaf) {}
}
