package dk.rettidig.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What makes a notification demand more than others do. */
public enum NotificationMark {
    /** Abuse, or a suspicion of it. */
    ABUSE,
    /** By the parents. */
    ABUSE_BY_PARENTS,
    /** Possible honour-related conflict or negative social control. */
    HONOUR_CONFLICT,
    /** The child has support, is placed, or has a measure for youth crime. */
    MEASURE_RUNNING;

    static final String CHOICES =
            Arrays.stream(values()).map(NotificationMark::id).collect(Collectors.joining(", "));

    /** The word in files, rows, entries and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parses the word. */
    public static Optional<NotificationMark> parse(String id) {
        return Arrays.stream(values()).filter(mark -> mark.id().equals(id)).findFirst();
    }
}
