package dk.rettidig.verifier;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds names by their bytes without making a string for each entry, and collects the running counts of one bundle after the
 * other. One for each thread. Raw bytes serve as identity, since canonical JSON has one spelling for each name.
 */
final class NameTable {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Names kept from bundle to bundle before all are forgotten; bounds memory, not correctness. */
    private static final int MAX_NAMES = 1 << 16;
    /** Odd, and with bits all over (the golden ratio); one multiplication for eight bytes. */
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private static final int FIRST_CAPACITY = 1 << 10;

    private @Nullable Slot[] slots = new Slot[FIRST_CAPACITY];
    private int used;
    private RunningCounts.Part part = new RunningCounts.Part();
    private long bundle;

    private static final class Slot {
        private final byte[] name;
        private final long hash;
        private RunningCounts.@Nullable Run run;
        private long bundle;

        private Slot(byte[] name, long hash) {
            this.name = name;
            this.hash = hash;
        }
    }

    /** Starts the next bundle. */
    RunningCounts.Part begin() {
        if (used > MAX_NAMES) {
            slots = new Slot[FIRST_CAPACITY];
            used = 0;
        }
        bundle++;
        part = new RunningCounts.Part();
        return part;
    }

    /** Counts an entry of this name, which is followed by {@link Canonical#SLACK} readable bytes. */
    void add(byte[] bytes, int from, int to, long count, long index) {
        Slot slot = find(bytes, from, to);
        if (slot.run == null || slot.bundle != bundle) {
            slot.run = part.begin(new String(slot.name, StandardCharsets.UTF_8), count, index);
            slot.bundle = bundle;
        } else {
            slot.run.next(count, index);
        }
    }

    private Slot find(byte[] bytes, int from, int to) {
        long hash = hash(bytes, from, to);
        int i = (int) (hash >>> 40) & (slots.length - 1);
        for (Slot slot = slots[i]; slot != null; slot = slots[i]) {
            if (slot.hash == hash && Arrays.equals(slot.name, 0, slot.name.length, bytes, from, to)) {
                return slot;
            }
            i = (i + 1) & (slots.length - 1);
        }
        Slot made = new Slot(Arrays.copyOfRange(bytes, from, to), hash);
        slots[i] = made;
        used++;
        if (used * 2 > slots.length) {
            grow();
        }
        return made;
    }

    private void grow() {
        @Nullable Slot[] old = slots;
        slots = new Slot[old.length * 2];
        for (Slot slot : old) {
            if (slot != null) {
                int i = (int) (slot.hash >>> 40) & (slots.length - 1);
                while (slots[i] != null) {
                    i = (i + 1) & (slots.length - 1);
                }
                slots[i] = slot;
            }
        }
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        for (int i = from; i < to; i += Long.BYTES) {
            int rest = to - i;
            long eight = (long) LONGS.get(bytes, i);
            long kept = rest >= Long.BYTES ? eight : eight & ((1L << (rest * Byte.SIZE)) - 1);
            hash = (hash ^ kept) * MIX;
            hash ^= hash >>> 32;
        }
        return hash * MIX;
    }
}
