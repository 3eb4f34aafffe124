package dk.rettidig.ledger;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.ledger.LedgerDamage.Damage;
import dk.rettidig.ledger.SequencerTurns.Appended;
import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.ledger.SequencerTurns.Sequenced;
import dk.rettidig.ledger.SequencerTurns.Turn;
import dk.rettidig.ledger.SequencerTurns.Waiting;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.Proofs;
import dk.rettidig.merkle.Tiles;
import dk.rettidig.merkle.TreeHasher;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Sequence, integrate, publish (docs/ledger.md): gives committed appends their places, grows the tree, signs checkpoints.
 * Works only while it has the turn. Whatever goes wrong, it gives the turn up and forgets what it knew; the next turn
 * starts from what is committed. Not safe for use by several threads; any number of instances may compete.
 */
final class Sequencer implements AutoCloseable {

    private final SequencerTurns turns;
    private final CheckpointSigner signer;
    private final LastSeen lastSeen;
    private final Cosigners cosigners;
    private final Clock clock;
    private final Duration atLeastEvery;

    private @Nullable Turn turn;
    private GrowingTree tree = GrowingTree.read(0, path -> {
        throw new IllegalStateException("the empty tree has no tiles");
    });
    private RunningCounts counts = new RunningCounts();
    private Snapshot seen = Snapshot.NOTHING;
    private Optional<Published> newest = Optional.empty();

    Sequencer(
            SequencerTurns turns,
            CheckpointSigner signer,
            LastSeen lastSeen,
            Cosigners cosigners,
            Clock clock,
            Duration atLeastEvery) {
        this.turns = turns;
        this.signer = signer;
        this.lastSeen = lastSeen;
        this.cosigners = cosigners;
        this.clock = clock;
        this.atLeastEvery = atLeastEvery;
    }

    /**
     * What a pass did.
     *
     * @param sequenced entries that got their place
     * @param published whether a checkpoint was published
     * @param size the tree's size now
     */
    record Pass(boolean leading, long sequenced, boolean published, long size) {

        static final Pass NOT_LEADING = new Pass(false, 0, false, 0);
    }

