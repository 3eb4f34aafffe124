package dk.rettidig.cli.feed;

import dk.rettidig.feed.Digest;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.SplittableRandom;

/**
 * The same rows twice: as the NDJSON a registry sends, and as the binary rows of PostgreSQL's COPY, in the same order.
 * Pseudonyms are random, so keys come in random order; every child has one row, except the repeats of the dirty file.
 */
final class IngestRows {

    private static final long SEED = 42;
    private static final String INDICATOR = "SCH_ABS_UNL";
    private static final short CODE = 201;
    private static final int EPOCH_DAYS = 10_957;
    private static final long EPOCH_SECONDS = 946_684_800L;

    /** One row in a hundred repeats an earlier one in the dirty file. */
    private static final int DIRTY_EVERY = 100;

    private final LocalDate from;
    private final LocalDate to;
    private final Instant knownAt;

    IngestRows(LocalDate today) {
        this.to = today.minusDays(20);
        this.from = to.minusDays(89);
        this.knownAt = Instant.parse(today.minusDays(10) + "T06:00:00Z");
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    /** Writes NDJSON; returns its digest. */
    Digest writeNdjson(Path file, long rows, boolean dirty) throws IOException {
        MessageDigest sha256 = sha256();
        SplittableRandom random = new SplittableRandom(SEED);
        String earlier = "";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (long row = 0; row < rows; row++) {
                String line = dirty && row % DIRTY_EVERY == DIRTY_EVERY - 1 ? earlier : line(random);
                earlier = line;
                byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
                sha256.update(bytes);
                out.write(bytes);
            }
        }
        return Digest.of(sha256.digest());
    }

    private String line(SplittableRandom random) {
        byte[] pseudonym = new byte[32];
        random.nextBytes(pseudonym);
        return "{\"pseudonym\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(pseudonym)
                + "\",\"indicator\":\"" + INDICATOR + "\",\"period_from\":\"" + from + "\",\"period_to\":\"" + to
                + "\",\"value\":" + random.nextInt(1_000) / 1_000.0 + ",\"known_at\":\"" + knownAt + "\"}\n";
    }

    /** Writes the clean rows in PostgreSQL's binary format. */
    void writeBinary(Path file, long rows) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.write(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0});
            out.writeLong(0);
            for (long row = 0; row < rows; row++) {
                binary(out, random);
            }
            out.writeShort(-1);
        }
    }

    private void binary(DataOutputStream out, SplittableRandom random) throws IOException {
        byte[] pseudonym = new byte[32];
        random.nextBytes(pseudonym);
        out.writeShort(9);
        out.writeInt(2);
        out.writeShort(999);
        out.writeInt(32);
        out.write(pseudonym);
        out.writeInt(2);
        out.writeShort(CODE);
        out.writeInt(4);
        out.writeInt((int) from.toEpochDay() - EPOCH_DAYS);
        out.writeInt(4);
        out.writeInt((int) to.toEpochDay() - EPOCH_DAYS);
        out.writeInt(8);
        out.writeLong((knownAt.getEpochSecond() - EPOCH_SECONDS) * 1_000_000);
        out.writeInt(8);
        out.writeDouble(random.nextInt(1_000) / 1_000.0);
        out.writeInt(1);
        out.writeByte(0);
        out.writeInt(8);
        out.writeLong(1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
