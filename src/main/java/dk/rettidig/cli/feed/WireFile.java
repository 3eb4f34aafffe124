package dk.rettidig.cli.feed;

import dk.rettidig.feed.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file as it goes over the wire. A file that ends in {@code .gz} is sent as it is; with {@code --gzip} another one is
 * compressed once into a temporary file, so that digest and bytes sent are the same.
 *
 * @param changed when the file it was made from was last changed
 */
record WireFile(Path path, boolean gzip, boolean csv, boolean temporary, Digest sha256, FileTime changed)
        implements AutoCloseable {

    static WireFile of(Path source, boolean compress) throws IOException {
        FileTime changed = Files.getLastModifiedTime(source);
        boolean zipped = source.getFileName().toString().endsWith(".gz");
        if (zipped || !compress) {
            return new WireFile(source, zipped, NoteOptions.isCsv(source), false, digest(source), changed);
        }
        Path target = Files.createTempFile("rettidig-push", ".gz");
        target.toFile().deleteOnExit(); // also when the program is stopped in the middle
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
            Files.copy(source, out);
        }
        return new WireFile(target, true, NoteOptions.isCsv(source), true, digest(target), changed);
    }

    /** The bytes of the rows. */
    InputStream plain() throws IOException {
        InputStream wire = new BufferedInputStream(Files.newInputStream(path));
        return gzip ? new GZIPInputStream(wire) : wire;
    }

    String mediaType() {
        return csv ? "text/csv" : "application/x-ndjson";
    }

    private static Digest digest(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), hasher())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Digest.of(in.getMessageDigest().digest());
        }
    }

    /** SHA-256 (FIPS 180-4). */
    static MessageDigest hasher() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }
}
