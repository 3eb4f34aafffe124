package dk.rettidig.feed;

import dk.rettidig.fault.ErrorCode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a row is quarantined. When several things are wrong with a row, the first in this order is reported. The number is
 * what the quarantine table stores; never change or reuse it.
 */
public enum RowCode implements ErrorCode {
    TOO_LONG(1, "feed_row_too_long", "Linjen er længere end 16.384 byte.", "The line is longer than 16,384 bytes."),
    MALFORMED(
            2,
            "feed_row_malformed",
            "Linjen kan ikke læses: ét JSON-objekt pr. linje uden gentagne felter, eller en CSV-linje med lige så"
                    + " mange felter som overskriften.",
            "The line cannot be read: one JSON object a line without repeated fields, or a CSV line with as many"
                    + " fields as the header."),
    FIELD_UNKNOWN(
            3,
            "feed_row_field_unknown",
            "Rækken har et felt, som ikke hører til. Fjern det; vi modtager ikke andet end aftalt.",
            "The row has a field that does not belong. Remove it; we receive nothing but what was agreed."),
    FIELD_MISSING(
            4,
            "feed_row_field_missing",
            "Et felt mangler: pseudonym, indicator, period_from, period_to og (undtagen ved op retract) value; for en"
                    + " underretning notification, pseudonym, received_at, notifier og causes.",
            "A field is missing: pseudonym, indicator, period_from, period_to and (except with op retract) value; for a"
                    + " notification notification, pseudonym, received_at, notifier and causes."),
    PSEUDONYM_LENGTH(
            5,
            "feed_row_pseudonym_length",
            "Pseudonymet er ikke 43 tegn langt.",
            "The pseudonym is not 43 characters long."),
    PSEUDONYM_ALPHABET(
            6,
            "feed_row_pseudonym_alphabet",
            "Pseudonymet er ikke base64url uden udfyldning (A-Z, a-z, 0-9, - og _) af 32 byte.",
            "The pseudonym is not base64url without padding (A-Z, a-z, 0-9, - and _) of 32 bytes."),
    INDICATOR_UNKNOWN(
            7,
            "feed_row_indicator_unknown",
            "Indikatoren findes ikke i kataloget.",
            "The indicator is not in the catalogue."),
    INDICATOR_NOT_IN_NOTE(
            8,
            "feed_row_indicator_not_in_note",
            "Indikatoren står ikke i følgesedlen.",
            "The indicator is not in the delivery note."),
    PERIOD_MALFORMED(
            9,
            "feed_row_period_malformed",
            "En dato er ikke en dag i kalenderen skrevet ÅÅÅÅ-MM-DD.",
            "A date is not a day of the calendar written YYYY-MM-DD."),
    PERIOD_REVERSED(
            10, "feed_row_period_reversed", "Perioden slutter, før den begynder.", "The period ends before it begins."),
    PERIOD_IN_FUTURE(11, "feed_row_period_in_future", "Perioden ligger i fremtiden.", "The period lies in the future."),
    PERIOD_OUTSIDE_NOTE(
            12,
            "feed_row_period_outside_note",
            "Perioden ligger uden for følgesedlens periode.",
            "The period lies outside the delivery note's period."),
    OP_UNKNOWN(13, "feed_row_op_unknown", "op er hverken assert eller retract.", "op is neither assert nor retract."),
    VALUE_NOT_A_NUMBER(
            14,
            "feed_row_value_not_a_number",
            "Værdien er ikke et tal (i JSON uden anførselstegn, i CSV med leveringsaftalens decimaltegn).",
            "The value is not a number (without quotes in JSON, with the agreed decimal mark in CSV)."),
    VALUE_NOT_FINITE(
            15, "feed_row_value_not_finite", "Værdien er NaN eller uendelig.", "The value is NaN or infinite."),
    VALUE_OUT_OF_RANGE(
            16,
            "feed_row_value_out_of_range",
            "Værdien ligger uden for det, indikatoren kan være.",
            "The value lies outside what the indicator can be."),
    KNOWN_AT_MALFORMED(
            17,
            "feed_row_known_at_malformed",
            "known_at er ikke et tidspunkt med forskydning, som 2026-11-22T10:00:00Z.",
            "known_at is not a moment with an offset, such as 2026-11-22T10:00:00Z."),
    KNOWN_AT_IN_FUTURE(
            18, "feed_row_known_at_in_future", "known_at ligger i fremtiden.", "known_at lies in the future."),
    CONFLICTS(
            19,
            "feed_row_conflicts",
            "En tidligere række i samme leverance har samme nøgle og en anden værdi. Den første gælder.",
            "An earlier row of this delivery has the same key and another value. The first one counts."),
    RECEIVED_MALFORMED(
            20,
            "feed_row_received_malformed",
            "received_at er ikke et tidspunkt med forskydning, som 2026-11-22T02:30:00+01:00. Uden forskydning siger klokken"
                    + " ikke, hvilken time det var, når uret stilles.",
            "received_at is not a moment with an offset, such as 2026-11-22T02:30:00+01:00. Without an offset the clock does"
                    + " not say which hour it was when clocks change."),
    RECEIVED_IN_FUTURE(
            21, "feed_row_received_in_future", "received_at ligger i fremtiden.", "received_at lies in the future."),
    REFERENCE_MALFORMED(
            22,
            "feed_row_reference_malformed",
            "notification, incident eller household er ikke 1 til 64 tegn af A-Z a-z 0-9 . _ : ~ -, eller household har form"
                    + " som en adresse.",
            "notification, incident or household is not 1 to 64 of A-Z a-z 0-9 . _ : ~ -, or household has the form of an"
                    + " address."),
    BORN_IMPOSSIBLE(
            23,
            "feed_row_born_impossible",
            "born er ikke en måned skrevet ÅÅÅÅ-MM, ligger efter underretningen eller 18 år før den, eller står ved et ufødt"
                    + " barn.",
            "born is not a month written YYYY-MM, lies after the notification or 18 years before it, or stands with an unborn"
                    + " child."),
    AGE_UNKNOWN(24, "feed_row_age_unknown", "age er ingen af aldersgrupperne.", "age is none of the age bands."),
    NOTIFIER_UNKNOWN(
            25,
            "feed_row_notifier_unknown",
            "notifier er ingen af underrettergrupperne.",
            "notifier is none of the notifier groups."),
    CAUSE_UNKNOWN(
            26,
            "feed_row_cause_unknown",
            "causes er tom eller har en kode, der ikke er på listen.",
            "causes is empty or has a code that is not in the list."),
    MARK_UNKNOWN(
            27,
            "feed_row_mark_unknown",
            "marks har et ord, der ikke er på listen.",
            "marks has a word that is not in the list."),
    ANONYMOUS_CONTRADICTED(
            28,
            "feed_row_anonymous_contradicted",
            "Underrettergruppen er anonym, men anonymous siger nej.",
            "The notifier group is the anonymous one, but anonymous says no."),
    LETTER_INVALID(
            29, "feed_row_letter_invalid", "letter er ikke et journalnummer.", "letter is not a journal number."),
    NOTIFICATION_CONFLICTS(
            30,
            "feed_row_notification_conflicts",
            "En underretning med samme id er leveret før med et andet indhold. Den første gælder; ret den i fagsystemet, og"
                    + " sig det til dem, der arbejder med den.",
            "A notification with the same id was delivered before with other content. The first one counts; correct it in the"
                    + " case system and tell those who work on it."),
    SEX_UNKNOWN(
            31,
            "feed_row_sex_unknown",
            "sex er hverken female eller male. Lad feltet ude, når barnets køn ikke er oplyst.",
            "sex is neither female nor male. Leave the field out where the child's sex is not stated."),
    SEX_OF_UNBORN(
            32,
            "feed_row_sex_of_unborn",
            "sex står ved et ufødt barn. Lad feltet ude.",
            "sex stands with an unborn child. Leave the field out.");

    private final short number;
    private final String code;
    private final String danish;
    private final String english;

    RowCode(int number, String code, String danish, String english) {
        this.number = (short) number;
        this.code = code;
        this.danish = danish;
        this.english = english;
    }

    /** The number under which the quarantine table stores it. */
    public short number() {
        return number;
    }

    /** The code stored under this number. */
    public static Optional<RowCode> withNumber(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
    }

    @Override
    public String code() {
        return code;
    }

    /** Rows are reported in a receipt; as the status of a problem it would be 422. */
    @Override
    public int status() {
        return 422;
    }

    @Override
    public String danish() {
        return danish;
    }

    @Override
    public String english() {
        return english;
    }
}
