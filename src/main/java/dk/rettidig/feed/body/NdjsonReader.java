package dk.rettidig.feed.body;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits a body into lines (LF; a CR before it is white space of JSON) and gives each to a {@link LineSink}. Empty lines
 * are skipped but counted in line numbers; a byte order mark at the start is dropped. Holds one buffer.
 */
final class NdjsonReader {

    /** Longest line, bytes: a row with every field takes 250. */
    static final int MAXIMUM_LINE_BYTES = 16_384;

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream input;
    private final LineSink lines;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int start;
    private int end;
    private long line = 1;
    private @Nullable LongLine tooLong;

    NdjsonReader(InputStream input, LineSink lines) {
        this.input = input;
        this.lines = lines;
    }

    void read() throws IOException, BodyRejected {
        boolean more = true;
        boolean first = true;
        while (more) {
            more = fill();
            if (first && end - start >= BYTE_ORDER_MARK.length) {
                skipByteOrderMark();
                first = false;
            }
            takeLines();
            takeLongPiece();
        }
        if (start < end || tooLong != null) {
            take(end);
        }
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int read = input.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }

    private void skipByteOrderMark() {
        if (java.util.Arrays.equals(buffer, start, start + 3, BYTE_ORDER_MARK, 0, 3)) {
            start += BYTE_ORDER_MARK.length;
        }
    }

    private void takeLines() throws IOException, BodyRejected {
        int at = start;
        while (at < end) {
            if (buffer[at] == '\n') {
                take(at);
                start = at + 1;
                line++;
            }
            at++;
        }
    }

    private void take(int lineEnd) throws IOException, BodyRejected {
        LongLine current = tooLong;
        if (current == null && lineEnd - start > MAXIMUM_LINE_BYTES) {
            current = new LongLine(line);
        }
        if (current != null) {
            current.piece(buffer, start, lineEnd);
            current.end();
            lines.tooLong(line);
            tooLong = null;
        } else if (lineEnd > start) {
            lines.take(buffer, start, lineEnd, line);
        }
    }

    /** What is left holds no line feed: kept while it can be a row, thrown away when it cannot. */
    private void takeLongPiece() throws BodyRejected {
        if (tooLong == null && end - start > MAXIMUM_LINE_BYTES) {
            tooLong = new LongLine(line);
        }
        if (tooLong != null) {
            tooLong.piece(buffer, start, end);
            start = end;
        }
    }
}
