package dk.rettidig.notification;

import java.util.Locale;

/** Why children belong together. */
public enum LinkKind {
    /** They live in one household. */
    HOUSEHOLD,
    /** One letter, or one incident, names them all. */
    LETTER;

    /** The word in rows, entries and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
