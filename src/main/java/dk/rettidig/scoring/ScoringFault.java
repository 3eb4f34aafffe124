package dk.rettidig.scoring;

import dk.rettidig.fault.Fault;
import java.util.Map;

/** Values that cannot be scored. */
public final class ScoringFault extends Fault {

    private static final long serialVersionUID = 1L;

    /** A fault with details that are safe to show: ids and counts, never values. */
    public ScoringFault(ScoringErrorCode code, Map<String, Object> details) {
        super(code, details);
    }
}
