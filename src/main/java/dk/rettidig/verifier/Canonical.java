package dk.rettidig.verifier;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over JSON and refuses every byte that RFC 8785 would have written otherwise: white space, keys not sorted by UTF-16
 * code units or repeated, needless escapes, numbers not in ECMAScript's form, bytes that are not UTF-8. Works on the bytes
 * themselves, eight at a time within strings, because it runs over every byte of the record. Not for several threads.
 */
class Canonical {

    /** Bytes that must be readable after the end of the text, for reading eight at a time. */
    static final int SLACK = 8;

    /** Deepest nesting; honest entries have less than ten levels, and each takes a stack frame. */
    private static final int MAX_DEPTH = 64;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final String ESCAPES = "\"\\bfnrt";
    private static final String ESCAPED = "\"\\\b\f\n\r\t";

    private byte[] bytes = new byte[SLACK];
    private int at;
    private int end;

    /** Whether these bytes are one canonical JSON value and nothing else. */
    static boolean check(byte[] text) {
        Canonical canonical = new Canonical();
        canonical.start(Arrays.copyOf(text, text.length + SLACK), 0, text.length);
        try {
            canonical.value(0);
            return canonical.at == canonical.end;
        } catch (NotCanonicalException e) {
            return false;
        }
    }

    /** Starts at the first byte of a text that is followed by {@link #SLACK} readable bytes. */
    final void start(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
    }

    final byte[] bytes() {
        return bytes;
    }

    final int at() {
        return at;
    }

    final int end() {
        return end;
    }

    /** Steps over these bytes, which must come next. */
    final void literal(byte[] expected) throws NotCanonicalException {
        if (!skips(expected)) {
            throw NotCanonicalException.INSTANCE;
        }
    }

    /** Steps over these bytes if they come next. */
    final boolean skips(byte[] expected) {
        int next = at + expected.length;
        if (next > end || !Arrays.equals(bytes, at, next, expected, 0, expected.length)) {
            return false;
        }
        at = next;
        return true;
    }

    final int peek() throws NotCanonicalException {
        if (at >= end) {
            throw NotCanonicalException.INSTANCE;
        }
        return bytes[at];
    }

    final void take(int expected) throws NotCanonicalException {
        if (peek() != expected) {
            throw NotCanonicalException.INSTANCE;
        }
        at++;
    }

    /** Steps over any value. */
    final void value(int depth) throws NotCanonicalException {
        switch (peek()) {
            case '"' -> string();
            case '{' -> object(depth);
            case '[' -> array(depth);
            case 't' -> literal(TRUE);
            case 'f' -> literal(FALSE);
            case 'n' -> literal(NULL);
            default -> number();
        }
    }

    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Called after each key and colon of an object, with the key's bytes; steps over the value. */
    void member(int keyFrom, int keyTo, int depth) throws NotCanonicalException {
        value(depth);
    }

    /** Steps over an object. */
    final void object(int depth) throws NotCanonicalException {
        deeper(depth);
        take('{');
        if (peek() == '}') {
            at++;
            return;
        }
        int previousFrom = -1;
        int previousTo = -1;
        boolean previousPlain = true;
        while (true) {
            int from = at + 1;
            boolean plain = string();
            int to = at - 1;
            if (previousFrom >= 0 && !ascending(previousFrom, previousTo, from, to, plain && previousPlain)) {
                throw NotCanonicalException.INSTANCE;
            }
            take(':');
            member(from, to, depth + 1);
            if (peek() == '}') {
                at++;
                return;
            }
            take(',');
            previousFrom = from;
            previousTo = to;
            previousPlain = plain;
        }
    }

    private void array(int depth) throws NotCanonicalException {
        deeper(depth);
        take('[');
        if (peek() == ']') {
            at++;
            return;
        }
        while (true) {
            value(depth + 1);
            if (peek() == ']') {
                at++;
                return;
            }
            take(',');
        }
    }

    private static void deeper(int depth) throws NotCanonicalException {
        if (depth >= MAX_DEPTH) {
            throw NotCanonicalException.INSTANCE;
        }
    }

    /** Sorted by UTF-16 code units (RFC 8785 section 3.2.3), and not equal. */
    private boolean ascending(int from1, int to1, int from2, int to2, boolean plain) {
        if (plain) {
            return Arrays.compareUnsigned(bytes, from1, to1, bytes, from2, to2) < 0;
        }
        return text(from1, to1).compareTo(text(from2, to2)) < 0;
    }

