package dk.rettidig.flag.store;

import dk.rettidig.flag.RunInputs;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Takes PostgreSQL's binary COPY stream of observations apart (PostgreSQL manual, COPY, "Binary Format") and hands each row
 * on as primitives: no object for a row. Columns: pseudonym, indicator, period_from, period_to, value, known_at, retracted.
 */
final class CopyDecoder extends OutputStream {

    private static final int SIGNATURE_BYTES = 11;
    private static final int HEADER_BYTES = SIGNATURE_BYTES + 8;
    private static final int COLUMNS = 7;

    /** A row: number of columns, then length and bytes of each. */
    private static final int ROW_BYTES = 2 + (4 + 32) + (4 + 2) + (4 + 4) + (4 + 4) + (4 + 8) + (4 + 8) + (4 + 1);

    /** Where each column begins, with its length. */
    private static final int INDICATOR = 38;

    private static final int FROM = INDICATOR + 6;
    private static final int TO = FROM + 8;
    private static final int VALUE = TO + 8;
    private static final int KNOWN_AT = VALUE + 12;
    private static final int RETRACTED = KNOWN_AT + 12;

    /** PostgreSQL counts days and microseconds from 2000-01-01. */
    private static final int EPOCH_DAYS = 10_957;

    private static final long EPOCH_MICROS = EPOCH_DAYS * 86_400_000_000L;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private final RunInputs.Rows rows;
    private final byte[] rest = new byte[ROW_BYTES];
    private int restLength;
    private int header = HEADER_BYTES;
    private long count;

    CopyDecoder(RunInputs.Rows rows) {
        this.rows = rows;
    }

    /** Rows handed on so far. */
    long count() {
        return count;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        int skipped = Math.min(header, length);
        header -= skipped;
        at += skipped;
        while (restLength > 0 && at < end) {
            rest[restLength++] = bytes[at++];
            if (restLength == ROW_BYTES) {
                row(rest, 0);
                restLength = 0;
            }
        }
        while (end - at >= ROW_BYTES) {
            row(bytes, at);
            at += ROW_BYTES;
        }
        if (at < end) {
            System.arraycopy(bytes, at, rest, restLength, end - at);
            restLength += end - at;
        }
    }

    /** After the last row stands the number of columns -1 and nothing else. */
    @Override
    public void close() throws IOException {
        if (header != 0 || restLength != 2 || (short) SHORT.get(rest, 0) != -1) {
            throw new IOException("the copy of observations ended early");
        }
    }

    private void row(byte[] bytes, int at) throws IOException {
        if ((short) SHORT.get(bytes, at) != COLUMNS || (int) INT.get(bytes, at + 2) != 32) {
            throw new IOException("the copy of observations has another form");
        }
        rows.row(
                (long) LONG.get(bytes, at + 6),
                (long) LONG.get(bytes, at + 14),
                (long) LONG.get(bytes, at + 22),
                (long) LONG.get(bytes, at + 30),
                (short) SHORT.get(bytes, at + INDICATOR + 4),
                (int) INT.get(bytes, at + FROM + 4) + EPOCH_DAYS,
                (int) INT.get(bytes, at + TO + 4) + EPOCH_DAYS,
                Double.longBitsToDouble((long) LONG.get(bytes, at + VALUE + 4)),
                (long) LONG.get(bytes, at + KNOWN_AT + 4) + EPOCH_MICROS,
                bytes[at + RETRACTED + 4] != 0);
        count++;
    }
}
