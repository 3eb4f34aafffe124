package dk.rettidig.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two municipalities of a handover. */
public enum HandoverSide {
    /** The municipality that the child leaves. */
    SENDER,
    /** The municipality that the child moves to. */
    RECEIVER;

    static final String CHOICES = "sender, receiver";

    /** The word in files, rows, entries and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The other one. */
    public HandoverSide other() {
        return this == SENDER ? RECEIVER : SENDER;
    }

    /** Parses the word. */
    public static Optional<HandoverSide> parse(String word) {
        return Arrays.stream(values()).filter(side -> side.id().equals(word)).findFirst();
    }
}
