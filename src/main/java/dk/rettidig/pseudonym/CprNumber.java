package dk.rettidig.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;

/**
 * A civil registration number (CPR-nummer): ten digits whose first six are a date. Lives on the registry's or the vault's side
 * only, never in the service ({@code ArchitectureTest}); {@code toString} hides it, and it cannot be serialised. The control
 * digit is not looked at: since October 2007 numbers are issued that do not fulfil modulus 11.
 */
public final class CprNumber {

    /** Digits. */
    public static final int LENGTH = 10;

    /** Every number has an {@link #index()} below this. */
    public static final int INDICES = 62 * 12 * 100 * 10_000;

    private static final int REPLACEMENT_DAYS = 60;
    private static final int FIRST_TEST_SERIAL = 9_900;

    private final byte[] digits;

    private CprNumber(byte[] digits) {
        this.digits = digits;
    }

    /** What a text was read as. */
    public sealed interface Reading permits CprNumber.Read, CprNumber.Refused {}

    /** A number of the right form. */
    public record Read(CprNumber number) implements Reading {}

    /** No number, and why; says nothing about the digits. */
    public record Refused(Defect defect) implements Reading {}

    /** What is wrong with a text that should be a number. */
    public enum Defect {
        /** Nothing there. */
        EMPTY,
        /** Nine digits: a spreadsheet took the leading zero away. */
        LEADING_ZERO_LOST,
        /** Letters among the last four characters: a local replacement number of hospitals or institutions (X-eCPR, KOT). */
        LETTERS,
        /** Not ten digits, or a hyphen elsewhere than after the sixth. */
        NOT_TEN_DIGITS,
        /** The first six digits, with the century that the seventh gives, are no day of the calendar. */
        NO_SUCH_DATE
    }

    /** What a number of the right form is. Only a sign: nobody but the CPR register knows for certain. */
    public enum Kind {
        ORDINARY,
        /** 60 added to the day, as the CPR office recommends for people who cannot get a number. */
        REPLACEMENT,
        /** Born in the future, or a serial so high (from 9900) that the national test numbers of the health service have it. */
        TEST
    }

    /** Reads {@code ddmmyy-xxxx} or {@code ddmmyyxxxx}; blanks around it do not matter. */
    public static Reading read(String text) {
        byte[] plain = text.strip().getBytes(StandardCharsets.UTF_8);
        return read(plain, 0, plain.length);
    }

    /** Reads the bytes from one index to another, ASCII; as {@link #read(String)} without trimming. */
    public static Reading read(byte[] text, int from, int to) {
        if (from == to) {
            return new Refused(Defect.EMPTY);
        }
        int length = to - from;
        boolean hyphen = length == LENGTH + 1 && text[from + 6] == '-';
        if (!hyphen && length != LENGTH) {
            return new Refused(
                    length == LENGTH - 1 && digits(text, from, to) ? Defect.LEADING_ZERO_LOST : Defect.NOT_TEN_DIGITS);
        }
        byte[] digits = new byte[LENGTH];
        System.arraycopy(text, from, digits, 0, 6);
        System.arraycopy(text, hyphen ? from + 7 : from + 6, digits, 6, 4);
        if (!digits(digits, 0, LENGTH)) {
            return new Refused(digits(digits, 0, 6) && alphanumeric(digits) ? Defect.LETTERS : Defect.NOT_TEN_DIGITS);
        }
        CprNumber number = new CprNumber(digits);
        return number.dateExists() ? new Read(number) : new Refused(Defect.NO_SUCH_DATE);
    }

    private static boolean digits(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean alphanumeric(byte[] text) {
        for (byte b : text) {
            boolean letter = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
            if (!letter && (b < '0' || b > '9')) {
                return false;
            }
        }
        return true;
    }

    private boolean dateExists() {
        int day = plainDay();
        int month = two(2);
        if (day < 1 || month < 1 || month > 12) {
            return false;
        }
        return day <= java.time.YearMonth.of(year(), month).lengthOfMonth();
    }

    private int plainDay() {
        int day = two(0);
        return day > REPLACEMENT_DAYS ? day - REPLACEMENT_DAYS : day;
    }

    /** The year of birth with the century that the seventh digit gives (the CPR office, "Personnummeret i CPR-systemet"). */
    private int year() {
        int year = two(4);
        int seventh = digits[6] - '0';
        if (seventh <= 3) {
            return 1900 + year;
        }
        if (seventh == 4 || seventh == 9) {
            return year <= 36 ? 2000 + year : 1900 + year;
        }
        return year <= 57 ? 2000 + year : 1800 + year;
    }

    private int two(int at) {
        return (digits[at] - '0') * 10 + digits[at + 1] - '0';
    }

    private int serial() {
        return two(6) * 100 + two(8);
    }

    /** What it is, as of a day. */
    public Kind kind(LocalDate today) {
        if (birthDate().isAfter(today) || serial() >= FIRST_TEST_SERIAL) {
            return Kind.TEST;
        }
        return two(0) > REPLACEMENT_DAYS ? Kind.REPLACEMENT : Kind.ORDINARY;
    }

    /** The date that the number says. */
    public LocalDate birthDate() {
        return LocalDate.of(year(), two(2), plainDay());
    }

    /** The ten digits as ASCII: what RFC 9497's function is applied to. */
    public byte[] input() {
        return digits.clone();
    }

    /** A small number that is different for each: day (two forms), month, year of two digits, serial. As secret as itself. */
    public int index() {
        int day = plainDay() - 1 + (two(0) > REPLACEMENT_DAYS ? 31 : 0);
        return ((day * 12 + two(2) - 1) * 100 + two(4)) * 10_000 + serial();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CprNumber that && MessageDigest.isEqual(digits, that.digits);
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(index());
    }

    @Override
    public String toString() {
        return "CprNumber[hidden]";
    }
}
