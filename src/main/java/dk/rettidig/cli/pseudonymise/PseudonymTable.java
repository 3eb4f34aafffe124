package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.CprNumber;
import dk.rettidig.pseudonym.Pseudonym;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pseudonyms by number, in plain arrays, up to a limit: a person who stands in many records is asked for once. Entries are
 * promised first and filled when the answer is there. For one thread at a time.
 */
final class PseudonymTable {

    /** Bytes that an entry takes: the pseudonym, and two places for its number at the least full. */
    private static final int BYTES_EACH = 64;

    private static final int PAGE = 4_096;
    private static final int FIRST_PLACES = 1 << 12;

    private final int limit;
    private int[] places = new int[FIRST_PLACES];
    private int[] indices = new int[FIRST_PLACES / 2];
    private final List<byte[]> pages = new ArrayList<>();
    private int size;

    PseudonymTable(int limit) {
        this.limit = limit;
    }

    /** A table that takes at most a quarter of the memory. */
    static PseudonymTable fitting(long memory) {
        return new PseudonymTable((int) Math.min(1 << 23, memory / 4 / BYTES_EACH));
    }

    /** The entry of a number, or -1. */
    int find(CprNumber number) {
        int entry = places[place(number.index())];
        return entry - 1;
    }

    /** Promises an entry to a number that has none; -1 when the table is full. */
    int promise(CprNumber number) {
        if (size == limit) {
            return -1;
        }
        if (size == indices.length) {
            grow();
        }
        if (size % PAGE == 0) {
            pages.add(new byte[PAGE * Pseudonym.LENGTH]);
        }
        indices[size] = number.index();
        places[place(number.index())] = size + 1;
        return size++;
    }

    private void grow() {
        indices = Arrays.copyOf(indices, indices.length * 2);
        places = new int[places.length * 2];
        for (int entry = 0; entry < size; entry++) {
            places[place(indices[entry])] = entry + 1;
        }
    }

    private int place(int index) {
        int mask = places.length - 1;
        int at = ((index * 0x9E3779B9) >>> 7) & mask;
        while (places[at] != 0 && indices[places[at] - 1] != index) {
            at = (at + 1) & mask;
        }
        return at;
    }

    void fill(int entry, Pseudonym pseudonym) {
        System.arraycopy(
                pseudonym.bytes(), 0, pages.get(entry / PAGE), entry % PAGE * Pseudonym.LENGTH, Pseudonym.LENGTH);
    }

    Pseudonym get(int entry) {
        int from = entry % PAGE * Pseudonym.LENGTH;
        return Pseudonym.of(Arrays.copyOfRange(pages.get(entry / PAGE), from, from + Pseudonym.LENGTH));
    }

    @Override
    public String toString() {
        return "PseudonymTable[" + size + " hidden]";
    }
}
