package dk.rettidig.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the record of a case must show: an entry of {@code policies/case-rules.yaml}. The record of an act is asked for, and
 * its absence says nothing about whether the act was done.
 *
 * @param version raised when the meaning changes
 * @param danish what is demanded
 * @param ref the provision
 * @param on events that make the demand
 * @param impliedBy events that cannot be without one of {@code on}: when they are there and none of those, a date is missing
 * @param state events whose latest at the day must be among these for the rule to apply; empty for any
 * @param running starts of periods of which one must run on the day for the rule to apply; empty for any
 */
public record CaseRule(
        String id,
        int version,
        String danish,
        String english,
        String ref,
        Severity severity,
        LocalDate inForceFrom,
        Optional<LocalDate> inForceTo,
        Confidence confidence,
        List<Selector> on,
        List<Selector> impliedBy,
        List<Selector> state,
        List<String> running,
        Demand demand,
        List<Example> examples) {

    public CaseRule {
        on = List.copyOf(on);
        impliedBy = List.copyOf(impliedBy);
        state = List.copyOf(state);
        running = List.copyOf(running);
        examples = List.copyOf(examples);
    }

    /** Whether the provision is in force on the day; both its first and its last day count. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom)
                && inForceTo.filter(last -> last.isBefore(day)).isEmpty();
    }

    /** How a breach is sorted. */
    public enum Severity {
        /** A statute's own deadline or condition for an intrusion. */
        GRAVE("grave", "alvorlig", "grave"),
        /** A duty of the statute. */
        DUTY("duty", "pligt", "duty"),
        /** A measure of our own or of the municipality. */
        NOTICE("notice", "opmærksomhed", "notice");

        private final String id;
        private final String danish;
        private final String english;

        Severity(String id, String danish, String english) {
            this.id = id;
            this.danish = danish;
            this.english = english;
        }

        /** The word in policies and answers. */
        public String id() {
            return id;
        }

        /** The word on Danish pages. */
        public String danish() {
            return danish;
        }

        /** The word on English pages. */
        public String english() {
            return english;
        }
    }

    /**
     * Events of a kind: {@code CASE_PLACED}, or with one code {@code CASE_PLACED=2}.
     *
     * @param event an indicator's id
     */
    public record Selector(String event, Optional<Integer> code) {

        /** Whether an event is one of these. */
        public boolean matches(String otherEvent, int otherCode) {
            return event.equals(otherEvent)
                    && code.filter(mine -> mine != otherCode).isEmpty();
        }

        /** Parses the form of policies. */
        public static Optional<Selector> parse(String text) {
            if (!text.matches("[A-Z][A-Z0-9_]*(=[0-9]{1,4})?")) {
                return Optional.empty();
            }
            int equals = text.indexOf('=');
            return Optional.of(
                    equals < 0
                            ? new Selector(text, Optional.empty())
                            : new Selector(
                                    text.substring(0, equals),
                                    Optional.of(Integer.valueOf(text.substring(equals + 1)))));
        }

        @Override
        public String toString() {
            return event + code.map(value -> "=" + value).orElse("");
        }
    }

    /** What must be recorded. */
    public sealed interface Demand {

        /** Any one of these. */
        List<Selector> events();

        /** The entry of {@code deadlines.yaml} that says how long, when one does. */
        default Optional<String> length() {
            return switch (this) {
                case Within within -> Optional.of(within.deadline());
                case Repeated repeated -> Optional.of(repeated.deadline());
                case Recorded _, Before _ -> Optional.empty();
            };
        }

        /** On the day or later; no statute says until when. */
        record Recorded(List<Selector> events) implements Demand {}

        /**
         * At the latest when the deadline ends.
         *
         * @param deadline an entry of {@code deadlines.yaml}
         * @param from the deadline runs from the latest of these events instead of from the day
         * @param earlier whether what was recorded before the day counts too
         * @param orEndOf start of a period: the demand falls earlier, with the end of one that ran beside
         * @param whileRunning whether nothing is demanded any more when the period that began on the day ends first
         */
        record Within(
                List<Selector> events,
                String deadline,
                Optional<String> from,
                boolean earlier,
                Optional<String> orEndOf,
                boolean whileRunning)
                implements Demand {}

        /**
         * On the day or before.
         *
         * @param since not before the latest of these events
         * @param sincePrevious not on or before the previous day that made the same demand
         */
        record Before(List<Selector> events, Optional<String> since, boolean sincePrevious) implements Demand {}

        /** After the first, again and again within the deadline, as long as the period that began on the day runs. */
        record Repeated(List<Selector> events, String deadline) implements Demand {}
    }

    /**
     * Given these events, asked on a day, then this state of the newest demand. Examples are run as tests.
     *
     * @param given {@code 2026-01-15 CASE_AWARE} or {@code 2026-03-01 CASE_PLACED=2}
     * @param then the word of a state: open, met, breached, not_applicable, undecidable
     */
    public record Example(List<String> given, LocalDate asked, String then) {}
}
