package dk.rettidig.web;

import java.util.regex.Pattern;

/** Addresses that pages and cookies repeat to whoever came by them: never one with ten digits like those of a CPR number. */
final class EchoedAddress {

    /** Ten digits, a hyphen after six allowed; an identifier that happens to hold them is not repeated either. */
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<![0-9])[0-9]{6}-?[0-9]{4}(?![0-9])");

    private EchoedAddress() {}

    static boolean mayBeRepeated(String address) {
        return !TEN_DIGITS.matcher(address).find();
    }
}
