package dk.rettidig.modelling;

import dk.rettidig.fault.Fault;
import java.util.Map;

/** A model that is not trained or not released. */
public final class ModellingFault extends Fault {

    private static final long serialVersionUID = 1L;

    /** A fault with details that are safe to show. */
    public ModellingFault(ModellingErrorCode code, Map<String, Object> details) {
        super(code, details);
    }

    /** A fault with its cause. */
    public ModellingFault(ModellingErrorCode code, Map<String, Object> details, Throwable cause) {
        super(code, details, cause);
    }
}
