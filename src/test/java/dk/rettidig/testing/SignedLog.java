package dk.rettidig.testing;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointSubmission;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.merkle.CompactRange;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.Proofs;
import dk.rettidig.merkle.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A log in memory that signs any of its sizes: leaves 0, 1, 2, ... with a word that makes one history differ from another. */
public final class SignedLog {

    private final SigningKey key;
    private final List<Hash> leaves = new ArrayList<>();

    /** A log with this many leaves. */
    public SignedLog(String origin, String history, int leaves) {
        byte[] seed = Arrays.copyOf(origin.getBytes(StandardCharsets.UTF_8), 32);
        key = SigningKey.of(new KeyName(origin), KeyAlgorithm.ED25519, seed);
        for (int i = 0; i < leaves; i++) {
            this.leaves.add(new TreeHasher().leaf((history + i).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Its public key. */
    public String vkey() {
        return key.verifier().encode();
    }

    /** The root of its first leaves. */
    public Hash root(int size) {
        CompactRange range = new CompactRange();
        leaves.subList(0, size).forEach(range::append);
        return range.root();
    }

    /** The signed checkpoint of a size. */
    public SignedNote checkpoint(int size) {
        return SignedNote.sign(new Checkpoint(key.verifier().name().value(), size, root(size)).text(), key);
    }

    /** The proof that the later tree extends the earlier. */
    public List<Hash> proof(int from, int to) {
        return from == 0 || from == to
                ? List.of()
                : Proofs.consistency(from, to, this::node).path();
    }

    /** What the log would send to a witness. */
    public CheckpointSubmission submission(int from, int to) {
        return new CheckpointSubmission(from, proof(from, to), checkpoint(to));
    }

    private Hash node(int level, long index) {
        int width = 1 << level;
        int start = Math.toIntExact(index * width);
        CompactRange range = new CompactRange();
        leaves.subList(start, start + width).forEach(range::append);
        return range.root();
    }
}
