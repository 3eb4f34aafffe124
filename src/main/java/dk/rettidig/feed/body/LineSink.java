package dk.rettidig.feed.body;

import java.io.IOException;

/** Takes the lines of a body of NDJSON, each once, in order. */
interface LineSink {

    /** A line that is not empty: the bytes from one place to another, that one left out. */
    void take(byte[] bytes, int from, int to, long line) throws IOException, BodyRejected;

    /** A line longer than any row, in which no CPR number was found. */
    void tooLong(long line);
}
