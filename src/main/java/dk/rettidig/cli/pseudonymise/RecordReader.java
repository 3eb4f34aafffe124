package dk.rettidig.cli.pseudonymise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a file into records without changing a byte: lines of NDJSON, or records of CSV (RFC 4180, also with line feeds inside
 * quotes). Strict UTF-8. Text after a closing quote and an unclosed quote end the run, because nobody can tell where the next
 * record begins.
 */
final class RecordReader implements AutoCloseable {

    /** Longest record, bytes. */
    static final int LONGEST = 1 << 20;

    /** In place of a delimiter: no quoting, every line feed ends a record. */
    static final int LINES = -1;

    private static final int BUFFER = 256 * 1024;

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private final InputStream in;
    private final int delimiter;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private byte[] buffer = new byte[BUFFER];
    private int start;
    private int at;
    private int end;
    private State state = State.FIELD_START;
    private long line = 1;
    private long nextLine = 1;
    private long offset;
    private byte[] record = {};

    RecordReader(InputStream in, int delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    /** Reads the next record; false at the end. */
    boolean next() throws IOException, InputRefused {
        start = at;
        line = nextLine;
        state = State.FIELD_START;
        while (at < end || fill()) {
            byte b = buffer[at++];
            if (delimiter == LINES ? b == '\n' : endsRecord(b)) {
                nextLine++;
                return finish();
            }
        }
        if (state == State.QUOTED) {
            throw broken("Et anførselstegn lukkes aldrig.", "A quote is never closed.");
        }
        return at > start && finish();
    }

    private boolean endsRecord(byte b) throws IOException, InputRefused {
        if (state == State.QUOTED) {
            if (b == '"') {
                state = State.CLOSED;
            } else if (b == '\n' || (b == '\r' && !followedByLineFeed())) {
                nextLine++;
            }
            return false;
        }
        if (b == '\n') {
            return true;
        }
        if (b == '\r') {
            if (followedByLineFeed()) {
                at++;
            }
            return true;
        }
        if (b == delimiter) {
            state = State.FIELD_START;
        } else if (b == '"' && state != State.PLAIN) {
            state = State.QUOTED;
        } else if (state == State.CLOSED) {
            throw broken("Der står tekst efter et lukkende anførselstegn.", "There is text after a closing quote.");
        } else if (!isByteOrderMark()) {
            state = State.PLAIN;
        }
        return false;
    }

    /** A quote directly behind the byte order mark still begins a field. */
    private boolean isByteOrderMark() {
        int length = at - start;
        return offset == 0 && length <= ByteOrderMark.LENGTH && ByteOrderMark.begins(buffer, start, length);
    }

    private boolean followedByLineFeed() throws IOException, InputRefused {
        return (at < end || fill()) && buffer[at] == '\n';
    }

    private boolean fill() throws IOException, InputRefused {
        int used = at - start;
        if (used > LONGEST) {
            throw broken(
                    "Rækken er længere end 1 MiB; måske lukkes et anførselstegn ikke.",
                    "The record is longer than 1 MiB; perhaps a quote is not closed.");
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
            at = used;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    private boolean finish() throws InputRefused {
        record = Arrays.copyOfRange(buffer, start, at);
        offset += record.length;
        checkUtf8();
        return true;
    }

    private void checkUtf8() throws InputRefused {
        int high = 0;
        for (byte b : record) {
            high |= b;
        }
        if (high >= 0) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(record);
        CoderResult result = decoder.reset().decode(bytes, CharBuffer.allocate(record.length), true);
        if (result.isError()) {
            long where = line;
            for (int i = 0; i < bytes.position(); i++) {
                where += record[i] == '\n' ? 1 : 0;
            }
            throw notUtf8(where);
        }
    }

    private static InputRefused notUtf8(long where) {
        return new InputRefused(
                "not_utf8",
                "Linje " + where + " er ikke UTF-8. Er filen gemt som Windows-1252, så omsæt den:"
                        + " iconv -f WINDOWS-1252 -t UTF-8 ind.csv > ud.csv",
                "Line " + where + " is not UTF-8. If the file was saved as Windows-1252, convert it:"
                        + " iconv -f WINDOWS-1252 -t UTF-8 in.csv > out.csv");
    }

    private InputRefused broken(String danish, String english) {
        return new InputRefused("csv_broken", "Linje " + line + ": " + danish, "Line " + line + ": " + english);
    }

    /** The record with its line end. */
    byte[] record() {
        return record;
    }

    /** The line on which it starts, from 1. */
    long line() {
        return line;
    }

    /** Bytes of the file up to the end of the record. */
    long offset() {
        return offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
