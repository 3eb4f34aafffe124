package dk.rettidig.feed.body;

import dk.rettidig.seal.KeyedHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tells for every row of a delivery whether its key came before, and with which value. The table holds a keyed 64-bit hash
 * of the key and the bits of the value, 16 bytes a row; beyond its bound it moves to disk in {@link Spill} and the answer
 * comes at the end. Among 15 million rows (2 GB) two keys share a hash with probability 6 in a million. Rows of all
 * children are treated alike, in scope or not. Not safe for use by several threads.
 */
final class Repeats implements AutoCloseable {

    /** Rows held in memory: 2^21 slots of 16 bytes, 32 MB, filled to at most three quarters. */
    static final int DEFAULT_SLOTS = 1 << 21;

    private static final int FIRST_SLOTS = 1 << 14;
    private static final int KEY_BYTES = 50;

    /** A NaN, which no value is: stands for "retracted". */
    private static final long RETRACTED = 0x7ff8_0000_dead_0000L;

    private final KeyedHash hash;
    private final long mask;
    private final int maximumSlots;
    private final Path directory;
    private final byte[] keyBytes = new byte[KEY_BYTES];
    private final ByteBuffer key = ByteBuffer.wrap(keyBytes);

    private long[] table = new long[FIRST_SLOTS * 2];
    private int size;
    private @Nullable Spill spill;

    Repeats(SecureRandom random, int maximumSlots, Path directory) {
        this.hash = KeyedHash.fresh(random);
        this.mask = random.nextLong();
        this.maximumSlots = maximumSlots;
        this.directory = directory;
    }

    /** What is known about a row when it comes. */
    enum Answer {
        /** Its key is new. */
        FIRST,
        /** The same key came with the same value. */
        REPEATED,
        /** The same key came with another value. */
        CONFLICTS,
        /** Known at the end only. */
        LATER
    }

    Answer look(Row row, long line) throws IOException {
        long hashed = hashOf(row);
        long value = (row.retracted ? RETRACTED : Double.doubleToRawLongBits(row.value)) ^ mask;
        Spill onDisk = spill;
        if (onDisk == null && size >= maximumSlots / 4 * 3) {
            onDisk = moveToDisk();
        }
        if (onDisk != null) {
            onDisk.add(hashed, value, line);
            return Answer.LATER;
        }
        return place(hashed, value);
    }

    private Answer place(long hashed, long value) {
        if (size >= table.length / 8 * 3) {
            grow();
        }
        int slot = slotOf(hashed, table.length);
        while (table[slot] != 0) {
            if (table[slot] == hashed) {
                return table[slot + 1] == value ? Answer.REPEATED : Answer.CONFLICTS;
            }
            slot = (slot + 2) & (table.length - 1);
        }
        table[slot] = hashed;
        table[slot + 1] = value;
        size++;
        return Answer.FIRST;
    }

    /** Answers what {@link Answer#LATER} left open. */
    void finish(LateAnswers answers) throws IOException {
        if (spill != null) {
            spill.finish(answers);
        }
    }

    /** Receives what turned out at the end. */
    interface LateAnswers {
        /** A row that was taken for good repeats an earlier one. */
        void repeated(long line);

        /** A row that was taken for good conflicts with an earlier one. */
        void conflicts(long line);
    }

    private Spill moveToDisk() throws IOException {
        Spill fresh = Spill.in(directory);
        spill = fresh;
        for (int slot = 0; slot < table.length; slot += 2) {
            if (table[slot] != 0) {
                fresh.add(table[slot], table[slot + 1], 0);
            }
        }
        table = new long[2];
        return fresh;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int slot = 0; slot < old.length; slot += 2) {
            if (old[slot] != 0) {
                int to = slotOf(old[slot], table.length);
                while (table[to] != 0) {
                    to = (to + 2) & (table.length - 1);
                }
                table[to] = old[slot];
                table[to + 1] = old[slot + 1];
            }
        }
    }

    /** The slot's index; a power-of-two table takes the low bits, the disk's partitions take the high ones. */
    static int slotOf(long hashed, int length) {
        return (int) (hashed << 1) & (length - 1);
    }

    private long hashOf(Row row) {
        row.copyPseudonym(keyBytes, 0);
        key.putShort(32, row.indicator);
        key.putInt(34, row.from);
        key.putInt(38, row.to);
        key.putLong(42, row.knownAt);
        long hashed = hash.hash64(keyBytes);
        // Zero marks an empty slot.
        return hashed == 0 ? 1 : hashed;
    }

    @Override
    public void close() throws IOException {
        if (spill != null) {
            spill.close();
        }
        hash.destroy();
    }
}
