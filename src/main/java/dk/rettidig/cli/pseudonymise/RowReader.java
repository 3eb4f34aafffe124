package dk.rettidig.cli.pseudonymise;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Reads a file's rows one after the other and remembers the digest of what it read. */
final class RowReader implements AutoCloseable {

    private final Layout layout;
    private final RecordReader records;
    private final MessageDigest digest = Sha256.fresh();
    private boolean first = true;
    private boolean atFirst;
    private Row row = new Row.Kept(new byte[0]);

    RowReader(Path file, Layout layout) throws IOException {
        this.layout = layout;
        InputStream in = Files.newInputStream(file);
        this.records = new RecordReader(
                new FilterInputStream(in) {
                    @Override
                    public int read(byte[] target, int from, int length) throws IOException {
                        int read = super.read(target, from, length);
                        digest.update(target, from, Math.max(0, read));
                        return read;
                    }
                },
                layout.delimiter());
    }

    /** Reads the next row; false at the end. */
    boolean next() throws IOException, InputRefused {
        if (!records.next()) {
            return false;
        }
        row = layout.read(records.record(), records.line(), first);
        atFirst = first;
        first = false;
        return true;
    }

    /** The row that {@link #next} read. */
    Row row() {
        return row;
    }

    /** What the row says in a column. */
    Optional<String> text(String column) {
        return layout.text(records.record(), atFirst, column);
    }

    long line() {
        return records.line();
    }

    /** Bytes up to the end of the row. */
    long offset() {
        return records.offset();
    }

    /** SHA-256 of the whole file, once all of it was read. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
