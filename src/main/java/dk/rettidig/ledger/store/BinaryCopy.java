package dk.rettidig.ledger.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by {@code COPY ... (FORMAT binary)} (PostgreSQL manual, COPY, "Binary Format"). */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    /** Bytes gathered before they are handed to the driver. */
    private static final int CHUNK = 64 * 1024;

    private final CopyIn copy;
    private final int columns;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * CHUNK);

    private BinaryCopy(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
    }

    static BinaryCopy into(Connection connection, String target, int columns) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin (format binary)");
        BinaryCopy rows = new BinaryCopy(copy, columns);
        rows.buffer.writeBytes(SIGNATURE);
        rows.integer(0); // no flags
        rows.integer(0); // no header extension
        return rows;
    }

    BinaryCopy row() throws SQLException {
        if (buffer.size() >= CHUNK) {
            flush();
        }
        buffer.write(columns >> 8);
        buffer.write(columns);
        return this;
    }

    BinaryCopy number(long value) {
        integer(Long.BYTES);
        buffer.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    BinaryCopy bytes(byte[] value) {
        integer(value.length);
        buffer.writeBytes(value);
        return this;
    }

    /** Ends the copy; without it {@link #close()} cancels. */
    void end() throws SQLException {
        buffer.write(0xff); // the trailer: a field count of -1
        buffer.write(0xff);
        flush();
        copy.endCopy();
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
        buffer.reset();
    }

    private void integer(int value) {
        buffer.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
