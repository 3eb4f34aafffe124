package dk.rettidig.cli.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows into a table by binary COPY (PostgreSQL manual, COPY, "Binary Format"). */
final class CopyRows implements AutoCloseable {

    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int CHUNK = 1 << 16;

    private final Connection connection;
    private final CopyIn copy;
    private final int columns;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * CHUNK);

    /** Takes the connection over. */
    CopyRows(Connection connection, String target, int columns) throws SQLException {
        this.connection = connection;
        this.columns = columns;
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin (format binary)");
        buffer.writeBytes(HEADER);
    }

    CopyRows row() throws SQLException {
        if (buffer.size() >= CHUNK) {
            flush();
        }
        buffer.write(columns >> 8);
        buffer.write(columns);
        return this;
    }

    CopyRows number(long value) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    CopyRows small(int value) {
        return bytes(ByteBuffer.allocate(Short.BYTES).putShort((short) value).array());
    }

    CopyRows bytes(byte[] value) {
        buffer.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        buffer.writeBytes(value);
        return this;
    }

    void end() throws SQLException {
        buffer.write(0xff);
        buffer.write(0xff);
        flush();
        copy.endCopy();
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
        buffer.reset();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
