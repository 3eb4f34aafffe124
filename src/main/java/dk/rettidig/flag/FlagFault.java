package dk.rettidig.flag;

import dk.rettidig.fault.Fault;
import java.util.Map;

/** A run or a flag could not be handled; nothing has happened. */
public final class FlagFault extends Fault {

    private static final long serialVersionUID = 1L;

    /** A fault with nothing to add. */
    public FlagFault(FlagErrorCode code) {
        super(code);
    }

    /** A fault with details that are safe to show. */
    public FlagFault(FlagErrorCode code, Map<String, Object> details) {
        super(code, details);
    }

    /** A fault with its cause, which is logged and never shown. */
    public FlagFault(FlagErrorCode code, Throwable cause) {
        super(code, Map.of(), cause);
    }
}
