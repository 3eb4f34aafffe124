package dk.rettidig.ledger;

import dk.rettidig.ledger.Ledger.Covered;
import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.merkle.Tile;
import dk.rettidig.merkle.TilePath;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The sequenced and published log, as its readers see it. */
public interface Log {

    /** Where an append ended up, once the newest published checkpoint covers it. */
    Optional<Covered> covering(AppendId id) throws SQLException;

    /** The newest checkpoint; empty before the first. */
    Optional<Published> newest() throws SQLException;

    /** The newest checkpoint of exactly this size. */
    Optional<Published> ofSize(long size) throws SQLException;

    /** Entries in order from an index on; fewer than asked for at the end of the log. */
    List<Entry> entries(long from, int limit) throws SQLException;

    /** The entries at these indices, in order; those that are not there are left out. */
    List<Entry> entries(Collection<Long> indices) throws SQLException;

    /** A tile of hashes, full or partial; faults with {@code ledger_damaged} when hashes are missing. */
    Tile tile(TilePath path) throws SQLException;

    /**
     * Whether the newest checkpoint covers the newest append.
     *
     * @return false when something waits
     */
    boolean isIdle() throws SQLException;
}
