package dk.rettidig.cli.pseudonymise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The files of one run, all beside the output and readable by their owner only: {@code OUT.partial} (finished rows),
 * {@code OUT.journal} (how far it is; also the lock), {@code OUT.worklist.csv} (what people have to decide), and at the end {@code
 * OUT}. None holds a number.
 */
final class Workplace implements AutoCloseable {

    private final Path output;
    private final FileChannel journal;
    private final FileLock lock;

    private Workplace(Path output, FileChannel journal, FileLock lock) {
        this.output = output;
        this.journal = journal;
        this.lock = lock;
    }

    static Workplace of(Path output) throws IOException, InputRefused {
        FileChannel journal = open(sibling(output, ".journal"));
        FileLock lock = lock(journal);
        if (lock == null) {
            journal.close();
            throw new InputRefused(
                    "in_use",
                    "En anden kørsel skriver til " + output + ".",
                    "Another run is writing to " + output + ".");
        }
        Workplace workplace = new Workplace(output, journal, lock);
        if (Files.exists(output)) {
            workplace.close();
            throw new InputRefused(
                    "output_exists",
                    output + " findes allerede. Flyt den, eller vælg et andet --out.",
                    output + " exists already. Move it, or choose another --out.");
        }
        return workplace;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static Path sibling(Path output, String ending) {
        return output.resolveSibling(output.getFileName() + ending);
    }

    private static FileChannel open(Path file) throws IOException {
        FileAttribute<?>[] ownerOnly =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return FileChannel.open(
                file,
                java.util.Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ownerOnly);
    }

    FileChannel journal() {
        return journal;
    }

    Path partial() {
        return sibling(output, ".partial");
    }

    FileChannel openPartial() throws IOException {
        return open(partial());
    }

    Path rejected() {
        return sibling(output, ".rejected.csv");
    }

    Path worklist() {
        return sibling(output, ".worklist.csv");
    }

    /** Gives the finished file its name, durably. */
    void release() throws IOException {
        Files.move(partial(), output, StandardCopyOption.ATOMIC_MOVE);
        Path folder = output.toAbsolutePath().getParent();
        if (folder != null) {
            forceFolder(folder);
        }
        Files.deleteIfExists(sibling(output, ".journal"));
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (java.nio.file.AccessDeniedException windows) {
            // Windows opens no folder and needs no flush of one.
            assert java.io.File.separatorChar == '\\';
        }
    }

    /** Throws away what was begun. */
    void discard() throws IOException {
        Files.deleteIfExists(partial());
        Files.deleteIfExists(sibling(output, ".journal"));
    }

    @Override
    public void close() throws IOException {
        if (journal.size() == 0) {
            // Nothing was begun.
            Files.deleteIfExists(sibling(output, ".journal"));
        }
        lock.close();
        journal.close();
    }
}
