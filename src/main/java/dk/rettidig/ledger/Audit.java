package dk.rettidig.ledger;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.ledger.LedgerDamage.Damage;
import dk.rettidig.ledger.SequencerTurns.FullTile;
import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.ledger.StoredLog.StoredEntry;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.TreeHasher;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the published log as it is stored, from its first entry to its last and then again, hashes it anew, tells its
 * running counts, and holds it against its tiles, the table of counts and the newest checkpoint: whoever changes rows past
 * the service is noticed by the service itself, and nothing is published on top. Works in steps of a bundle within a time
 * that it is given. When PostgreSQL counted a change of rows, the log is wrong until all of it was read. Not for several
 * threads.
 */
@Singleton
class Audit {

    private final StoredLog stored;
    private final Log log;
    private final CheckpointSigner signer;
    private final TreeHasher hasher = new TreeHasher();
    private Optional<Checkpoint> against = Optional.empty();
    private GrowingTree tree = GrowingTree.empty();
    private CountTally tally = new CountTally();
    private Optional<LedgerDamage> found = Optional.empty();
    private Optional<RowChanges> known = Optional.empty();

    Audit(StoredLog stored, Log log, CheckpointSigner signer) {
        this.stored = stored;
        this.log = log;
        this.signer = signer;
    }

    /**
     * Goes on where it was until it comes to the end of the log, or has read so many bundles and has taken so long.
     *
     * @throws LedgerDamage what was found, also long after, until the whole log was read and nothing was wrong any more
     */
    void goOn(int bundles, Duration time) throws SQLException, LedgerDamage {
        long begun = System.nanoTime();
        askForChanges();
        try {
            boolean more = true;
            for (int read = 0; more && (read < bundles || System.nanoTime() - begun < time.toNanos()); read++) {
                more = step();
            }
        } catch (LedgerDamage damage) {
            found = Optional.of(damage);
            startAgain();
        }
        if (found.isPresent()) {
            throw found.get();
        }
    }

    /** In a large log the place where it is read may be far from the rows that were changed. */
    private void askForChanges() throws SQLException {
        RowChanges now = stored.changes();
        if (now.tellMoreThan(known)) {
            found = found.or(() -> Optional.of(new LedgerDamage(Damage.ROWS_CHANGED)));
            startAgain();
        }
        known = Optional.of(now);
    }

    private void startAgain() {
        against = Optional.empty();
        tree = GrowingTree.empty();
        tally = new CountTally();
    }

    /** One bundle; says whether there is more in this round. */
    private boolean step() throws SQLException, LedgerDamage {
        if (against.isEmpty()) {
            against = newest();
        }
        if (against.isEmpty()) {
            return false;
        }
        Checkpoint checkpoint = against.get();
        if (tree.size() < checkpoint.size()) {
            bundle((int) Math.min(TilePath.FULL, checkpoint.size() - tree.size()));
            return true;
        }
        if (!tree.root().equals(checkpoint.root())) {
            throw new LedgerDamage(Damage.NOT_WHAT_WAS_PUBLISHED, checkpoint.size(), tree.size());
        }
        tally.compare(stored, checkpoint.size());
        found = Optional.empty();
        startAgain();
        return false;
    }

    private Optional<Checkpoint> newest() throws SQLException, LedgerDamage {
        Optional<Published> newest = log.newest();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(newest.get().opened(signer));
        } catch (CheckpointException failure) {
            throw new LedgerDamage(Damage.CHECKPOINT_NOT_OURS, failure);
        }
    }

    private void bundle(int width) throws SQLException, LedgerDamage {
        long first = tree.size();
        List<StoredEntry> entries = stored.entries(first, width);
        List<Hash> leaves = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            if (i >= entries.size() || entries.get(i).index() != first + i) {
                throw LedgerDamage.at(first + i);
            }
            Hash leaf = hasher.leaf(entries.get(i).bytes());
            if (!leaf.equals(entries.get(i).leaf())) {
                throw LedgerDamage.at(first + i);
            }
            leaves.add(leaf);
        }
        GrowingTree.Grown grown = tree.grow(leaves);
        for (FullTile full : grown.full()) {
            compare(full);
        }
        tree = grown.tree();
        tally.add(entries);
    }

    /** A tile must be what the entries give; the first hash that differs says which entry or tile is not. */
    private void compare(FullTile made) throws SQLException, LedgerDamage {
        TilePath path = made.tile().path();
        int height = TilePath.HEIGHT * path.level();
        long start = (path.index() * TilePath.FULL) << height;
        Optional<FullTile> there = stored.tile(path);
        if (there.isEmpty()) {
            throw LedgerDamage.at(start);
        }
        for (int i = 0; i < TilePath.FULL; i++) {
            if (!there.get().tile().hash(i).equals(made.tile().hash(i))) {
                throw LedgerDamage.at(start + ((long) i << height));
            }
        }
        if (!there.get().root().equals(made.root())) {
            throw LedgerDamage.at(start);
        }
    }
}
