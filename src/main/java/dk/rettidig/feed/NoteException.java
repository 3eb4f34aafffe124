package dk.rettidig.feed;

import java.util.Map;

/** A delivery note that cannot be used. Names the claim and what was expected, never what stood there. */
public final class NoteException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FeedErrorCode reason;
    private final transient Map<String, Object> details;

    /** A note that cannot be used for this reason, with details that are safe to show. */
    public NoteException(FeedErrorCode reason, Map<String, Object> details) {
        super(reason.code());
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    static NoteException claim(String claim, String expected) {
        return new NoteException(FeedErrorCode.NOTE_MALFORMED, Map.of("claim", claim, "expected", expected));
    }

    /** Why. */
    public FeedErrorCode reason() {
        return reason;
    }

    /** {@code claim} and {@code expected}. */
    public Map<String, Object> details() {
        return details;
    }
}
