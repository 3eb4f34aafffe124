package dk.rettidig.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is told while nothing happens: a step of the list of {@code policies/follow-up.yaml}.
 *
 * @param deadline of {@code deadlines.yaml}, counted from the listing; with {@link When#DEADLINE} only
 */
public record FollowUpStep(String id, String danish, String english, When when, Optional<String> deadline, Tell tell) {

    /** What makes the step. */
    public enum When {
        /** The child comes on the list. */
        LISTED,
        /** Another notification of a child that is on it. */
        NOTIFICATION,
        /** Nobody did anything until the deadline. */
        DEADLINE;

        static Optional<When> parse(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /** Who is told. */
    public enum Tell {
        /** The person who answers for the child's newest notification. */
        RESPONSIBLE,
        /** Whoever leads the team. */
        LEADER;

        /** The word in files and entries. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Tell> parse(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.id().equals(word))
                    .findFirst();
        }
    }

    static FollowUpStep read(YamlFields entry, DeadlineRegister deadlines) {
        When when = entry.word("when", When::parse, "listed, notification, deadline")
                .orElse(When.LISTED);
        Optional<String> deadline = entry.optionalText("deadline");
        deadline.filter(id -> deadlines.find(id).isEmpty())
                .ifPresent(
                        id -> entry.problem("deadline", "\"" + id + "\" is not on file", "add it to deadlines.yaml"));
        if (deadline.isPresent() != (when == When.DEADLINE)) {
            entry.problem("when", "a deadline goes with \"deadline\" and with nothing else", "correct one of the two");
        }
        FollowUpStep step = new FollowUpStep(
                entry.text("id"),
                entry.text("danish"),
                entry.text("english"),
                when,
                deadline,
                entry.word("tell", Tell::parse, "responsible, leader").orElse(Tell.LEADER));
        entry.done();
        return step;
    }
}
