package dk.rettidig.cli.vault;

import dk.rettidig.pseudonym.CprDetector;
import dk.rettidig.pseudonym.CprNumber;
import dk.rettidig.pseudonym.vault.VaultEntry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Who may come into the vault, why and for how long: one set of rules for the commands and the companion. */
public final class Admission {

    /** Longest that an entry may stay, and oldest that a child may be: childhood and aftercare (efterværn). Years. */
    public static final int LONGEST_YEARS = 23;

    private Admission() {}

    /** What a text was read as. */
    public sealed interface Reading permits Admitted, TurnedAway {}

    /** A number that may come in. */
    public record Admitted(CprNumber number, CprNumber.Kind kind) implements Reading {}

    /**
     * No number, or an adult's.
     *
     * @param code {@code adult}, or the {@link CprNumber.Defect} in lower case; says nothing about the digits
     */
    public record TurnedAway(String code) implements Reading {}

    /** Reads a CPR number; an adult's is turned away, because nobody's child is that old. */
    public static Reading read(String text, LocalDate today) {
        return switch (CprNumber.read(text)) {
            case CprNumber.Refused refused ->
                new TurnedAway(refused.defect().name().toLowerCase(Locale.ROOT));
            case CprNumber.Read read ->
                read.number().birthDate().isBefore(today.minusYears(LONGEST_YEARS))
                        ? new TurnedAway("adult")
                        : new Admitted(read.number(), read.number().kind(today));
        };
    }

    /** The first day without an entry: a later day, within {@value #LONGEST_YEARS} years. */
    public static Optional<LocalDate> until(String text, LocalDate today) {
        return day(text).filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(LONGEST_YEARS)));
    }

    /** A day as {@code 2027-03-01}. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Why a child is there: the case or notification, without a CPR number in it. */
    public static Optional<String> why(String text) {
        return Optional.of(text.strip())
                .filter(why -> !why.isEmpty() && why.length() <= VaultEntry.LONGEST_WHY && !CprDetector.found(why));
    }

    /** A local id of the municipality's own choice: visible ASCII, at most 64 characters, no possible CPR number. */
    public static boolean isLocalId(String text) {
        return text.matches("[\\x21-\\x7E]{1,64}") && !CprDetector.found(text);
    }
}
