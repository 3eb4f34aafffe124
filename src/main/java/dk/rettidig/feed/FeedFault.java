package dk.rettidig.feed;

import dk.rettidig.fault.Fault;
import java.util.Map;

/** A delivery, key or agreement is not accepted. Details are line numbers, counts and names of claims, never content. */
public final class FeedFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final FeedErrorCode code;

    /** A fault with nothing to add. */
    public FeedFault(FeedErrorCode code) {
        this(code, Map.of());
    }

    /** A fault with details that are safe to show. */
    public FeedFault(FeedErrorCode code, Map<String, Object> details) {
        super(code, details);
        this.code = code;
    }

    /** A fault with its cause, which is logged and never shown. */
    public FeedFault(FeedErrorCode code, Throwable cause) {
        super(code, Map.of(), cause);
        this.code = code;
    }

    /** Why, as this feature's own enum. */
    public FeedErrorCode reason() {
        return code;
    }
}