    /**
     * Steps over a string.
     *
     * @return whether it is ASCII without escapes
     */
    final boolean string() throws NotCanonicalException {
        take('"');
        boolean plain = true;
        while (true) {
            at = special(at);
            if (at >= end) {
                throw NotCanonicalException.INSTANCE;
            }
            int next = bytes[at];
            if (next == '"') {
                at++;
                return plain;
            }
            plain = false;
            if (next == '\\') {
                escape();
            } else if (next < 0) {
                at += Utf8.length(bytes, at, end);
            } else {
                throw NotCanonicalException.INSTANCE;
            }
        }
    }

    /** The next position of a quote, backslash, control character or byte that is not ASCII; or beyond the end. */
    private int special(int from) {
        int i = from;
        while (i < end) {
            long eight = (long) LONGS.get(bytes, i);
            long quote = eight ^ (ONES * '"');
            long slash = eight ^ (ONES * '\\');
            // The high bit of a byte gets set below ' ', at a quote, at a backslash and beyond ASCII. Borrows reach
            // only
            // the bytes after the first such one, and the first is the only one used.
            long found = ((eight - ONES * ' ') | (quote - ONES) | (slash - ONES) | eight) & HIGHS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            i += Long.BYTES;
        }
        return i;
    }

    /** Two-character escapes, and four hexadecimal digits in lower case for the other controls (RFC 8785 3.2.2.2). */
    private void escape() throws NotCanonicalException {
        at++;
        int kind = peek();
        at++;
        if (ESCAPES.indexOf(kind) >= 0) {
            return;
        }
        if (kind != 'u' || at + 4 > end || bytes[at] != '0' || bytes[at + 1] != '0') {
            throw NotCanonicalException.INSTANCE;
        }
        int high = bytes[at + 2] - '0';
        int low = "0123456789abcdef".indexOf(bytes[at + 3]);
        int point = high * 16 + low;
        if (high < 0 || high > 1 || low < 0 || ESCAPED.indexOf(point) >= 0) {
            throw NotCanonicalException.INSTANCE;
        }
        at += 4;
    }

    /** The text of a string whose bytes were stepped over. */
    final String text(int from, int to) {
        String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (raw.charAt(++i) == 'u') {
                text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(ESCAPED.charAt(ESCAPES.indexOf(raw.charAt(i))));
            }
        }
        return text.toString();
    }

    /** Steps over a string of exactly this many lower case hexadecimal digits, a multiple of eight. */
    final void hex(int digits) throws NotCanonicalException {
        take('"');
        if (at + digits >= end) {
            throw NotCanonicalException.INSTANCE;
        }
        long wrong = 0;
        for (int i = at; i < at + digits; i += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, i);
            // In each sum the high bit of a byte tells whether an ASCII byte has reached the character.
            long digit = (eight + reaches('0')) & ~(eight + reaches('9' + 1));
            long letter = (eight + reaches('a')) & ~(eight + reaches('f' + 1));
            wrong |= eight | ~(digit | letter);
        }
        if ((wrong & HIGHS) != 0) {
            throw NotCanonicalException.INSTANCE;
        }
        at += digits;
        take('"');
    }

    private static long reaches(int character) {
        return ONES * (0x80 - character);
    }

    private void number() throws NotCanonicalException {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        int first = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        int digits = at - first;
        boolean whole = at >= end || (bytes[at] != '.' && bytes[at] != 'e' && bytes[at] != 'E');
        // Up to 15 digits every whole number is a double and is written as it stands.
        if (whole && digits >= 1 && digits <= 15) {
            if (bytes[first] == '0' && (digits > 1 || first > from)) {
                throw NotCanonicalException.INSTANCE;
            }
            return;
        }
        while (at < end && "+-.eE0123456789".indexOf(bytes[at]) >= 0) {
            at++;
        }
        if (!EcmaNumber.isCanonical(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1))) {
            throw NotCanonicalException.INSTANCE;
        }
    }

    /** A count: a whole number from 1, at most 15 digits. */
    final long positive() throws NotCanonicalException {
        int from = at;
        long number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - from < 15) {
            number = number * 10 + bytes[at] - '0';
            at++;
        }
        if (number == 0 || bytes[from] == '0') {
            throw NotCanonicalException.INSTANCE;
        }
        return number;
    }
}
