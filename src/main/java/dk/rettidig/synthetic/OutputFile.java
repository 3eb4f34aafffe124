package dk.rettidig.synthetic;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A file being written, whose digest is taken on the way. */
final class OutputFile implements AutoCloseable {

    private static final int BUFFER = 1 << 17;

    private final String path;
    private final MessageDigest digest;
    private final OutputStream out;

    OutputFile(Path folder, String path) throws IOException {
        this.path = path;
        Path file = folder.resolve(path);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), digest);
    }

    void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the file and says what was written. */
    WrittenFile finish(int municipality, String feed, long rows, WrittenFile.FileFaults faults) throws IOException {
        close();
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        return new WrittenFile(path, municipality, feed, rows, faults, text);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
