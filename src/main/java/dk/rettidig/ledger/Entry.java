package dk.rettidig.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An entry of the log: its place and its canonical bytes. Immutable. */
public final class Entry {

    private final long index;
    private final byte[] bytes;

    /** The entry at this index, from 0, with a copy of these bytes. */
    public Entry(long index, byte[] bytes) {
        this.index = index;
        this.bytes = bytes.clone();
    }

    /** Its place in the log, from 0. */
    public long index() {
        return index;
    }

    /** Its canonical bytes, copied; the leaf is hashed over exactly these. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Its canonical JSON. */
    public String json() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && index == entry.index && Arrays.equals(bytes, entry.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(index);
    }

    @Override
    public String toString() {
        return "Entry[" + index + "]";
    }
}
