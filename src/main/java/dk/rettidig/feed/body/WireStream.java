package dk.rettidig.feed.body;

import dk.rettidig.feed.FeedErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The bytes on the wire: counted, digested, limited. What goes wrong below it is a connection that was cut. */
final class WireStream extends FilterInputStream {

    private final MessageDigest sha256;
    private final long limit;
    private long count;
    private boolean ended;

    WireStream(InputStream wire, long limit) {
        super(wire);
        this.sha256 = sha256();
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = readWire(target, offset, length);
        if (read < 0) {
            ended = true;
            return read;
        }
        sha256.update(target, offset, read);
        count += read;
        if (count > limit) {
            throw new Rejection(new BodyRejected(FeedErrorCode.TOO_LARGE, java.util.Map.of("limit_bytes", limit)));
        }
        return read;
    }

    private int readWire(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (IOException cut) {
            Rejection rejection = new Rejection(new BodyRejected(FeedErrorCode.CONNECTION_CUT));
            rejection.addSuppressed(cut);
            throw rejection;
        }
    }

    /** More than none until the end: the JDK's gunzip asks before it looks for another member (RFC 1952 section 2.2). */
    @Override
    public int available() {
        return ended ? 0 : 1;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] skipped = new byte[(int) Math.min(bytes, 8192)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Leaves the wire open: what parses the body closes what it reads, and the rest still belongs to the digest. */
    @Override
    public void close() {
        // The server closes the connection's stream.
    }

    long count() {
        return count;
    }

    byte[] digest() {
        return sha256.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
