package dk.rettidig.verifier;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.merkle.ProofException;
import dk.rettidig.merkle.TreeHasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Verifies the proof file of one entry alone (C2SP tlog-proof): the signature, the path, and the entry's form. */
public final class ProofVerifier {

    private ProofVerifier() {}

    /**
     * Verifies.
     *
     * @param file the proof file
     * @param entry the entry's bytes; when absent they are taken from the file's extra line
     * @param trust the log's key must be given or remembered
     */
    public static Report verify(Path file, Optional<Path> entry, LedgerVerifier.Trust trust) throws IOException {
        Findings findings = new Findings();
        Optional<Checkpoint> checkpoint = Optional.empty();
        Report.KeySource from = Report.KeySource.NONE;
        String key = "";
        long length = 0;
        try {
            TlogProof proof = TlogProof.parse(DirectorySource.small(file, TlogProof.MAX_BYTES));
            byte[] bytes = entry.isPresent()
                    ? DirectorySource.small(entry.get(), LedgerSource.MAX_BUNDLE_BYTES)
                    : proof.extra().bytes();
            length = bytes.length;
            List<VerifierKey> keys = new ArrayList<>(trust.keys());
            from = keys.isEmpty() ? from : Report.KeySource.GIVEN;
            if (keys.isEmpty() && trust.seen().isPresent()) {
                trust.seen()
                        .get()
                        .find(Checkpoint.parse(proof.checkpoint().text()).origin())
                        .ifPresent(seen -> keys.addAll(seen.keys()));
                from = keys.isEmpty() ? from : Report.KeySource.REMEMBERED;
            }
            key = keys.isEmpty() ? "" : keys.getFirst().encode();
            keys.addAll(trust.witnesses());
            checkpoint = Optional.of(Checkpoint.open(proof.checkpoint(), keys));
            new InclusionProof(proof.index(), checkpoint.get().size(), proof.path())
                    .verify(new TreeHasher().leaf(bytes), checkpoint.get().root());
            form(bytes, proof.index(), findings);
        } catch (CheckpointException | ProofException e) {
            findings.add(Finding.whole(
                    Finding.Kind.PROOF,
                    "beviset holder ikke (" + e.getMessage() + ")",
                    "the proof does not hold (" + e.getMessage() + ")"));
        }
        return new Report(
                file.toString(),
                checkpoint,
                from,
                key,
                List.of(),
                OptionalLong.empty(),
                findings.count() == 0 ? 1 : 0,
                length,
                findings.count() == 0 ? 1 : 0,
                findings.kept(),
                findings.count(),
                false);
    }

    private static void form(byte[] bytes, long index, Findings findings) {
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Canonical.SLACK);
        EntryScanner.Problem problem = new EntryScanner().scan(padded, 0, bytes.length);
        if (problem != EntryScanner.Problem.NONE) {
            findings.add(Texts.form(problem, index));
        }
    }

    /** Whether the file begins like a proof. */
    public static boolean looksLikeProof(Path file) throws IOException {
        byte[] head = TlogProof.HEADER.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (java.io.InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(head.length), head);
        }
    }
}
