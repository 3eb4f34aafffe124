package dk.rettidig.verifier;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.merkle.CompactRange;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.TilePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins scanned bundles in order: grows the tree over the entries and the one over the hash tiles, checks counts, and says at
 * the end what fits the signed root and what does not.
 */
final class TreeCheck {

    private static final long ENOUGH = 100_000;

    private final Checkpoint checkpoint;
    private final Optional<Checkpoint> remembered;
    private final Findings findings;
    private final UpperTiles upper;
    private final boolean hashTiles;
    private final Growth entries = new Growth();
    private final Growth tiles = new Growth();
    private final RunningCounts actors = new RunningCounts();
    private final RunningCounts models = new RunningCounts();
    private final List<BundleScan.Result> mismatches = new ArrayList<>();
    private final List<KeyChange> keyChanges = new ArrayList<>();
    private boolean upperWhole;
    private long bytes;
    private @Nullable Hash rememberedRoot;

    TreeCheck(Checkpoint checkpoint, Optional<Checkpoint> remembered, LedgerSource source, Findings findings) {
        this.checkpoint = checkpoint;
        this.remembered = remembered;
        this.findings = findings;
        this.hashTiles = source.hasHashTiles();
        this.upperWhole = hashTiles;
        this.upper = new UpperTiles(source, findings);
    }

    /** A tree that grows until something is missing. */
    private static final class Growth {
        private final CompactRange range = new CompactRange();
        private boolean whole = true;

        private void add(byte[] leaves, @Nullable Hash root, int width) {
            whole &= leaves.length == width * Hash.LENGTH;
            if (!whole) {
                return;
            }
            if (root != null) {
                range.appendSubtree(TilePath.HEIGHT, root);
            } else {
                for (int i = 0; i < width; i++) {
                    range.append(Hash.of(leaves, i * Hash.LENGTH, Hash.LENGTH));
                }
            }
        }

        private boolean leadsTo(Hash root) {
            return whole && range.root().equals(root);
        }
    }

    void join(BundleScan.Result bundle) throws IOException {
        bytes += bundle.bytes();
        bundle.findings().forEach(findings::add);
        keyChanges.addAll(bundle.keyChanges());
        actors.join(bundle.actors(), (index, words) -> count(index, "for aktøren", "of the actor", words));
        models.join(bundle.models(), (index, words) -> count(index, "for modellen", "of the model", words));
        if (bundle.mismatch() >= 0 && mismatches.size() < Report.MAX_FINDINGS) {
            mismatches.add(bundle);
        }
        remember(bundle);
        entries.add(bundle.leaves(), bundle.root(), bundle.path().width());
        tiles.add(bundle.tile(), bundle.tileRoot(), bundle.path().width());
        Hash trusted = bundle.tileRoot() != null ? bundle.tileRoot() : bundle.root();
        if (trusted == null && bundle.path().width() == TilePath.FULL) {
            upperWhole = false;
        }
        if (upperWhole && trusted != null) {
            upper.add(trusted);
        }
    }

    private void count(long index, String danish, String english, String[] words) {
        findings.add(
                Finding.at(Finding.Kind.COUNT, index, words[0] + " (" + danish + ")", words[1] + " (" + english + ")"));
    }

    /** Takes the root at the size that was seen before, when this bundle reaches it. */
    private void remember(BundleScan.Result bundle) {
        long size = remembered.map(Checkpoint::size).orElse(0L);
        long start = entries.range.size();
        long within = size - start;
        if (!entries.whole || within <= 0 || within * Hash.LENGTH > bundle.leaves().length) {
            return;
        }
        CompactRange range = new CompactRange(entries.range.state());
        for (int i = 0; i < within; i++) {
            range.append(Hash.of(bundle.leaves(), i * Hash.LENGTH, Hash.LENGTH));
        }
        rememberedRoot = range.root();
    }

    void finish() throws IOException {
        if (upperWhole) {
            upper.finish();
        }
        boolean entriesSigned = entries.leadsTo(checkpoint.root());
        boolean tilesSigned = hashTiles && tiles.leadsTo(checkpoint.root());
        for (BundleScan.Result bundle : mismatches) {
            int position = bundle.mismatch();
            findings.add(entriesSigned ? Texts.tile(bundle, position) : Texts.altered(bundle, position, tilesSigned));
        }
        if (!entriesSigned && entries.whole) {
            findings.add(root());
        }
        remembered.ifPresent(this::compare);
    }

    private Finding root() {
        String danish = "træet over indførslerne har en anden rod end kontrolpunktet";
        String english = "the tree over the entries has another root than the checkpoint";
        if (!hashTiles) {
            danish += "; uden fliser med kontrolsummer kan ingen enkelt indførsel udpeges";
            english += "; without hash tiles no single entry can be named";
        } else if (mismatches.isEmpty()) {
            danish +=
                    "; indførsler og fliser passer sammen, så begge er skiftet ud, eller kontrolpunktet er et andet træs";
            english += "; entries and hash tiles agree, so both were replaced or the checkpoint is another tree's";
        }
        return Finding.whole(Finding.Kind.ROOT, danish, english);
    }

    private void compare(Checkpoint before) {
        if (before.size() > checkpoint.size()) {
            findings.add(Finding.whole(
                    Finding.Kind.ROLLBACK,
                    "rullet tilbage: " + checkpoint.size() + " indførsler, men " + before.size() + " er set før",
                    "rolled back: " + checkpoint.size() + " entries, but " + before.size() + " were seen before"));
        } else if (before.size() > 0
                && (rememberedRoot == null || !before.root().equals(rememberedRoot))) {
            findings.add(Finding.whole(
                    Finding.Kind.HISTORY,
                    "de første " + before.size() + " indførsler er ikke dem, der er set før",
                    "the first " + before.size() + " entries are not those seen before"));
        }
    }

    /** Whether to go on; not after {@value #ENOUGH} findings. */
    boolean worthwhile() {
        return findings.count() < ENOUGH;
    }

    /** What the log says of its keys, in order. */
    List<KeyChange> keyChanges() {
        return keyChanges;
    }

    long entries() {
        return entries.range.size();
    }

    long bytes() {
        return bytes;
    }

    long actors() {
        return actors.names();
    }
}
