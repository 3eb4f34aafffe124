package dk.rettidig.cli.pseudonymise;

import java.util.Locale;

/** Why a number of the population may be the one that is meant. */
enum Reason {
    /** One digit is another. */
    ONE_DIGIT,
    /** Two digits beside each other changed places. */
    TRANSPOSED,
    /** Another number altogether, with the same birth date and a similar name: a replacement number that was replaced. */
    SAME_BIRTH_DATE_SIMILAR_NAME;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
