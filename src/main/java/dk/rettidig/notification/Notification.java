package dk.rettidig.notification;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.JournalNumber;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A notification as it arrived. What it says stands in the letter, in the case system.
 *
 * @param notifier code of the notifier group, {@code codes/notification-codes.csv}
 * @param anonymous whether nobody can be answered
 * @param causes codes, at least one
 * @param marks those that follow from the causes and those that a person set
 * @param letter where the case system has the letter
 * @param incident the notification that the same incident was first reported by; its own id when it stands alone
 * @param registeredBy the person who registered it, or the registry that delivered it
 * @param responsible who is told first when something is not done; empty while nobody has done anything about one that was
 *     delivered
 */
public record Notification(
        NotificationId id,
        MunicipalityCode municipality,
        Pseudonym child,
        AgeBand age,
        String notifier,
        boolean anonymous,
        Set<String> causes,
        Set<NotificationMark> marks,
        Optional<JournalNumber> letter,
        NotificationId incident,
        Instant receivedAt,
        Instant registeredAt,
        ActorName registeredBy,
        Optional<ActorName> responsible) {

    /** The notifier group whose notifiers nobody knows. */
    public static final String ANONYMOUS = "N07";

    public Notification {
        causes = java.util.Collections.unmodifiableSet(new TreeSet<>(causes));
        marks = marks.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(marks));
    }

    /** As one of an incident. */
    Notification of(NotificationId other) {
        return new Notification(
                id,
                municipality,
                child,
                age,
                notifier,
                anonymous,
                causes,
                marks,
                letter,
                other,
                receivedAt,
                registeredAt,
                registeredBy,
                responsible);
    }

    /** The words of the marks, in the order of the enum. */
    public List<String> markIds() {
        return marks.stream().sorted().map(NotificationMark::id).toList();
    }
}
