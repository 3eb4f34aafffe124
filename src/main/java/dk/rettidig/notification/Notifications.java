package dk.rettidig.notification;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notifications on file. Each method takes part in the caller's transaction. */
public interface Notifications {

    /** Whatever is on file about one notification. */
    record Filed(Notification notification, List<Step> steps, List<Escalation> escalations, int version) {

        public Filed {
            steps = List.copyOf(steps);
            escalations = List.copyOf(escalations);
        }

        /** Whether a person concluded the screening. */
        public Optional<Step> screened() {
            return steps.stream()
                    .filter(step -> step.kind() == StepKind.SCREENED)
                    .findFirst();
        }
    }

    /**
     * One line of the list: nothing that identifies the child.
     *
     * @param nextDue the next end of an open duty; empty when none has one
     * @param othersOpen whether a notification about another child of the same household or letter is not done
     */
    record Listing(
            Notification notification,
            Optional<Instant> nextDue,
            boolean screened,
            boolean escalated,
            boolean othersOpen) {}

    /**
     * A place in the list, after which the next page begins.
     *
     * @param due {@link Instant#MAX} where nothing has a deadline
     */
    record Place(Instant due, NotificationId id) {}

    /**
     * Files a notification.
     *
     * @param next the next end of an open duty, and when somebody is told
     * @return the id of the same notification when it is on file already
     */
    Optional<NotificationId> add(Notification notification, Next next);

    /**
     * From now to the end of the transaction nobody else files notifications of the municipality, what is on file about these
     * children is read at once and answered from memory, and what is filed is gathered.
     */
    void expect(MunicipalityCode municipality, Set<Pseudonym> children);

    /** Writes what was gathered. */
    void write();

    /** Files a notification that was delivered; whoever delivers has looked whether it is on file. */
    void addDelivered(Notification notification, Next next);

    /**
     * What the list is ordered by and what is due.
     *
     * @param due the next end of an open duty
     * @param tell when the next person is told
     * @param done whether nothing is left to do, and since when
     */
    record Next(Optional<Instant> due, Optional<Instant> tell, Optional<Instant> done) {}

    /** Everything about one notification. */
    Optional<Filed> find(MunicipalityCode municipality, NotificationId id);

    /** Everything about the notifications of the same child. */
    List<Filed> ofChild(Notification notification);

    /** Every notification of a child, newest first. */
    List<Filed> ofChild(MunicipalityCode municipality, Pseudonym child);

    /** Those that arrived in an interval, the end left out, without what was done about them. */
    List<Notification> received(MunicipalityCode municipality, Instant from, Instant before);

    /** Files a step; false when the notification is no longer the version. Who does the first one answers for a notification that nobody did. */
    boolean step(Notification notification, Step step, Next next, int version);

    /**
     * Makes one incident of those of two notifications; the earliest first of the two is its first. False when the notification
     * is no longer the version.
     */
    boolean join(Notification notification, Notification with, int version);

    /** Makes a notification an incident of its own; false when it is no longer the version. */
    boolean separate(Notification notification, int version);

    /** Files that somebody was told, about a notification that the transaction holds or has filed; written with others. */
    void escalate(Notification notification, Escalation escalation, Next next);

    /** Files anew when somebody is told: deadlines or duties are others than when that was worked out. */
    void reckon(Notification notification, Next next);

    /** What is not done, next deadline first; a notification without one comes last. */
    List<Listing> list(MunicipalityCode municipality, Optional<Place> after, int limit);

    /** How many wait, and how many have a deadline that is over. */
    Waiting waiting(MunicipalityCode municipality, Instant now);

    /** Counts for the front page. */
    record Waiting(long open, long overdue, Optional<Instant> nextDue) {}

    /** Whether there is a notification of which somebody is to be told by now. */
    boolean anyToTell(MunicipalityCode municipality, Instant now);

    /**
     * Notifications of which somebody is to be told by now, at most so many. They are held until the transaction ends; what another
     * transaction holds is left to it.
     */
    List<Filed> toTell(MunicipalityCode municipality, Instant now, int most);

    /** What was received from one moment, included, to another, not included: for counting. */
    List<Filed> filed(MunicipalityCode municipality, Instant from, Instant until);

    /** Municipalities that have notifications. */
    List<MunicipalityCode> municipalities();

    /** Erases what was done before the moment, unless a halt keeps it. */
    List<NotificationId> eraseDone(MunicipalityCode municipality, Instant before);
}
