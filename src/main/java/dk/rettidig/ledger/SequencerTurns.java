package dk.rettidig.ledger;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.ledger.LedgerDamage.Damage;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.Tile;
import dk.rettidig.merkle.TileReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Who may sequence: one at a time over all replicas. */
public interface SequencerTurns {

    /** Takes the turn when nobody has it. */
    Optional<Turn> take() throws SQLException;

    /**
     * The turn. It lives as long as its database connection, on which all of its transactions run: whoever loses the turn
     * cannot commit any more.
     */
    interface Turn extends AutoCloseable {

        /** Begins a transaction in which all reads see one snapshot. */
        void begin() throws SQLException;

        /** Commits. */
        void commit() throws SQLException;

        /** Number of entries. */
        long size() throws SQLException;

        /** The newest checkpoint. */
        Optional<Published> newest() throws SQLException;

        /** The first entry from an index on that does not begin with the bytes of its append, or has a wrong hash. */
        OptionalLong firstNeverAppended(long from) throws SQLException;

        /** Reads the tiles of the tree; faults with {@code ledger_unreadable}. */
        TileReader tiles();

        /** Which transactions are over in this transaction's view. */
        Snapshot snapshot() throws SQLException;

        /**
         * Committed appends that are not in the log, by append id: a part of them that fits in memory.
         *
         * @param seen what was looked at before
         * @param after only those with a larger append id
         */
        Waiting waiting(Snapshot seen, long after) throws SQLException;

        /** The newest running counts of these subjects; a subject without one is missing. */
        Map<String, LastCount> counts(Collection<String> subjects) throws SQLException;

        /** Inserts entries from {@code firstIndex} on. */
        void insertEntries(long firstIndex, List<Sequenced> entries) throws SQLException;

        /** Inserts running counts as of a tree size. */
        void insertCounts(long treeSize, Map<String, Long> counts) throws SQLException;

        /** Inserts full tiles with their roots. */
        void insertTiles(List<FullTile> tiles) throws SQLException;

        /** Inserts a checkpoint. */
        void insertCheckpoint(Published checkpoint) throws SQLException;

        @Override
        void close();
    }

    /**
     * A checkpoint as it was published.
     *
     * @param note the signed note
     */
    record Published(long size, Hash root, String note, Instant at) {

        /**
         * The note opened with the log's keys.
         *
         * @throws CheckpointException when it is not this log's
         * @throws LedgerDamage when size or root beside it are other than it says
         */
        Checkpoint opened(CheckpointSigner signer) throws CheckpointException, LedgerDamage {
            Checkpoint checkpoint = signer.open(note);
            if (checkpoint.size() != size || !checkpoint.root().equals(root)) {
                throw new LedgerDamage(Damage.NOT_WHAT_WAS_PUBLISHED, checkpoint.size(), size);
            }
            return checkpoint;
        }
    }

    /**
     * Appends that wait.
     *
     * @param complete whether these are all
     */
    record Waiting(List<Appended> appends, boolean complete) {

        public Waiting {
            appends = List.copyOf(appends);
        }
    }

    /**
     * A running count as the table has it.
     *
     * @param treeSize the tree's size when it was written
     * @param entry the last entry before that size that speaks of the subject, as stored; empty when there is none
     */
    record LastCount(long total, long treeSize, Optional<byte[]> entry) {}

    /** An append that waits for its place. */
    @SuppressWarnings("ArrayRecordComponent") // handed from the driver straight to the hasher, never kept or compared
    record Appended(AppendId id, String actor, @Nullable String model, byte[] body) {}

    /** An entry with its place. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Sequenced(AppendId id, byte[] bytes, Hash leaf) {}

    /** A full tile and the hash it has in the tile above. */
    record FullTile(Tile tile, Hash root) {}
}
