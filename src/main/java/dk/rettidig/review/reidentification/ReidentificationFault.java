package dk.rettidig.review.reidentification;

import dk.rettidig.fault.Fault;
import java.util.Map;

/** A re-identification cannot go on as asked. Says what to do, never whom it is about. */
public final class ReidentificationFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final ReidentificationErrorCode reason;

    ReidentificationFault(ReidentificationErrorCode reason) {
        this(reason, Map.of());
    }

    ReidentificationFault(ReidentificationErrorCode reason, Map<String, Object> details) {
        super(reason, details);
        this.reason = reason;
    }

    /** Why. */
    public ReidentificationErrorCode reason() {
        return reason;
    }
}
