package dk.rettidig.scope;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A set of pseudonyms in primitives: open addressing over 32-byte keys, at most half full, so that 1.16 million children
 * take 134 MB at most and a look-up one cache line or two. Safe for use by many threads once filled.
 */
public final class ScopeSet {

    private static final int KEY_BYTES = 32;
    private static final int LEAST_SLOTS = 64;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final boolean everybody;
    private byte[] keys;
    private boolean[] taken;
    private int size;

    private ScopeSet(boolean everybody, int slots) {
        this.everybody = everybody;
        this.keys = new byte[slots * KEY_BYTES];
        this.taken = new boolean[slots];
    }

    /** A set that contains everybody: scope {@code population}, which exists for synthetic data only. */
    public static ScopeSet everybody() {
        return new ScopeSet(true, 1);
    }

    /** An empty set to be filled. */
    public static ScopeSet empty() {
        return new ScopeSet(false, LEAST_SLOTS);
    }

    /** Adds the pseudonym at this place; only while the set belongs to one thread. */
    public void add(byte[] buffer, int offset) {
        if (everybody) {
            throw new IllegalStateException("the set contains everybody");
        }
        if (size >= taken.length / 2) {
            grow();
        }
        int slot = find(buffer, offset);
        if (!taken[slot]) {
            System.arraycopy(buffer, offset, keys, slot * KEY_BYTES, KEY_BYTES);
            taken[slot] = true;
            size++;
        }
    }

    /** Whether the 32 bytes at this place are a pseudonym in scope. */
    public boolean contains(byte[] buffer, int offset) {
        return everybody || taken[find(buffer, offset)];
    }

    /** Number of children; empty when it is everybody, which nobody counted. */
    public OptionalInt size() {
        return everybody ? OptionalInt.empty() : OptionalInt.of(size);
    }

    /** The slot that holds the key, or the free one where it belongs. */
    private int find(byte[] buffer, int offset) {
        int slots = taken.length;
        // Pseudonyms are outputs of a keyed function whose key no registry has: their first bytes are hash enough.
        long mixed = (long) LONGS.get(buffer, offset) * 0x9E37_79B9_7F4A_7C15L;
        int slot = (int) (mixed >>> 33) & (slots - 1);
        while (taken[slot] && !same(slot, buffer, offset)) {
            slot = (slot + 1) & (slots - 1);
        }
        return slot;
    }

    private boolean same(int slot, byte[] buffer, int offset) {
        int at = slot * KEY_BYTES;
        return Arrays.equals(keys, at, at + KEY_BYTES, buffer, offset, offset + KEY_BYTES);
    }

    private void grow() {
        byte[] oldKeys = keys;
        boolean[] oldTaken = taken;
        keys = new byte[Math.multiplyExact(oldKeys.length, 2)];
        taken = new boolean[oldTaken.length * 2];
        for (int slot = 0; slot < oldTaken.length; slot++) {
            if (oldTaken[slot]) {
                int to = find(oldKeys, slot * KEY_BYTES);
                System.arraycopy(oldKeys, slot * KEY_BYTES, keys, to * KEY_BYTES, KEY_BYTES);
                taken[to] = true;
            }
        }
    }

    @Override
    public String toString() {
        return "ScopeSet[hidden]";
    }
}
