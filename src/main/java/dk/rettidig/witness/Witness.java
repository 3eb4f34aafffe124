package dk.rettidig.witness;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.CheckpointSubmission;
import dk.rettidig.checkpoint.NoteSignature;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.merkle.ConsistencyProof;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.ProofException;
import dk.rettidig.merkle.TreeHasher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides on submissions (C2SP tlog-witness, "add-checkpoint"). For each log one submission at a time: what was compared is
 * what is replaced. Safe for use by many threads; only one process may work on a directory.
 */
public final class Witness {

    private final WitnessedLogs logs;
    private final SigningKey key;
    private final WitnessFiles files;
    private final Clock clock;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    /**
     * A witness.
     *
     * @param key of an algorithm whose signatures carry a time
     * @param home where its state is
     */
    public Witness(WitnessedLogs logs, SigningKey key, Path home, Clock clock) throws IOException {
        this.logs = logs;
        this.key = key;
        this.files = new WitnessFiles(home);
        this.clock = clock;
    }

    /** What it cosigned last. */
    private record Last(long size, Hash root, Instant at) {

        static final Last NONE = new Last(0, TreeHasher.emptyRoot(), Instant.EPOCH);
    }

    /** The public key. */
    public VerifierKey verifierKey() {
        return key.verifier();
    }

    /**
     * Decides on one submission.
     *
     * @throws IOException when the state cannot be read or written; then nothing is cosigned
     */
    Decision decide(byte[] body) throws IOException {
        CheckpointSubmission submission;
        Checkpoint claimed;
        try {
            submission = CheckpointSubmission.parse(body);
            claimed = Checkpoint.parse(submission.checkpoint().text());
        } catch (CheckpointException malformed) {
            return new Decision.Malformed(malformed.reason().name().toLowerCase(java.util.Locale.ROOT));
        }
        List<VerifierKey> trusted = logs.keys(claimed.origin());
        if (trusted.isEmpty()) {
            return new Decision.UnknownLog();
        }
        try {
            Checkpoint.open(submission.checkpoint(), trusted);
        } catch (CheckpointException unsigned) {
            return new Decision.Unsigned();
        }
        if (submission.oldSize() > claimed.size()) {
            return new Decision.Malformed("old_size_above_size");
        }
        synchronized (turns.computeIfAbsent(claimed.origin(), origin -> new Object())) {
            return compare(submission, claimed, body);
        }
    }

    private Decision compare(CheckpointSubmission submission, Checkpoint claimed, byte[] body) throws IOException {
        String name = WitnessFiles.name(claimed.origin());
        Last last = last(name, claimed.origin());
        if (submission.oldSize() != last.size()) {
            return new Decision.Conflict(last.size());
        }
        if (claimed.size() == last.size() && !claimed.root().equals(last.root())) {
            files.keepEvidence(name, body);
            return new Decision.Conflict(last.size());
        }
        if (!extend(submission, last, claimed)) {
            files.keepEvidence(name, body);
            return new Decision.Inconsistent();
        }
        // A clock that was put back must not make an older statement look like the newer one.
        Instant now = clock.instant();
        NoteSignature cosignature = key.sign(claimed, now.isBefore(last.at()) ? last.at() : now);
        files.remember(name, own(submission.checkpoint(), claimed.origin()).with(cosignature));
        return new Decision.Cosigned(cosignature.line());
    }

    /** The note with the log's own signatures alone: what others wrote on it is not kept, nor is an older cosignature. */
    private SignedNote own(SignedNote submitted, String origin) {
        List<VerifierKey> trusted = logs.keys(origin);
        return new SignedNote(
                submitted.text(),
                submitted.signatures().stream()
                        .filter(signature -> trusted.stream().anyMatch(signature::claims))
                        .toList());
    }

    private static boolean extend(CheckpointSubmission submission, Last last, Checkpoint claimed) {
        if (last.size() == 0) {
            boolean empty = claimed.size() > 0 || claimed.root().equals(TreeHasher.emptyRoot());
            return empty && submission.proof().isEmpty();
        }
        try {
            new ConsistencyProof(last.size(), claimed.size(), submission.proof()).verify(last.root(), claimed.root());
            return true;
        } catch (ProofException inconsistent) {
            return false;
        }
    }

    /** What the file says. A file that is not what this witness wrote stops it: it is never taken for a log never seen. */
    private Last last(String name, String origin) throws IOException {
        Optional<byte[]> bytes = files.newest(name);
        if (bytes.isEmpty()) {
            return Last.NONE;
        }
        try {
            SignedNote note = SignedNote.parse(bytes.get());
            Instant at = note.verify(List.of(key.verifier())).getFirst().time().orElse(Instant.EPOCH);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (!checkpoint.origin().equals(origin)) {
                throw new IOException("state/" + name + " is of another log");
            }
            return new Last(checkpoint.size(), checkpoint.root(), at);
        } catch (CheckpointException damaged) {
            throw new IOException("state/" + name + " is not what this witness wrote", damaged);
        }
    }

    /** The newest checkpoint cosigned for the log whose origin has this SHA-256, as a signed note. */
    Optional<byte[]> newest(String originDigest) throws IOException {
        boolean followed = logs.origins().stream().map(WitnessFiles::name).anyMatch(originDigest::equals);
        return followed ? files.newest(originDigest) : Optional.empty();
    }
}
