package dk.rettidig.crash;

import dk.rettidig.feed.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.SplittableRandom;

/** NDJSON of at least so many bytes, of a child a row; never in memory but for a few rows. */
final class LargeBody {

    private static final long SEED = 42;
    private static final int ROWS_AT_ONCE = 256;

    private final long least;
    private final String day = Registry.today().minusDays(20).toString();
    private final Digest digest;
    private long bytes;
    private long rows;

    /** Makes it once, for its digest. */
    LargeBody(long least) throws IOException {
        this.least = least;
        try (Rows stream = new Rows()) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer, 0, buffer.length); read > 0; ) {
                sha256.update(buffer, 0, read);
                bytes += read;
                read = stream.read(buffer, 0, buffer.length);
            }
            digest = Digest.of(sha256.digest());
            rows = stream.made;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    long bytes() {
        return bytes;
    }

    long rows() {
        return rows;
    }

    Digest digest() {
        return digest;
    }

    /** The same bytes again. */
    InputStream stream() {
        return new Rows();
    }

    private final class Rows extends InputStream {

        private final SplittableRandom random = new SplittableRandom(SEED);
        private byte[] some = new byte[0];
        private int at;
        private long given;
        private long made;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == some.length && !more()) {
                return -1;
            }
            int read = Math.min(length, some.length - at);
            System.arraycopy(some, at, buffer, offset, read);
            at += read;
            given += read;
            return read;
        }

        private boolean more() {
            if (given >= least) {
                return false;
            }
            StringBuilder next = new StringBuilder();
            byte[] pseudonym = new byte[32];
            for (int i = 0; i < ROWS_AT_ONCE; i++) {
                random.nextBytes(pseudonym);
                next.append("{\"pseudonym\":\"")
                        .append(Base64.getUrlEncoder().withoutPadding().encodeToString(pseudonym))
                        .append("\",\"indicator\":\"SCH_ABS_UNL\",\"period_from\":\"")
                        .append(day)
                        .append("\",\"period_to\":\"")
                        .append(day)
                        .append("\",\"value\":0.")
                        .append(random.nextInt(1_000))
                        .append("}\n");
            }
            some = next.toString().getBytes(StandardCharsets.US_ASCII);
            at = 0;
            made += ROWS_AT_ONCE;
            return true;
        }
    }
}
