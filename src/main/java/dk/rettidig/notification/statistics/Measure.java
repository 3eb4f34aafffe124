package dk.rettidig.notification.statistics;

import dk.rettidig.web.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted. */
public enum Measure {
    /** Notifications received; of one child at most {@link NotificationCount#MOST_OF_ONE_CHILD} count in one figure. */
    NOTIFICATIONS("Underretninger", "Notifications", Optional.empty()),
    /** Children whom a notification was about. */
    CHILDREN("Børn", "Children", Optional.empty()),
    /** Children whom more than one notification was about in the year. */
    REPEATED("Børn med flere underretninger", "Children with more than one", Optional.of(CHILDREN)),
    /**
     * Notifications received, the fifth and later about a child too: what other statistics count. A child can have
     * {@link NotificationCount#MOST_OF_ALL} in it, so it has so many times the noise that a child shows through it no more than through
     * another figure.
     */
    ALL_NOTIFICATIONS("Underretninger, også 5. og senere", "Notifications, 5th and later too", Optional.empty()),
    /** Notifications assessed within 24 hours (BL § 136(1)). */
    ASSESSED_IN_TIME("Vurderet inden for 24 timer", "Assessed within 24 hours", Optional.of(NOTIFICATIONS)),
    /** Notifications that have to be acknowledged (BL § 138(1)). */
    TO_ACKNOWLEDGE("Skal have kvittering", "To be acknowledged", Optional.empty()),
    /** Notifications acknowledged within six hverdage. */
    ACKNOWLEDGED_IN_TIME(
            "Kvittering inden for 6 hverdage", "Acknowledged within 6 working days", Optional.of(TO_ACKNOWLEDGE)),
    /** Notifications after which the screening led to a children's assessment (BL § 20). */
    TO_ASSESSMENT("Førte til børnefaglig undersøgelse", "Led to a children's assessment", Optional.of(NOTIFICATIONS)),
    /** Notifications after which the screening led to a clarification (BL § 19). */
    TO_CLARIFICATION("Førte til afdækning", "Led to a clarification", Optional.of(NOTIFICATIONS));

    private final String danish;
    private final String english;
    private final Optional<Measure> of;

    Measure(String danish, String english, Optional<Measure> of) {
        this.danish = danish;
        this.english = english;
        this.of = of;
    }

    /** The word in rows, JSON and CSV. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words on a page. */
    public String words(Language language) {
        return language.choose(danish, english);
    }

    /** What it is a part of; empty when it is a number of its own. */
    public Optional<Measure> of() {
        return of;
    }

    /** How many notifications of one child count in one figure. */
    int most() {
        return switch (this) {
            case CHILDREN, REPEATED -> 1;
            case ALL_NOTIFICATIONS -> NotificationCount.MOST_OF_ALL;
            default -> NotificationCount.MOST_OF_ONE_CHILD;
        };
    }

    /** How many times the usual noise it has. */
    int noise() {
        return this == ALL_NOTIFICATIONS ? NotificationCount.MOST_OF_ALL / NotificationCount.MOST_OF_ONE_CHILD : 1;
    }

    /** How far its figures lie from what was counted at most, in 95 of 100, where the usual ones lie this far: never less than true. */
    public long margin(long usual) {
        return noise() == 1 ? usual : noise() * (usual + 1);
    }

    /** Parses the word. */
    public static Optional<Measure> parse(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