    /**
     * Takes the turn if it is free, sequences all that is committed and publishes if there is news or the last checkpoint
     * is old, and if enough witnesses cosign.
     *
     * @throws SQLException when the database fails; the turn is given up
     * @throws LedgerDamage when what is stored does not fit what was published; nothing is published on top of it
     */
    Pass pass() throws SQLException, LedgerDamage {
        boolean done = false;
        try {
            Turn mine = turn == null ? takeOver() : turn;
            if (mine == null) {
                done = true;
                return Pass.NOT_LEADING;
            }
            long before = tree.size();
            sequenceAll(mine);
            boolean published = publishIfDue(mine);
            done = true;
            return new Pass(true, tree.size() - before, published, tree.size());
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private @Nullable Turn takeOver() throws SQLException, LedgerDamage {
        Optional<Turn> taken = turns.take();
        if (taken.isEmpty()) {
            return null;
        }
        Turn mine = taken.get();
        turn = mine;
        mine.begin();
        newest = mine.newest();
        long size = mine.size();
        check(mine, size);
        checkTail(mine, size);
        tree = GrowingTree.read(size, mine.tiles());
        mine.commit();
        counts = new RunningCounts();
        seen = Snapshot.NOTHING;
        return mine;
    }

    /** What was published before, by this database or seen by this machine, must be a prefix of what is stored. */
    private void check(Turn mine, long size) throws LedgerDamage {
        if (newest.isPresent()) {
            checkPrefix(mine, size, () -> newest.get().opened(signer), Damage.NOT_WHAT_WAS_PUBLISHED);
        }
        Optional<String> remembered = lastSeen.note();
        if (remembered.isPresent()) {
            checkPrefix(mine, size, () -> signer.open(remembered.get()), Damage.OLDER_THAN_PUBLISHED);
        }
    }

    /** What was sequenced and not published, by whoever had the turn before, must have been appended. */
    private void checkTail(Turn mine, long size) throws SQLException, LedgerDamage {
        long published = newest.map(Published::size).orElse(0L);
        OptionalLong stranger = size > published ? mine.firstNeverAppended(published) : OptionalLong.empty();
        if (stranger.isPresent()) {
            throw LedgerDamage.neverAppended(stranger.getAsLong());
        }
    }

    private interface Opening {
        Checkpoint open() throws CheckpointException, LedgerDamage;
    }

    private static void checkPrefix(Turn mine, long size, Opening note, Damage damage) throws LedgerDamage {
        try {
            Checkpoint checkpoint = note.open();
            if (checkpoint.size() > size) {
                throw new LedgerDamage(damage, checkpoint.size(), size);
            }
            Hash root = Proofs.root(checkpoint.size(), Tiles.nodes(checkpoint.size(), mine.tiles()));
            if (!root.equals(checkpoint.root())) {
                throw new LedgerDamage(Damage.NOT_WHAT_WAS_PUBLISHED, checkpoint.size(), size);
            }
        } catch (CheckpointException failure) {
            throw new LedgerDamage(Damage.CHECKPOINT_NOT_OURS, failure);
        }
    }

    private void sequenceAll(Turn mine) throws SQLException, LedgerDamage {
        long after = 0;
        Optional<Snapshot> first = Optional.empty();
        boolean complete = false;
        while (!complete) {
            mine.begin();
            Snapshot now = mine.snapshot();
            first = first.or(() -> Optional.of(now));
            Waiting waiting = mine.waiting(seen, after);
            if (!waiting.appends().isEmpty()) {
                sequence(mine, waiting.appends());
                after = waiting.appends().getLast().id().value();
            } else {
                mine.commit();
            }
            complete = waiting.complete();
        }
        first.ifPresent(snapshot -> seen = snapshot);
    }

    private void sequence(Turn mine, List<Appended> appends) throws SQLException, LedgerDamage {
        counts.load(mine, appends);
        TreeHasher hasher = new TreeHasher();
        List<Sequenced> entries = new ArrayList<>(appends.size());
        List<Hash> leaves = new ArrayList<>(appends.size());
        for (Appended append : appends) {
            byte[] bytes = counts.entry(append);
            Hash leaf = hasher.leaf(bytes);
            entries.add(new Sequenced(append.id(), bytes, leaf));
            leaves.add(leaf);
        }
        GrowingTree.Grown grown = tree.grow(leaves);
        mine.insertEntries(tree.size(), entries);
        mine.insertCounts(grown.tree().size(), counts.takeChanged());
        mine.insertTiles(grown.full());
        mine.commit();
        tree = grown.tree();
    }

    private boolean publishIfDue(Turn mine) throws SQLException, LedgerDamage {
        boolean news = newest.isEmpty() || newest.get().size() < tree.size();
        if (!news && Duration.between(newest.get().at(), clock.instant()).abs().compareTo(atLeastEvery) < 0) {
            return false;
        }
        Checkpoint checkpoint = new Checkpoint(signer.origin(), tree.size(), tree.root());
        SignedNote signed = signer.sign(checkpoint, clock.instant());
        // Witnesses see it now: from here on no smaller tree may pass for the newest.
        lastSeen.remember(signed.encode());
        Optional<SignedNote> cosigned = cosigners.cosign(signed, checkpoint);
        if (cosigned.isEmpty()) {
            return false;
        }
        Published next =
                new Published(tree.size(), checkpoint.root(), cosigned.get().encode(), clock.instant());
        mine.begin();
        mine.insertCheckpoint(next);
        mine.commit();
        newest = Optional.of(next);
        return true;
    }

    /** The newest checkpoint this instance knows of. */
    Optional<Published> newest() {
        return newest;
    }

    @Override
    public void close() {
        Turn mine = turn;
        turn = null;
        if (mine != null) {
            mine.close();
        }
    }
}
