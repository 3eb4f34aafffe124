package dk.rettidig.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes canonical JSON (RFC 8785) as UTF-8 bytes: members in the order of their names' UTF-16 code units, no white space,
 * the shortest escapes. Takes what an entry can hold: texts, whole numbers within ±2^53, truth values, lists and maps whose
 * iteration order is already canonical. ADR 0051 says why it is our own and how it is held against the reference
 * implementation. Not safe for use by several threads.
 */
final class CanonicalJson {

    /** Largest whole number that RFC 8785 section 3.2.2.3 can write exactly (a double's integers). */
    private static final long LARGEST = 1L << 53;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** Enough for most entries without growing, bytes. */
    private static final int FIRST_CAPACITY = 512;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    /** What was written so far, copied. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Number of bytes written so far. */
    int length() {
        return length;
    }

    /** Writes characters of JSON itself; ASCII only. */
    CanonicalJson raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** Writes any value an entry can hold. */
    CanonicalJson value(Object value) {
        switch (value) {
            case String text -> text(text);
            case Long number -> number(number);
            case Boolean truth -> raw(truth.toString());
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> throw new IllegalArgumentException("an entry holds texts, numbers, truths, lists and groups");
        }
        return this;
    }

    private void number(long number) {
        if (number < -LARGEST || number > LARGEST) {
            throw new IllegalArgumentException("a number beyond 2^53 is written as text");
        }
        raw(Long.toString(number));
    }

    private void list(List<?> list) {
        raw("[");
        String separator = "";
        for (Object item : list) {
            raw(separator).value(item);
            separator = ",";
        }
        raw("]");
    }

    private void map(Map<?, ?> map) {
        raw("{");
        String previous = null;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            String name = (String) member.getKey();
            if (previous != null) {
                if (previous.compareTo(name) >= 0) {
                    throw new IllegalArgumentException("members come in order");
                }
                raw(",");
            }
            text(name).raw(":").value(member.getValue());
            previous = name;
        }
        raw("}");
    }

    /**
     * Writes a text with the escapes of RFC 8785 section 3.2.2.2.
     *
     * @throws IllegalArgumentException for a surrogate without its other half
     */
    CanonicalJson text(String text) {
        room(text.length() + 2);
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                room(1);
                bytes[length++] = (byte) c;
            } else if (c < 0x80) {
                escape(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
                i++;
                pair(c, text.charAt(i));
            } else {
                unicode(c);
            }
        }
        return raw("\"");
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> raw("\\\"");
            case '\\' -> raw("\\\\");
            case '\b' -> raw("\\b");
            case '\t' -> raw("\\t");
            case '\n' -> raw("\\n");
            case '\f' -> raw("\\f");
            case '\r' -> raw("\\r");
            case 0x7f -> put(c);
            default -> {
                raw("\\u00");
                put(HEX[c >> 4]);
                put(HEX[c & 15]);
            }
        }
    }

    private void unicode(char c) {
        if (Character.isSurrogate(c)) {
            throw new IllegalArgumentException("a text of an entry is valid Unicode");
        }
        if (c < 0x800) {
            put(0xc0 | (c >> 6));
        } else {
            put(0xe0 | (c >> 12));
            put(0x80 | ((c >> 6) & 0x3f));
        }
        put(0x80 | (c & 0x3f));
    }

    private void pair(char high, char low) {
        if (!Character.isLowSurrogate(low)) {
            throw new IllegalArgumentException("a text of an entry is valid Unicode");
        }
        int point = Character.toCodePoint(high, low);
        put(0xf0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3f));
        put(0x80 | ((point >> 6) & 0x3f));
        put(0x80 | (point & 0x3f));
    }

    private void put(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
