package dk.rettidig.feed.body;

import dk.rettidig.feed.FeedErrorCode;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The body's own bytes, gunzipped when the sender said so; bombs and broken archives end here. */
final class PlainStream extends FilterInputStream {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final WireStream wire;
    private final BodyLimits limits;
    private long count;

    private PlainStream(InputStream plain, WireStream wire, BodyLimits limits) {
        super(plain);
        this.wire = wire;
        this.limits = limits;
    }

    static PlainStream of(WireStream wire, boolean gzip, BodyLimits limits) throws IOException {
        if (!gzip) {
            return new PlainStream(wire, wire, limits);
        }
        try {
            return new PlainStream(new GZIPInputStream(wire, BUFFER_BYTES), wire, limits);
        } catch (ZipException | EOFException broken) {
            throw broken(broken);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(target, offset, length);
        } catch (ZipException | EOFException broken) {
            throw broken(broken);
        }
        count += Math.max(0, read);
        if (count > limits.plainBytes()) {
            throw new Rejection(
                    new BodyRejected(FeedErrorCode.TOO_LARGE, Map.of("limit_unpacked_bytes", limits.plainBytes())));
        }
        if (count > BodyLimits.RATIO_FLOOR_BYTES && count / limits.gzipRatio() > wire.count()) {
            throw new Rejection(
                    new BodyRejected(FeedErrorCode.GZIP_BOMB, Map.of("limit_ratio", (long) limits.gzipRatio())));
        }
        return read;
    }

    private static Rejection broken(IOException cause) {
        Rejection rejection = new Rejection(new BodyRejected(FeedErrorCode.GZIP_BROKEN));
        rejection.addSuppressed(cause);
        return rejection;
    }
}
