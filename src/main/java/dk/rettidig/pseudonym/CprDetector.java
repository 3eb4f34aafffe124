package dk.rettidig.pseudonym;

import java.nio.charset.StandardCharsets;

/**
 * Finds digit runs of exactly ten, a hyphen after six allowed, that could be a CPR number: day 01 to 31 (also with 60
 * added, as replacement numbers have), month 01 to 12. It errs on the side of finding: the control digit, which newer
 * numbers no longer fulfil, and the length of the month are not looked at. Stateless.
 *
 * <p>The one place for this rule. Elsewhere another question is asked: {@code review} reads what people write, with blanks
 * and points between the digits, and takes {@link #isDayAndMonth} from here; {@code pseudonymise} looks for the numbers of its
 * own file and for no others; {@code web}, which may not depend on this package, repeats no address with any ten digits.
 *
 * <p>The loop over bytes looks the way it does because each byte of a delivery goes through it once.
 */
public final class CprDetector {

    /** Characters of a printed pseudonym: the one kind of text that may hold such a run by chance. */
    private static final int PSEUDONYM_CHARACTERS = 43;

    private static final int RUN = 10;
    private static final int RUN_BEFORE_HYPHEN = 6;
    private static final int RUN_AFTER_HYPHEN = 4;
    private static final int REPLACEMENT_DAYS = 60;

    private static final byte OTHER = 0;
    private static final byte WORD = 1;
    private static final byte HYPHEN = 2;
    private static final byte DIGIT = 3;
    private static final byte[] KINDS = kinds();

    private CprDetector() {}

    /** What a text holds. */
    public enum Verdict {
        /** Nothing that could be a CPR number. */
        CLEAR,
        /** Something that could be one, only inside words of exactly 43 base64url characters: a pseudonym, perhaps. */
        IN_WORD_OF_43,
        /** Something that could be one. */
        FOUND
    }

    /** Whether the text holds what could be a CPR number, in digits of any script and with any dash. */
    public static boolean found(CharSequence text) {
        byte[] plain = normalised(text);
        return scan(plain, 0, plain.length) != Verdict.CLEAR;
    }

    /** Looks at a text as {@link #found} does and sets words of 43 characters apart. */
    public static Verdict scan(CharSequence text) {
        byte[] plain = normalised(text);
        return scan(plain, 0, plain.length);
    }

    /**
     * Looks at bytes in one pass: ASCII digits and hyphens only. Text with escapes or other scripts goes through {@link
     * #scan(CharSequence)} as well.
     *
     * @param to the end, exclusive; counts as the end of any run
     */
    public static Verdict scan(byte[] bytes, int from, int to) {
        int run = 0;
        int head = 0;
        int word = 0;
        boolean afterSix = false;
        int sixHead = 0;
        boolean hit = false;
        Verdict verdict = Verdict.CLEAR;
        for (int i = from; i <= to; i++) {
            byte kind = i < to ? KINDS[bytes[i] & 0xff] : OTHER;
            if (kind == DIGIT) {
                head = run < RUN_AFTER_HYPHEN ? head * 10 + (bytes[i] - '0') : head;
                run++;
                word++;
                continue;
            }
            if (run > 0) {
                hit |= (run == RUN && couldStart(head)) || (run == RUN_AFTER_HYPHEN && afterSix && couldStart(sixHead));
                afterSix = run == RUN_BEFORE_HYPHEN && kind == HYPHEN;
                sixHead = head;
                run = 0;
                head = 0;
            } else {
                afterSix = false;
            }
            word++;
            if (kind == OTHER) {
                if (hit && word != PSEUDONYM_CHARACTERS + 1) {
                    return Verdict.FOUND;
                }
                verdict = hit ? Verdict.IN_WORD_OF_43 : verdict;
                hit = false;
                word = 0;
            }
        }
        return verdict;
    }

    private static boolean couldStart(int dayAndMonth) {
        return isDayAndMonth(dayAndMonth / 100, dayAndMonth % 100);
    }

    /** Whether a CPR number can begin with this day, also with 60 added to it, and this month. */
    public static boolean isDayAndMonth(int day, int month) {
        int plainDay = day > REPLACEMENT_DAYS ? day - REPLACEMENT_DAYS : day;
        return plainDay >= 1 && plainDay <= 31 && month >= 1 && month <= 12;
    }

    /** The text in ASCII: digits of every script, every dash as a hyphen, nothing invisible, anything else as a blank. */
    private static byte[] normalised(CharSequence text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int digit = Character.digit(point, 10);
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else if (isDash(point)) {
                plain.append('-');
            } else if (point < 128) {
                plain.append((char) point);
            } else if (Character.getType(point) != Character.FORMAT) {
                plain.append(' ');
            }
        });
        return plain.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isDash(int point) {
        // U+2212 is the minus sign and U+00AD the soft hyphen; both look like a hyphen to a reader.
        return Character.getType(point) == Character.DASH_PUNCTUATION || point == 0x2212 || point == 0xAD;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = 0; c < 128; c++) {
            if (c >= '0' && c <= '9') {
                kinds[c] = DIGIT;
            } else if (c == '-') {
                kinds[c] = HYPHEN;
            } else if (c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
                kinds[c] = WORD;
            }
        }
        return kinds;
    }
}
