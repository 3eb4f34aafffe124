package dk.rettidig.notification.discussion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an action ended. */
public enum Outcome {
    DONE,
    /** With a reason. */
    GIVEN_UP;

    /** The word in rows, forms and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parses the word. */
    public static Optional<Outcome> parse(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
