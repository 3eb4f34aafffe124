package dk.rettidig.witness;

import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.seal.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a witness has on disk: for each log the newest checkpoint that it cosigned, and the submissions that it refused
 * although the log had signed them. A state that was written is on the disk before anybody is told of it.
 */
final class WitnessFiles {

    /** Most refused submissions kept, so that a hostile log cannot fill the disk. */
    private static final int MOST_EVIDENCE = 100;

    private final Path state;
    private final Path evidence;

    /** Below this directory, which is made if it is not there. */
    WitnessFiles(Path home) throws IOException {
        state = Files.createDirectories(home.resolve("state"));
        evidence = Files.createDirectories(home.resolve("evidence"));
    }

    /** How a log's origin is written in names of files and addresses: SHA-256 in 64 hexadecimal digits. */
    static String name(String origin) {
        return Sha256.hex(origin);
    }

    /** The bytes of the newest checkpoint cosigned for the log of this name. */
    Optional<byte[]> newest(String name) throws IOException {
        Path file = state.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Puts a checkpoint in the place of the one before: the old one or the new one is there, never a part. */
    void remember(String name, SignedNote cosigned) throws IOException {
        write(state.resolve(name), cosigned.encode().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps a submission that the log signed and that does not fit: it may be proof that the log shows two histories. */
    void keepEvidence(String name, byte[] submission) throws IOException {
        try (Stream<Path> kept = Files.list(evidence)) {
            if (kept.count() >= MOST_EVIDENCE) {
                return;
            }
        }
        String digest = Sha256.hex(submission);
        Path file = evidence.resolve(name.substring(0, 16) + "-" + digest.substring(0, 16));
        if (!Files.exists(file)) {
            write(file, submission);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file);
    }

    /** Makes the renaming durable; Windows opens no folder and needs it not. */
    private static void forceFolder(Path file) throws IOException {
        Path folder = java.util.Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        if (java.io.File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
