package dk.rettidig.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/** A buffer that is filled again and again and grows to the largest tile it met. One for each thread. */
final class ByteSink {

    private static final int FIRST_CAPACITY = 1 << 17;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    /** The bytes from 0 to {@link #length()}, with {@link Canonical#SLACK} readable bytes after them. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Forgets what it held and reads to the end of the channel. */
    void fill(ReadableByteChannel channel, int limit) throws IOException {
        length = 0;
        while (true) {
            if (bytes.length - Canonical.SLACK == length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            int read = channel.read(ByteBuffer.wrap(bytes, length, bytes.length - Canonical.SLACK - length));
            if (read < 0) {
                return;
            }
            length += read;
            if (length > limit) {
                throw new IOException("larger than " + limit + " bytes");
            }
        }
    }
}
