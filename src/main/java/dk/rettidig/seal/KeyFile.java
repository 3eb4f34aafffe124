package dk.rettidig.seal;

import dk.rettidig.seal.SealException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A key in a file that only its owner may read (mode 0600 where the file system has modes). A file that is a link or that
 * others may read is refused, not repaired: whoever could read it has the key. Creation is atomic and durable, and two
 * processes that start at once end with the same key.
 */
public final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** Longest key file, bytes. */
    private static final int MAXIMUM_BYTES = 1_024;

    private KeyFile() {}

    /** Loads a signing key (PEM or base64url). */
    public static SigningKey signingKey(Path file) throws SealException {
        return SigningKey.parse(read(file));
    }

    /** Loads a signing key, or creates it when the file is not there. */
    public static SigningKey signingKeyOrNew(Path file, SecureRandom random) throws SealException {
        if (absent(file)) {
            try (SigningKey fresh = SigningKey.generate(random)) {
                create(file, fresh.privatePem());
            }
        }
        return signingKey(file);
    }

    /** Loads a symmetric key (base64url). */
    public static SymmetricKey symmetricKey(Path file) throws SealException {
        return SymmetricKey.parse(read(file));
    }

    /** Loads a symmetric key, or creates it when the file is not there. */
    public static SymmetricKey symmetricKeyOrNew(Path file, SecureRandom random) throws SealException {
        if (absent(file)) {
            try (SymmetricKey fresh = SymmetricKey.generate(random)) {
                create(file, Base64Url.encode(fresh.reveal()) + "\n");
            }
        }
        return symmetricKey(file);
    }

    /**
     * Reads a secret that another feature writes in a form of its own, or creates the file with a fresh one.
     *
     * @param fresh makes the text of a new secret; at most 1,024 ASCII characters
     */
    public static String secretOrNew(Path file, Supplier<String> fresh) throws SealException {
        if (absent(file)) {
            create(file, fresh.get() + "\n");
        }
        return read(file);
    }

    /** Reads a secret that another feature wrote in a form of its own. */
    public static String secret(Path file) throws SealException {
        return read(file);
    }

    /**
     * Deletes a key; once this has returned it does not come back after a power cut. Whether its blocks can still be read
     * from the disk is the disk's matter, which is why such disks are encrypted.
     */
    public static void destroy(Path file) throws SealException {
        try {
            if (!Files.deleteIfExists(file)) {
                return;
            }
            try (FileChannel directory = FileChannel.open(java.util.Objects.requireNonNull(
                    file.toAbsolutePath().getParent(), "a key file has a directory"))) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new SealException(Reason.KEY_FILE_REFUSED, file.getFileName() + ": cannot be destroyed", e);
        }
    }

    private static boolean absent(Path file) {
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String read(Path file) throws SealException {
        try {
            if (absent(file)) {
                throw refused(file, "there is no such file; the command keygen makes a signing key");
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAXIMUM_BYTES) {
                throw refused(file, "expected a small regular file, not a link");
            }
            if (hasModes(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw refused(file, "others may read it; make a new key, or chmod 600 when nobody has");
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new SealException(Reason.KEY_FILE_REFUSED, file.getFileName() + ": cannot be read", e);
        }
    }

    private static void create(Path file, String content) throws SealException {
        Path directory =
                java.util.Objects.requireNonNull(file.toAbsolutePath().getParent(), "a key file has a directory");
        try {
            Files.createDirectories(directory);
            Path draft = Files.createTempFile(directory, ".key", "", attributes(directory));
            try {
                write(draft, content);
                publish(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new SealException(Reason.KEY_FILE_REFUSED, file.getFileName() + ": cannot be created", e);
        }
    }

    private static void write(Path draft, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII));
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A hard link appears at once or not at all and never replaces; where there are none, a move comes close. */
    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return; // another process was first: its key counts
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        }
    }

    private static FileAttribute<?>[] attributes(Path directory) {
        return hasModes(directory)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static SealException refused(Path file, String why) {
        return new SealException(Reason.KEY_FILE_REFUSED, file.getFileName() + ": " + why);
    }
}
