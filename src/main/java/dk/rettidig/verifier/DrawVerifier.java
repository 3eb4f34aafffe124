package dk.rettidig.verifier;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.merkle.ConsistencyProof;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.ProofException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Draws a sample of cases again from the file of a draw ({@code docs/supervision.md}): the frame was bound before the draw
 * was called, the seed is the tree that ends with the call, and the cases are those that this seed draws. Everything that is
 * wrong is named; nothing is trusted but the keys given.
 */
public final class DrawVerifier {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Findings findings = new Findings();
    private final LedgerVerifier.Trust trust;
    private final DrawFile file;

    private DrawVerifier(DrawFile file, LedgerVerifier.Trust trust) {
        this.file = file;
        this.trust = trust;
    }

    /**
     * Verifies.
     *
     * @param path the file of a draw, or a package that holds one
     * @param trust the log's key must be given; each witness must have cosigned both checkpoints
     * @throws IOException when the file cannot be read as the file of a draw
     */
    public static Report verify(Path path, LedgerVerifier.Trust trust) throws IOException {
        try {
            if (isPackage(path)) {
                try (FileSystem zip = FileSystems.newFileSystem(path)) {
                    Path root = zip.getPath("/");
                    return new DrawVerifier(DrawFile.read(root.resolve("draw.json")), trust)
                            .run(path, Optional.of(root));
                }
            }
            return new DrawVerifier(DrawFile.read(path), trust).run(path, Optional.empty());
        } catch (NoSuchFileException missing) {
            throw new IOException("the package has no " + missing.getFile(), missing);
        } catch (CheckpointException wrong) {
            throw new IOException("frame or call is no proof file: " + wrong.getMessage(), wrong);
        }
    }

    /** Whether the file begins as a zip file does. */
    private static boolean isPackage(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private Report run(Path path, Optional<Path> unpacked) throws IOException {
        Optional<DrawEntry> frame =
                DrawEntry.proved(file.frame(), trust, "supervision.frame_committed", "frame", findings);
        Optional<DrawEntry> call = DrawEntry.proved(file.call(), trust, "supervision.draw_called", "call", findings);
        frame.ifPresent(bound -> DrawnTickets.frame(file, bound, findings));
        if (frame.isPresent() && call.isPresent()) {
            order(frame.get(), call.get());
            witnessed(frame.get());
            seed(frame.get(), call.get()).ifPresent(seed -> DrawnTickets.drawn(file, frame.get(), seed, findings));
        }
        DrawnTickets.openings(file, findings);
        long others = unpacked.isEmpty() ? 0 : PackageCheck.check(unpacked.get(), file.round(), frame, trust, findings);
        return new Report(
                path.toString(),
                call.map(DrawEntry::checkpoint),
                trust.keys().isEmpty() ? Report.KeySource.NONE : Report.KeySource.GIVEN,
                trust.keys().isEmpty() ? "" : trust.keys().getFirst().encode(),
                trust.witnesses().stream().map(key -> key.name().value()).toList(),
                OptionalLong.empty(),
                (frame.isPresent() ? 1 : 0) + (call.isPresent() ? 1 : 0) + others,
                0,
                0,
                findings.kept(),
                findings.count(),
                false);
    }

    /** Both entries are of this round and one log; the frame was bound and shown before the call, and the call not early. */
    private void order(DrawEntry frame, DrawEntry call) {
        if (!frame.text("round").equals(file.round()) || !call.text("round").equals(file.round())) {
            wrong(
                    Finding.Kind.DRAW,
                    "rammen, lodtrækningen og filen hører ikke til samme runde",
                    "frame, call and file are not of one round");
        }
        if (!frame.checkpoint().origin().equals(call.checkpoint().origin())) {
            wrong(Finding.Kind.DRAW, "de to kontrolpunkter er af hver sin protokol", "the checkpoints are of two logs");
        }
        if (frame.checkpoint().size() > call.index()) {
            wrong(
                    Finding.Kind.FRAME,
                    "rammen var ikke vist i et kontrolpunkt, før der blev kaldt til lodtrækning",
                    "the frame was not shown in a checkpoint before the draw was called");
        }
        Optional<Instant> opens = frame.moment("opens_at");
        if (opens.isEmpty() || !frame.at().isBefore(opens.get()) || call.at().isBefore(opens.get())) {
            wrong(
                    Finding.Kind.SEED,
                    "rammen skal være bundet før det valgte tidspunkt, og lodtrækningen kaldt efter det",
                    "the frame must be bound before the chosen moment, and the draw called after it");
        }
    }

    /** A witness saw the frame before the moment and the call after it: the log's own clock is not enough. */
    private void witnessed(DrawEntry frame) {
        Optional<Instant> opens = frame.moment("opens_at");
        for (VerifierKey witness : trust.witnesses()) {
            Optional<Instant> first = seen(file.frame().checkpoint(), witness);
            Optional<Instant> second = seen(file.call().checkpoint(), witness);
            boolean before =
                    opens.isPresent() && first.isPresent() && !first.get().isAfter(opens.get());
            boolean after =
                    opens.isPresent() && second.isPresent() && !second.get().isBefore(opens.get());
            if (!before) {
                wrong(
                        Finding.Kind.FRAME,
                        "medunderskriveren " + witness.name().value() + " så ikke rammen før det valgte tidspunkt",
                        "the witness " + witness.name().value() + " did not see the frame before the chosen moment");
            }
            if (!after) {
                wrong(
                        Finding.Kind.SEED,
                        "medunderskriveren " + witness.name().value()
                                + " har ikke underskrevet lodtrækningen efter det",
                        "the witness " + witness.name().value() + " has not cosigned the draw after it");
            }
        }
    }

    private static Optional<Instant> seen(SignedNote note, VerifierKey witness) {
        try {
            return note.verify(List.of(witness)).stream()
                    .flatMap(verified -> verified.time().stream())
                    .findFirst();
        } catch (CheckpointException none) {
            return Optional.empty();
        }
    }

    /** The seed, when the tree that ends with the call lies between both checkpoints. */
    private Optional<Hash> seed(DrawEntry frame, DrawEntry call) {
        long size = call.index() + 1;
        Checkpoint tree = new Checkpoint(call.checkpoint().origin(), size, file.seedRoot());
        try {
            new ConsistencyProof(size, call.checkpoint().size(), file.seedToCall())
                    .verify(tree.root(), call.checkpoint().root());
            new ConsistencyProof(frame.checkpoint().size(), size, file.frameToSeed())
                    .verify(frame.checkpoint().root(), tree.root());
            return Optional.of(DrawnTickets.seed(tree));
        } catch (ProofException | IllegalArgumentException broken) {
            wrong(
                    Finding.Kind.SEED,
                    "frøet er ikke roden af det træ, der slutter med kaldet, eller træet følger ikke efter rammens",
                    "the seed is not the root of the tree that ends with the call, or that tree does not extend the frame's");
            return Optional.empty();
        }
    }

    private void wrong(Finding.Kind kind, String danish, String english) {
        findings.add(Finding.whole(kind, danish, english));
    }

    /** The keys that may have signed: the log's and the witnesses'. */
    static List<VerifierKey> known(LedgerVerifier.Trust trust) {
        List<VerifierKey> keys = new ArrayList<>(trust.keys());
        keys.addAll(trust.witnesses());
        return keys;
    }
}
