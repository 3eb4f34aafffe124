package dk.rettidig.cli.pseudonymise;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The finished rows of a run that goes on. Remembers the digest of all of them. */
final class PartialOutput implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final OutputStream out;
    private final MessageDigest digest;
    private long length;

    /**
     * Goes on behind what is finished.
     *
     * @param digest fed with the bytes that are there
     */
    PartialOutput(FileChannel file, long length, MessageDigest digest) throws IOException {
        this.file = file;
        this.length = length;
        this.digest = digest;
        file.truncate(length);
        file.position(length);
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        digest.update(bytes);
        length += bytes.length;
    }

    /** Flushes everything to the disk. */
    Journal.Mark force(long input) throws IOException {
        out.flush();
        file.force(false);
        return new Journal.Mark(input, length, sha256());
    }

    private String sha256() {
        try {
            MessageDigest so = (MessageDigest) digest.clone();
            return HexFormat.of().formatHex(so.digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
