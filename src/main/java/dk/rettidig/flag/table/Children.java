package dk.rettidig.flag.table;

import dk.rettidig.pseudonym.Pseudonym;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers pseudonyms from 0 in the order they are first seen: an open-addressing table over 32-byte keys. The hash is
 * keyed afresh for every table (NH, Black et al., UMAC 1999), because a registry chooses the keys. Not safe for use by
 * several threads.
 */
public final class Children {

    /** What {@link #find} answers for a pseudonym that has no number. */
    public static final int ABSENT = -1;

    /** Most children in one table: far above any country's largest municipality, below the limit of an array. */
    public static final int MOST = 1 << 26;

    private static final int WORDS = 4;
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int FIRST_CAPACITY = 1 << 10;

    private final long[] key = new long[WORDS];
    private final List<long[]> chunks = new ArrayList<>();
    private int[] slots = new int[FIRST_CAPACITY];
    private int count;

    /** An empty table. */
    public Children(SecureRandom random) {
        for (int i = 0; i < WORDS; i++) {
            key[i] = random.nextLong();
        }
    }

    /** How many pseudonyms have a number. */
    public int count() {
        return count;
    }

    /** The number of the pseudonym in its four big-endian words, or {@link #ABSENT}. */
    public int find(long a, long b, long c, long d) {
        return slots[slotOf(a, b, c, d)] - 1;
    }

    /** The number of the pseudonym, or {@link #ABSENT}. */
    public int find(Pseudonym pseudonym) {
        ByteBuffer words = ByteBuffer.wrap(pseudonym.bytes());
        return find(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** The number of the pseudonym, a new one when it has none. */
    public int number(long a, long b, long c, long d) {
        int slot = slotOf(a, b, c, d);
        int found = slots[slot];
        if (found != 0) {
            return found - 1;
        }
        return enter(slot, a, b, c, d);
    }

    /** The number of the pseudonym, a new one when it has none. */
    public int number(Pseudonym pseudonym) {
        ByteBuffer words = ByteBuffer.wrap(pseudonym.bytes());
        return number(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** Writes the 32 bytes of the pseudonym with this number. */
    public void copyTo(int number, byte[] target) {
        long[] chunk = chunks.get(number >> CHUNK_BITS);
        int at = (number & CHUNK - 1) * WORDS;
        ByteBuffer.wrap(target)
                .putLong(chunk[at])
                .putLong(chunk[at + 1])
                .putLong(chunk[at + 2])
                .putLong(chunk[at + 3]);
    }

    /** The pseudonym with this number. */
    public Pseudonym pseudonym(int number) {
        byte[] bytes = new byte[Pseudonym.LENGTH];
        copyTo(number, bytes);
        return Pseudonym.of(bytes);
    }

    private int enter(int slot, long a, long b, long c, long d) {
        if (count == MOST) {
            throw new IllegalStateException("more than " + MOST + " children in one run");
        }
        if ((count & CHUNK - 1) == 0) {
            chunks.add(new long[CHUNK * WORDS]);
        }
        long[] chunk = chunks.getLast();
        int at = (count & CHUNK - 1) * WORDS;
        chunk[at] = a;
        chunk[at + 1] = b;
        chunk[at + 2] = c;
        chunk[at + 3] = d;
        count++;
        slots[slot] = count;
        if (count * 2L > slots.length) {
            grow();
        }
        return count - 1;
    }

    private int slotOf(long a, long b, long c, long d) {
        int mask = slots.length - 1;
        int slot = hash(a, b, c, d) & mask;
        while (slots[slot] != 0 && !holds(slots[slot] - 1, a, b, c, d)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean holds(int number, long a, long b, long c, long d) {
        long[] chunk = chunks.get(number >> CHUNK_BITS);
        int at = (number & CHUNK - 1) * WORDS;
        return chunk[at] == a && chunk[at + 1] == b && chunk[at + 2] == c && chunk[at + 3] == d;
    }

    private int hash(long a, long b, long c, long d) {
        long sum = (a + key[0]) * (b + key[1] | 1) + (c + key[2]) * (d + key[3] | 1);
        return (int) (sum ^ sum >>> 32);
    }

    private void grow() {
        int[] larger = new int[slots.length * 4];
        int mask = larger.length - 1;
        for (int number = 0; number < count; number++) {
            long[] chunk = chunks.get(number >> CHUNK_BITS);
            int at = (number & CHUNK - 1) * WORDS;
            int slot = hash(chunk[at], chunk[at + 1], chunk[at + 2], chunk[at + 3]) & mask;
            while (larger[slot] != 0) {
                slot = slot + 1 & mask;
            }
            larger[slot] = number + 1;
        }
        slots = larger;
    }

    @Override
    public String toString() {
        return "Children[" + count + "]";
    }
}
