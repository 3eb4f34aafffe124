package dk.rettidig.feed.body;

/**
 * How large a body may be.
 *
 * @param wireBytes most bytes on the wire
 * @param plainBytes most bytes after gunzip
 * @param gzipRatio most bytes a byte on the wire may become; rows of one child compress to about a fiftieth, a bomb to a
 *     thousandth
 */
public record BodyLimits(long wireBytes, long plainBytes, int gzipRatio) {

    /** 4 GiB on the wire, 16 GiB unpacked, 250 to one. */
    public static final BodyLimits DEFAULT = new BodyLimits(4L << 30, 16L << 30, 250);

    /** Below this size the ratio is not looked at: a few repeated rows are no bomb. Bytes. */
    static final long RATIO_FLOOR_BYTES = 16L << 20;
}
