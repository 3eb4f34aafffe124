package dk.rettidig.feed.body;

import dk.rettidig.feed.Digest;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.RowCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;

/**
 * Reads a body to its end: every byte on the wire goes into the digest, every row is held against the rules, each good row
 * reaches the sink once. Nothing counts before {@link #read} returned.
 */
public final class BodyReader {

    private static final int DRAIN_BYTES = 64 * 1024;

    private final BodyLimits limits;
    private final SecureRandom random;
    private final Path spillDirectory;
    private final int repeatSlots;

    /** A reader that keeps spilled hashes of large bodies in this directory. */
    public BodyReader(BodyLimits limits, SecureRandom random, Path spillDirectory) {
        this(limits, random, spillDirectory, Repeats.DEFAULT_SLOTS);
    }

    BodyReader(BodyLimits limits, SecureRandom random, Path spillDirectory, int repeatSlots) {
        this.limits = limits;
        this.random = random;
        this.spillDirectory = spillDirectory;
        this.repeatSlots = repeatSlots;
    }

    /** The formats of a body. */
    public enum Format {
        NDJSON,
        CSV
    }

    /**
     * What the body must be.
     *
     * @param gzip whether the bytes on the wire are gzip
     * @param rows number of rows that the note names
     * @param sha256 digest over the bytes on the wire that the note names
     */
    public record Expected(Format format, boolean gzip, long rows, Digest sha256) {}

    /**
     * Reads everything.
     *
     * @throws BodyRejected when the whole body is rejected; what the sink took must then be forgotten
     * @throws IOException when the sink or the disk fails
     */
    public Tally read(InputStream wire, Expected expected, RowRules rules, RowSink sink)
            throws IOException, BodyRejected {
        WireStream measured = new WireStream(wire, limits.wireBytes());
        try (Repeats repeats = new Repeats(random, repeatSlots, spillDirectory)) {
            Counting counting = new Counting(repeats, sink);
            PlainStream plain = PlainStream.of(measured, expected.gzip(), limits);
            switch (expected.format()) {
                case NDJSON -> new NdjsonReader(plain, new NdjsonLine(rules, counting)).read();
                case CSV -> new CsvBody(plain, rules, counting).read();
            }
            drain(measured);
            check(measured, expected, counting.rows);
            repeats.finish(counting);
            return counting.tally(measured.count());
        } catch (Rejection rejection) {
            throw rejection.rejected();
        }
    }

    /**
     * Reads a body of notifications, which is NDJSON.
     *
     * @throws BodyRejected when the whole body is rejected
     * @throws IOException when the connection fails
     */
    public NotificationBody readNotifications(InputStream wire, Expected expected, RowRules rules)
            throws IOException, BodyRejected {
        WireStream measured = new WireStream(wire, limits.wireBytes());
        NotificationBody.Gathering gathering = new NotificationBody.Gathering();
        try {
            PlainStream plain = PlainStream.of(measured, expected.gzip(), limits);
            new NdjsonReader(plain, new NotificationLine(rules, gathering)).read();
            drain(measured);
            check(measured, expected, gathering.found());
            return gathering.body(measured.count());
        } catch (Rejection rejection) {
            throw rejection.rejected();
        }
    }

    private static void drain(WireStream wire) throws IOException {
        byte[] rest = new byte[DRAIN_BYTES];
        while (wire.read(rest, 0, rest.length) >= 0) {
            // What follows the last row belongs to the digest too.
        }
    }

    private static void check(WireStream wire, Expected expected, long rows) throws BodyRejected {
        if (!MessageDigest.isEqual(wire.digest(), expected.sha256().bytes())) {
            throw new BodyRejected(FeedErrorCode.DIGEST_MISMATCH);
        }
        if (rows != expected.rows()) {
            throw new BodyRejected(
                    FeedErrorCode.ROW_COUNT_MISMATCH, Map.of("expected_rows", expected.rows(), "found_rows", rows));
        }
    }

    /** Counts rows and gives each good one to the sink once. */
    private static final class Counting implements RowStream, Repeats.LateAnswers {

        private final Repeats repeats;
        private final RowSink sink;
        private final Quarantine quarantine = new Quarantine();
        private long rows;
        private long valid;
        private long repeated;
        private boolean spilled;

        Counting(Repeats repeats, RowSink sink) {
            this.repeats = repeats;
            this.sink = sink;
        }

        @Override
        public void good(Row row, long line) throws IOException {
            rows++;
            switch (repeats.look(row, line)) {
                case FIRST -> take(row);
                case REPEATED -> repeated++;
                case CONFLICTS -> quarantine.add(line, RowCode.CONFLICTS);
                case LATER -> {
                    spilled = true;
                    take(row);
                }
            }
        }

        private void take(Row row) throws IOException {
            valid++;
            sink.take(row);
        }

        @Override
        public void bad(long line, RowCode code) {
            rows++;
            quarantine.add(line, code);
        }

        @Override
        public void repeated(long line) {
            valid--;
            repeated++;
        }

        @Override
        public void conflicts(long line) {
            valid--;
            quarantine.add(line, RowCode.CONFLICTS);
        }

        Tally tally(long wireBytes) {
            return new Tally(valid, repeated, quarantine, wireBytes, spilled);
        }
    }
}
