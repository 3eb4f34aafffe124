package dk.rettidig.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What one of the two municipalities has to do about a handover: an entry of {@code policies/handover.yaml}.
 *
 * @param side whose duty it is
 * @param deadline of {@code deadlines.yaml}
 * @param warnHours how long before the deadline people are told
 * @param tell on which sides people are told
 * @param ref the provision
 */
public record HandoverDuty(
        Kind kind,
        HandoverSide side,
        String danish,
        String english,
        String deadline,
        int warnHours,
        Set<HandoverSide> tell,
        String ref) {

    public HandoverDuty {
        tell = Set.copyOf(tell);
    }

    /** What is to be done. */
    public enum Kind {
        /** Get it to the receiver: from the day on which the move was known until the conversion has come. */
        SEND,
        /** Open it: from the delivery. */
        OPEN,
        /** Answer it: from the delivery, or from the latest supplement. */
        ANSWER,
        /** Send what the receiver asked for: from its answer. */
        SUPPLEMENT,
        /** Read the answer and close: from the answer. */
        SETTLE;

        static final String CHOICES = "send, open, answer, supplement, settle";

        /** The word in files, rows, entries and JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Parses the word. */
        public static Optional<Kind> parse(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id().equals(word))
                    .findFirst();
        }
    }
}
