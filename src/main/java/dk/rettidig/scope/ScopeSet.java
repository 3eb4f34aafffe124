package dk.rettidig.scope;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A set of pseudonyms in primitives: open addressing over 32-byte keys, at most half full, so that 1.16 million children
 * take 134 MB at most and a look-up one cache line or two. Of a source with a domain of its own the keys are what the source
 * calls the children, and each has the child's pseudonym here beside it. Safe for use by many threads once filled.
 */
public final class ScopeSet {

    private static final int KEY_BYTES = 32;
    private static final int LEAST_SLOTS = 64;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final boolean everybody;
    private final boolean named;
    private byte[] keys;
    private byte[] names;
    private boolean[] taken;
    private int size;

    private ScopeSet(boolean everybody, boolean named, int slots) {
        this.everybody = everybody;
        this.named = named;
        this.keys = new byte[slots * KEY_BYTES];
        this.names = new byte[named ? slots * KEY_BYTES : 0];
        this.taken = new boolean[slots];
    }

    /** A set that contains everybody: scope {@code population}, which exists for synthetic data only. */
    public static ScopeSet everybody() {
        return new ScopeSet(true, false, 1);
    }

    /** An empty set to be filled. */
    public static ScopeSet empty() {
        return new ScopeSet(false, false, LEAST_SLOTS);
    }

    /** An empty set to be filled with what a source calls each child. */
    public static ScopeSet ofSource() {
        return new ScopeSet(false, true, LEAST_SLOTS);
    }

    /** Adds the pseudonym at this place; only while the set belongs to one thread. */
    public void add(byte[] buffer, int offset) {
        if (everybody || named) {
            throw new IllegalStateException("the set contains everybody, or needs a name for each");
        }
        slotOf(buffer, offset);
    }

    /** Adds a child of a source; of two with the same name there the last stays. */
    public void add(byte[] atSource, byte[] here) {
        if (!named) {
            throw new IllegalStateException("the set is no source's");
        }
        int slot = slotOf(atSource, 0);
        System.arraycopy(here, 0, names, slot * KEY_BYTES, KEY_BYTES);
    }

    private int slotOf(byte[] buffer, int offset) {
        if (size >= taken.length / 2) {
            grow();
        }
        int slot = find(buffer, offset);
        if (!taken[slot]) {
            System.arraycopy(buffer, offset, keys, slot * KEY_BYTES, KEY_BYTES);
            taken[slot] = true;
            size++;
        }
        return slot;
    }

    /**
     * Whether the 32 bytes at this place are a child in scope. What a source calls a child becomes the child's pseudonym here.
     */
    public boolean admit(byte[] buffer, int offset) {
        if (everybody) {
            return true;
        }
        int slot = find(buffer, offset);
        if (taken[slot] && named) {
            System.arraycopy(names, slot * KEY_BYTES, buffer, offset, KEY_BYTES);
        }
        return taken[slot];
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
        byte[] oldNames = names;
        boolean[] oldTaken = taken;
        keys = new byte[Math.multiplyExact(oldKeys.length, 2)];
        names = new byte[oldNames.length * 2];
        taken = new boolean[oldTaken.length * 2];
        for (int slot = 0; slot < oldTaken.length; slot++) {
            if (oldTaken[slot]) {
                int to = find(oldKeys, slot * KEY_BYTES);
                System.arraycopy(oldKeys, slot * KEY_BYTES, keys, to * KEY_BYTES, KEY_BYTES);
                if (named) {
                    System.arraycopy(oldNames, slot * KEY_BYTES, names, to * KEY_BYTES, KEY_BYTES);
                }
                taken[to] = true;
            }
        }
    }

    @Override
    public String toString() {
        return "ScopeSet[hidden]";
    }
}
