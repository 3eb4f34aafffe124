package dk.rettidig.feed.body;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keyed hashes of a large delivery's rows on disk, parted by their high bits so that each part fits in memory. The hash's
 * key and the mask over values live in memory only, so what lies on disk says nothing to anybody. Files disappear with
 * the delivery, also when the process dies (they are unlinked when opened, where the platform can).
 */
final class Spill implements AutoCloseable {

    /** 64 parts: 60 million rows (8 GB) make parts of a million, 16 MB each in memory. */
    private static final int PARTS = 64;

    private static final int PART_SHIFT = 58;
    private static final int ENTRY_BYTES = 24;
    private static final int BUFFER_ENTRIES = 512;

    private final FileChannel[] channels;
    private final ByteBuffer[] buffers;
    private final long[] counts = new long[PARTS];

    private Spill(FileChannel[] channels, ByteBuffer[] buffers) {
        this.channels = channels;
        this.buffers = buffers;
    }

    static Spill in(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel[] channels = new FileChannel[PARTS];
        ByteBuffer[] buffers = new ByteBuffer[PARTS];
        for (int part = 0; part < PARTS; part++) {
            Path file = Files.createTempFile(directory, "repeats", ".part");
            channels[part] = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            buffers[part] = ByteBuffer.allocate(ENTRY_BYTES * BUFFER_ENTRIES);
        }
        return new Spill(channels, buffers);
    }

    void add(long hashed, long value, long line) throws IOException {
        int part = (int) (hashed >>> PART_SHIFT);
        ByteBuffer buffer = buffers[part];
        buffer.putLong(hashed).putLong(value).putLong(line);
        counts[part]++;
        if (!buffer.hasRemaining()) {
            flush(part);
        }
    }

    private void flush(int part) throws IOException {
        ByteBuffer buffer = buffers[part].flip();
        while (buffer.hasRemaining()) {
            channels[part].write(buffer);
        }
        buffer.clear();
    }

    void finish(Repeats.LateAnswers answers) throws IOException {
        for (int part = 0; part < PARTS; part++) {
            flush(part);
            answer(part, answers);
        }
    }

    /** The entries of a part are in the order of the delivery: the first of a key is the one that counts. */
    private void answer(int part, Repeats.LateAnswers answers) throws IOException {
        long[] table = new long[tableLength(counts[part])];
        channels[part].position(0);
        ByteBuffer buffer = buffers[part].clear();
        for (long left = counts[part]; left > 0; left--) {
            if (left == counts[part] || !buffer.hasRemaining()) {
                fill(part, buffer);
            }
            place(table, buffer.getLong(), buffer.getLong(), buffer.getLong(), answers);
        }
    }

    private static void place(long[] table, long hashed, long value, long line, Repeats.LateAnswers answers) {
        int slot = Repeats.slotOf(hashed, table.length);
        while (table[slot] != 0) {
            if (table[slot] == hashed) {
                if (table[slot + 1] == value) {
                    answers.repeated(line);
                } else {
                    answers.conflicts(line);
                }
                return;
            }
            slot = (slot + 2) & (table.length - 1);
        }
        table[slot] = hashed;
        table[slot + 1] = value;
    }

    private void fill(int part, ByteBuffer buffer) throws IOException {
        buffer.clear();
        while (buffer.position() % ENTRY_BYTES != 0 || buffer.position() == 0) {
            if (channels[part].read(buffer) < 0) {
                throw new IOException("a part of the spilled hashes is shorter than written");
            }
        }
        buffer.flip();
    }

    private static int tableLength(long entries) {
        long slots = Math.max(2, Long.highestOneBit(entries * 2) * 2);
        return Math.toIntExact(slots * 2);
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : channels) {
            channel.close();
        }
    }
}
