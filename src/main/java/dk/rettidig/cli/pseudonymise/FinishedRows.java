package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.Pseudonym;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** Reads an output beside its input: each row must be the input's, with a pseudonym in the number's place. */
final class FinishedRows implements AutoCloseable {

    private static final String PLACEHOLDER = "A".repeat(Pseudonym.TEXT_LENGTH);

    private final InputStream in;
    private final MessageDigest digest = Sha256.fresh();

    FinishedRows(Path output) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(output), 1 << 16);
    }

    /**
     * Reads the row's counterpart.
     *
     * @return the bytes; empty when they are not the row's
     */
    Optional<byte[]> matching(Row row) throws IOException {
        byte[] expected = row.output(PLACEHOLDER);
        byte[] found = in.readNBytes(expected.length);
        digest.update(found);
        if (row instanceof Row.Good good) {
            boolean same = found.length == expected.length
                    && Arrays.equals(found, 0, good.before().length, good.before(), 0, good.before().length)
                    && Arrays.equals(
                            found,
                            found.length - good.after().length,
                            found.length,
                            good.after(),
                            0,
                            good.after().length);
            return same ? Optional.of(found) : Optional.empty();
        }
        return Arrays.equals(found, expected) ? Optional.of(found) : Optional.empty();
    }

    /** The pseudonym that stands in the bytes of a row; empty when there is none. */
    static Optional<Pseudonym> pseudonym(Row.Good row, byte[] found) {
        int from = row.before().length;
        try {
            return Optional.of(Pseudonym.parse(
                    new String(found, from, Pseudonym.TEXT_LENGTH, java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    boolean atEnd() throws IOException {
        return in.read() < 0;
    }

    /** Over what was read so far; can be fed on. */
    MessageDigest digest() {
        return digest;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
