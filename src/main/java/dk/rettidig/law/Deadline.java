package dk.rettidig.law;

import java.util.Optional;

/**
 * One deadline of the law: an entry of {@code deadlines.yaml}.
 *
 * @param ref the provision
 * @param unit what {@code amount} counts; {@code DATE} and {@code RULE} say it in {@code text}
 * @param amount how many units; 0 for a date or a rule
 * @param text an ISO date, or the rule's word
 * @param from what starts the clock; blank for a date
 * @param unless when it does not run
 */
public record Deadline(
        String id,
        String ref,
        Unit unit,
        int amount,
        String text,
        String from,
        Optional<String> unless,
        Confidence confidence) {

    /** What a deadline counts. */
    public enum Unit {
        HOURS,
        DAYS,
        /** Monday to Friday without public holidays. */
        WORKING_DAYS,
        /** Hverdage: Monday to Saturday without public holidays. */
        WEEKDAYS,
        WEEKS,
        MONTHS,
        DATE,
        RULE;

        /** The key in {@code deadlines.yaml}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
