package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.CprNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ten digits as they stand in a file, a number or not. {@code toString} hides them. */
record Digits(long value) {

    private static final int DECIMAL = 10;

    /** A number near another, and how. */
    record Near(CprNumber number, Reason reason) {}

    static Digits of(CprNumber number) {
        return of(number.input());
    }

    static Digits of(byte[] ascii) {
        long value = 0;
        for (byte digit : ascii) {
            value = value * DECIMAL + digit - '0';
        }
        return new Digits(value);
    }

    private byte[] ascii() {
        byte[] ascii = new byte[CprNumber.LENGTH];
        long rest = value;
        for (int i = ascii.length - 1; i >= 0; i--) {
            ascii[i] = (byte) ('0' + rest % DECIMAL);
            rest /= DECIMAL;
        }
        return ascii;
    }

    /** Numbers of a set that differ in one digit (of 90 that could), or in two neighbours that changed places (of 9). */
    List<Near> near(NumberSet numbers) {
        List<Near> found = new ArrayList<>();
        byte[] digits = ascii();
        for (int at = 0; at < digits.length; at++) {
            byte own = digits[at];
            for (byte other = '0'; other <= '9'; other++) {
                digits[at] = other;
                if (other != own) {
                    held(digits, numbers).ifPresent(number -> found.add(new Near(number, Reason.ONE_DIGIT)));
                }
            }
            digits[at] = own;
        }
        for (int at = 0; at + 1 < digits.length; at++) {
            if (digits[at] != digits[at + 1]) {
                swap(digits, at);
                held(digits, numbers).ifPresent(number -> found.add(new Near(number, Reason.TRANSPOSED)));
                swap(digits, at);
            }
        }
        return found;
    }

    private static void swap(byte[] digits, int at) {
        byte first = digits[at];
        digits[at] = digits[at + 1];
        digits[at + 1] = first;
    }

    private static Optional<CprNumber> held(byte[] digits, NumberSet numbers) {
        return CprNumber.read(digits, 0, digits.length) instanceof CprNumber.Read read && numbers.holds(read.number())
                ? Optional.of(read.number())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Digits[hidden]";
    }
}
