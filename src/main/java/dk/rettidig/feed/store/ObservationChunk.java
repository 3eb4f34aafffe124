package dk.rettidig.feed.store;

import dk.rettidig.feed.body.Row;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Rows as PostgreSQL's binary COPY takes them (documentation of COPY, "Binary Format"), each of the same length, encoded
 * once. They are written in the order of their pseudonyms: neighbours in the key's index then arrive together, which is
 * what makes loading in random order nearly as fast as loading in order.
 */
final class ObservationChunk {

    /** Rows a chunk can hold: 15 MB; the index in the low bits of {@link #order} needs 17 bits. */
    static final int MAXIMUM_ROWS = 1 << 17;

    private static final int INDEX_BITS = 17;
    private static final short COLUMNS = 9;
    private static final int ROW_BYTES =
            2 + (4 + 2) + (4 + 32) + (4 + 2) + (4 + 4) * 2 + (4 + 8) * 2 + (4 + 1) + (4 + 8);

    /** Offset of the pseudonym's bytes in an encoded row. */
    private static final int PSEUDONYM_AT = 2 + (4 + 2) + 4;

    /** Days and microseconds from 1970-01-01 to 2000-01-01, where PostgreSQL counts from. */
    static final int EPOCH_DAYS = 10_957;

    static final long EPOCH_MICROS = 946_684_800_000_000L;

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final long[] order;
    private int rows;

    ObservationChunk(int capacity) {
        this.bytes = new byte[capacity * ROW_BYTES];
        this.buffer = ByteBuffer.wrap(bytes);
        this.order = new long[capacity];
    }

    static int capacityFor(long rows) {
        return Math.clamp(rows, 16, MAXIMUM_ROWS);
    }

    boolean isFull() {
        return rows == order.length;
    }

    int rows() {
        return rows;
    }

    void clear() {
        rows = 0;
    }

    /** Adds a row whose pseudonym's bytes are given, so that they are copied out of the row only once. */
    void add(short municipality, byte[] pseudonym, Row row, int to, long delivery) {
        buffer.position(rows * ROW_BYTES);
        buffer.putShort(COLUMNS);
        buffer.putInt(2).putShort(municipality);
        buffer.putInt(32).put(pseudonym);
        buffer.putInt(2).putShort(row.indicator());
        buffer.putInt(4).putInt(row.from() - EPOCH_DAYS);
        buffer.putInt(4).putInt(to - EPOCH_DAYS);
        buffer.putInt(8).putLong(row.knownAt() - EPOCH_MICROS);
        buffer.putInt(8).putDouble(row.value());
        buffer.putInt(1).put((byte) (row.retracted() ? 1 : 0));
        buffer.putInt(8).putLong(delivery);
        long prefix = buffer.getLong(rows * ROW_BYTES + PSEUDONYM_AT);
        // Bytes compare unsigned: flipping the sign bit makes signed order the same. Equal prefixes stay in delivery
        // order.
        order[rows] = ((prefix ^ Long.MIN_VALUE) >> INDEX_BITS << INDEX_BITS) | rows;
        rows++;
    }

    /** Takes bytes of a COPY. */
    interface Target {
        void write(byte[] bytes, int from, int length) throws java.sql.SQLException;
    }

    /** Writes header, rows in order and trailer in blocks. */
    void writeTo(Target target) throws java.sql.SQLException {
        Arrays.sort(order, 0, rows);
        byte[] block = new byte[64 * 1024];
        System.arraycopy(HEADER, 0, block, 0, HEADER.length);
        int filled = HEADER.length;
        for (int n = 0; n < rows; n++) {
            if (filled + ROW_BYTES > block.length) {
                target.write(block, 0, filled);
                filled = 0;
            }
            int row = (int) (order[n] & (MAXIMUM_ROWS - 1));
            System.arraycopy(bytes, row * ROW_BYTES, block, filled, ROW_BYTES);
            filled += ROW_BYTES;
        }
        target.write(block, 0, filled);
        target.write(TRAILER, 0, TRAILER.length);
    }
}
