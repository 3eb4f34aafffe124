package dk.rettidig.feed.body;

import dk.rettidig.feed.FeedErrorCode;
import java.util.Map;
import java.util.TreeMap;

/** The whole body is rejected; nothing of it counts. Carries line numbers and counts, never content. */
public final class BodyRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final FeedErrorCode reason;
    private final transient Map<String, Object> details;

    BodyRejected(FeedErrorCode reason, Map<String, Object> details) {
        super(reason.code() + " " + new TreeMap<>(details));
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    BodyRejected(FeedErrorCode reason) {
        this(reason, Map.of());
    }

    static BodyRejected atLine(FeedErrorCode reason, long line) {
        return new BodyRejected(reason, Map.of("line", line));
    }

    /** Why. */
    public FeedErrorCode reason() {
        return reason;
    }

    /** {@code line}, {@code expected}, {@code found} where they apply; safe to show. */
    public Map<String, Object> details() {
        return details;
    }
}
